"""What children say when somebody rings, what the adult tells and promises, provider by provider."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conversation:
    """One call or visit. `seems` is the child's own pick, 1 (very low) to 5 (good)."""

    seems: str
    child: str
    note: str
    news: str
    promise: str


def _said(seems: str, child: str, note: str, news: str, promise: str) -> Conversation:
    return Conversation(seems, child, note, news, promise)


ANYWHERE = (
    _said(
        "4", "It's all right. I like the lunches.", "", "The form won the quiz.", "Send the quiz"
    ),
    _said(
        "3",
        "Up and down. Tuesday was good.",
        "Sounded tired, cheered up when we spoke of the trip.",
        "The trip to the science museum is on the tenth.",
        "Keep a place on the trip",
    ),
    _said("5", "I got all of it right!", "Proud of the mathematics.", "", "Tell Ms Grant"),
    _said(
        "4",
        "Can I still come to the concert?",
        "",
        "The concert is on the last Thursday.",
        "Two tickets for the concert",
    ),
    _said(
        "2",
        "I miss my friends.",
        "Asked who sits in the old seat. Nobody does.",
        "",
        "A note from Zoe",
    ),
    _said(
        "3",
        "Nothing. It's fine.",
        "Few words today, and that is fine too.",
        "New paint in the hall.",
        "",
    ),
    _said(
        "4",
        "I showed them how to do it.",
        "",
        "Form time has moved to the library.",
        "The new timetable",
    ),
    _said(
        "4",
        "Did anyone ask about me?",
        "Yes, three people.",
        "Three of the form asked after you.",
        "Pass on who they were",
    ),
    _said(
        "5",
        "We laughed so much today.",
        "",
        "Mr Marsh has a new puppy.",
        "A photograph of the puppy",
    ),
    _said(
        "2",
        "I didn't sleep.",
        "Asked the key worker to keep the morning light.",
        "",
        "Ring on Monday as well, first thing",
    ),
    _said(
        "3", "When do I come back?", "Went through the dates together.", "", "The dates on a card"
    ),
    _said(
        "4",
        "I want to do the food technology one.",
        "",
        "Options evening is next month.",
        "The options booklet",
    ),
    _said("5", "Mum says I'm less grumpy.", "", "The team drew two all.", "Fixture list"),
    _said("3", "It's raining all the time.", "", "The roof of the gym is mended.", ""),
    _said(
        "4",
        "I finished the book.",
        "Wants the next in the series.",
        "The library has it.",
        "The next book",
    ),
)
THERE = {
    "bridge_house": (
        _said(
            "5", "The second coat is on. She's nearly ready.", "The boat.", "", "Come to the launch"
        ),
        _said(
            "4",
            "I made soup for everyone.",
            "",
            "Year 9 cook on Fridays now.",
            "Bring the recipe back",
        ),
        _said("4", "Dee lets me use the plane.", "", "", "Show it to Mr Marsh"),
        _said(
            "3", "The group is okay. One of them is loud.", "Has a place to go: the deck.", "", ""
        ),
    ),
    "northgate": (
        _said(
            "4",
            "Eight in a class. You can hear yourself.",
            "",
            "Mock dates are out.",
            "Mock timetable",
        ),
        _said("3", "English is long.", "", "", "The revision cards"),
        _said(
            "5",
            "I got a 5 in the maths paper.",
            "Read the mark twice.",
            "",
            "Tell the head of maths",
        ),
    ),
    "greenfold": (
        _said("5", "Clover had twins!", "Goats.", "", "Come and see them"),
        _said("4", "I can drive the little tractor.", "", "", "Tell the class"),
        _said(
            "4", "My boots got stuck in the mud.", "", "The class garden has pumpkins.", "A pumpkin"
        ),
    ),
    "second_wind": (
        _said("4", "I trued a wheel on my own.", "", "", "Bring my bike to be looked at"),
        _said("5", "I'm building one to keep.", "", "Bike racks are coming at school.", ""),
    ),
    "tuition": (
        _said(
            "4",
            "She explains it till I get it.",
            "",
            "Class is on electricity now.",
            "The class notes",
        ),
        _said("3", "It's quiet. Too quiet sometimes.", "", "", "A video call with the group"),
    ),
    "quayside": (
        _said("4", "They know my name at the gate.", "", "", "Say hello from us"),
        _said("3", "The taxi was late twice.", "Will ring transport.", "", "Ring about the taxi"),
    ),
    "riverbank": (
        _said("5", "I wired a plug and it worked.", "", "", "Look at the apprenticeship page"),
        _said("4", "Everyone's older but they're kind.", "", "", ""),
    ),
    "stepping_stones": (
        _said(
            "4",
            "I'm painting the sea.",
            "",
            "The art room kept your shelf.",
            "Hang it in the art room",
        ),
    ),
}
TRIED = (
    "No answer; left a message with a time to ring back.",
    "Rang twice. The telephone was switched off.",
    "Was out with the group; nobody near a telephone.",
)
HEARD_FROM_OTHERS = {
    "parent": "Spoke with the mother only: {first} was asleep after a hard night.",
    "provider": "Spoke with the key worker only: a good week, {first} was on the bus already.",
}


def conversations(provider: str) -> list[Conversation]:
    """What may be said at a provider: its own first, then what is said anywhere."""
    return [*THERE.get(provider, ()), *ANYWHERE]
