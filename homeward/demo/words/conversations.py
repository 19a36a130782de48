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


def _said(
    seems: str, child: str, *, note: str = "", news: str = "", promise: str = ""
) -> Conversation:
    return Conversation(seems, child, note, news, promise)


ANYWHERE = (
    _said(
        "4",
        "It's all right. I like the lunches.",
        news="The form won the quiz.",
        promise="Send the questions of the quiz",
    ),
    _said(
        "3",
        "Up and down. Tuesday was good.",
        note="Sounded tired, and cheered up when we spoke of the trip.",
        news="The trip to the science museum is next month.",
        promise="Keep a place on the trip",
    ),
    _said(
        "5",
        "I got all of it right!",
        note="Proud of the mathematics.",
        promise="Tell the maths teacher",
    ),
    _said(
        "4",
        "Can I still come to the concert?",
        news="The concert is on the last Thursday of term.",
        promise="Keep two tickets for the concert",
    ),
    _said(
        "2",
        "I miss my friends.",
        note="Asked who sits in the old seat. Nobody does.",
        promise="Bring a note from Zoe",
    ),
    _said("3", "Nothing. It's fine.", note="Few words today, and that is fine too."),
    _said(
        "4",
        "I showed them how to do it.",
        news="Form time has moved to the library.",
        promise="Send the new timetable",
    ),
    _said(
        "4",
        "Did anyone ask about me?",
        news="Three of the form asked after you.",
        promise="Pass on a hello to all three",
    ),
    _said(
        "5",
        "We laughed so much today.",
        news="The caretaker has a new puppy.",
        promise="Send a photograph of the puppy",
    ),
    _said(
        "2",
        "I didn't sleep.",
        note="Asked the key worker to keep the morning light.",
        promise="Ring on Monday as well, first thing",
    ),
    _said(
        "3",
        "When do I come back?",
        note="Went through the dates together.",
        promise="Write the dates on a card",
    ),
    _said(
        "4",
        "I want to do food technology.",
        news="Options evening is next month.",
        promise="Send the options booklet",
    ),
    _said(
        "5",
        "They say I'm less grumpy at home.",
        news="The team drew two all.",
        promise="Send the fixture list",
    ),
    _said("3", "It's raining all the time.", news="The roof of the gym is mended."),
    _said(
        "4",
        "I finished the book.",
        note="Wants the next one of the series; the library has it.",
        promise="Bring the next book",
    ),
)
THERE = {
    "bridge_house": (
        _said("5", "The second coat is on. She's nearly ready.", promise="Come to the launch"),
        _said(
            "4",
            "I made soup for everyone.",
            news="There is a cooking club on Fridays now.",
            promise="Keep a place in the cooking club",
        ),
        _said("4", "Dee lets me use the plane.", promise="Show the photograph in woodwork"),
        _said("3", "The group is okay. One of them is loud.", note="Has a place to go: the deck."),
    ),
    "northgate": (
        _said(
            "4",
            "Eight in a class. You can hear yourself.",
            news="The dates of the mocks are out.",
            promise="Send the dates of the mocks",
        ),
        _said("3", "English is long.", promise="Send the revision cards"),
        _said(
            "5",
            "I got a 5 in the maths paper.",
            note="Read the mark out twice.",
            promise="Tell the head of maths",
        ),
    ),
    "greenfold": (
        _said("5", "Clover had twins!", note="The goats.", promise="Come and see the kids"),
        _said("4", "I can drive the little tractor.", promise="Tell the class"),
        _said(
            "4",
            "My boots got stuck in the mud.",
            news="The school garden has pumpkins.",
            promise="Keep one of the pumpkins",
        ),
    ),
    "second_wind": (
        _said("4", "I trued a wheel on my own.", promise="Bring my bicycle to be looked at"),
        _said("5", "I'm building one to keep.", news="Bicycle racks are coming at school."),
    ),
    "tuition": (
        _said(
            "4",
            "She explains it till I get it.",
            news="The class is on electricity now.",
            promise="Send the notes of the class",
        ),
        _said(
            "3", "It's quiet. Too quiet sometimes.", promise="Set up a video call with the group"
        ),
    ),
    "quayside": (
        _said("4", "They know my name at the gate.", promise="Say hello to the form"),
        _said("3", "The taxi was late twice.", promise="Ring about the taxi"),
    ),
    "riverbank": (
        _said("5", "I wired a plug and it worked.", promise="Look at apprenticeships together"),
        _said("4", "Everyone's older but they're kind."),
    ),
    "stepping_stones": (
        _said(
            "4",
            "I'm painting the sea.",
            news="The art room kept your shelf.",
            promise="Hang the picture in the art room",
        ),
    ),
}
AMIRA = (
    _said(
        "2",
        "I don't know anybody here. Dee is nice though.",
        note="Long silences, and then she asked about the form.",
        news="The form went to the museum. Your seat on the coach was kept.",
        promise="Send the photographs of the trip",
    ),
    _said(
        "3",
        "I varnished the bow on my own. It smells.",
        note="Laughed twice. She had shown the photographs to Dee.",
        news="The concert is on the last Thursday of term.",
        promise="Come and see the boat",
    ),
    _said(
        "4",
        "That's my bit, the front. When she floats, can my form come?",
        note="Stood at the boat with her. She talked for half an hour.",
        news="Three of the form want to help at the launch.",
        promise="Ask the head of year whether the form may come to the launch",
    ),
)
TRIED = (
    "No answer; left a message with a time to ring back.",
    "Rang twice. The telephone was switched off.",
    "Was out with the group; nobody near a telephone.",
)
HEARD_FROM_OTHERS = {
    "parent": "Spoke with an adult at home only: {first} was asleep after a hard night.",
    "provider": "Spoke with the key worker only: a good week, and {first} was on the bus already.",
}


def conversations(provider: str) -> list[Conversation]:
    """What may be said at a provider, and what is said anywhere."""
    return [*THERE.get(provider, ()), *ANYWHERE]
