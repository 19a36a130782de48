"""What is said at reviews."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meeting:
    """One review: what the child and the parents said, how the targets stand, what was decided."""

    child: str
    parents: str
    agreed: str
    seen: str
    because: str
    action: str
    progress: int = 0
    decision: str = "continue"


_MEETINGS = (
    Meeting(
        "I can do four days now. Not five.",
        "We would rather have four good days than five bad ones.",
        "Go on as planned. The fifth day becomes a visit to school, from next week.",
        "Four of five lessons, three weeks in a row.",
        "Four days hold. The fifth is for school.",
        "Plan the visit to school on the fifth day",
    ),
    Meeting(
        "I like it here. I still want to come back.",
        "{He} asked for {his} school bag, and we took that as a sign.",
        "Keep the date of the return. The tutor brings the timetable to the next call.",
        "Asked for a break each time but once.",
        "It goes well, and the date stands.",
        "Bring the timetable of the first week back",
        progress=1,
    ),
    Meeting(
        "Can my tutor come and see what I made?",
        "Happier at home. Homework is done without a fight.",
        "The tutor visits the workshop. Next time we talk about the first lesson back.",
        "Shows the others how it is done.",
        "What was hoped for is there early.",
        "Visit the workshop and see what was made",
        progress=1,
    ),
    Meeting(
        "It was better before the new group came.",
        "We noticed it too. Thank you for asking.",
        "Change the afternoon group. Look again in three weeks.",
        "Left twice as often since the group changed.",
        "The new group is too much in the afternoon.",
        "Settle the new afternoon group",
        progress=-1,
        decision="change",
    ),
    Meeting(
        "I don't know. Ask me next time.",
        "Small steps. We are patient.",
        "One more half term, with two mornings at school in the second part of it.",
        "Some days as hoped, some not.",
        "Small steps, and no hurry.",
        "Choose the two mornings at school",
    ),
    Meeting(
        "I want to see the college on a normal day.",
        "Please put the dates in writing for us.",
        "A visit on a working day. Support with the form from the Post-16 team.",
        "On time every day since the last review.",
        "The college is the goal, and it is near.",
        "Arrange the visit to the college",
        progress=1,
    ),
)


def meetings() -> list[Meeting]:
    """What may be said at a review."""
    return list(_MEETINGS)
