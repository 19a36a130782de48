"""What is said at reviews."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meeting:
    """One review: what the child and the parents said, and what was agreed."""

    child: str
    parents: str
    agreed: str


_MEETINGS = (
    Meeting(
        "I can do four days now. Not five.",
        "We would rather have four good days than five bad ones.",
        "Go on as planned. The fifth day becomes a visit to school, from next week.",
    ),
    Meeting(
        "I like it here. I still want to come back.",
        "{He} asked for {his} school bag, and we took that as a sign.",
        "Keep the date of the return. The tutor brings the timetable to the next call.",
    ),
    Meeting(
        "Can my tutor come and see what I made?",
        "Happier at home. Homework is done without a fight.",
        "The tutor visits the workshop. Next time we talk about the first lesson back.",
    ),
    Meeting(
        "It was better before the new group came.",
        "We noticed it too. Thank you for asking.",
        "Change the afternoon group. Look again in three weeks.",
    ),
    Meeting(
        "I don't know. Ask me next time.",
        "Small steps. We are patient.",
        "One more half term, with two mornings at school in the second part of it.",
    ),
    Meeting(
        "I want to see the college on a normal day.",
        "Please put the dates in writing for us.",
        "A visit on a working day. Support with the form from the Post-16 team.",
    ),
)


def meetings() -> list[Meeting]:
    """What may be said at a review."""
    return list(_MEETINGS)
