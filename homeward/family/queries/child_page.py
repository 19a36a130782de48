"""What a child sees on their own page, field by field, each with its words."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homeward.family.rules.shown import says


@dataclass(frozen=True, slots=True)
class Person:
    """One of my people."""

    name: str = says("The name of the adult")
    initials: str = says("Their initials, in a circle")
    part: str = says("What they do for me")
    phone: str = says("How I reach them by phone")
    ask_at: str = says("Where I ask for them, if no phone number is known")


@dataclass(frozen=True, slots=True)
class Day:
    """One day of my week."""

    name: str = says("Which day")
    morning: str = says("Where I am in the morning, and for how long")
    afternoon: str = says("Where I am in the afternoon, and for how long")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of mine."""

    what: str = says("What happens in the step")
    when: str = says("From which day, or by which day")
    state: str = says("Whether it is done, now or next")


@dataclass(frozen=True, slots=True)
class Help:
    """One thing that is agreed to help me."""

    what: str = says("What is done differently at school so that I can learn")
    who: str = says("Who does it")


@dataclass(frozen=True, slots=True)
class NoteToMe:
    """A note from school, or news of my class."""

    text: str = says("What it says, word for word")
    by_name: str = says("Who wrote it")
    written_on: date = says("When it was written")
    is_news: bool = says("Whether it is news of my class")


@dataclass(frozen=True, slots=True)
class Read:
    """Who read what I said."""

    by_name: str = says("Who read it")
    heard_on: date = says("When they read it")
    what_happened: str = says("What happened then")


@dataclass(frozen=True, slots=True)
class MyWords:
    """One thing that I said."""

    said_on: date = says("When I said it")
    week: str = says("How my week was, on the scale")
    words: str = says("What I wrote, word for word")
    is_shared: bool = says("Whether I share it with my parents")
    is_worry: bool = says("Whether I asked to talk to somebody")
    read: tuple[Read, ...] = says("Who read it, and what happened then")


@dataclass(frozen=True, slots=True)
class LetterToMe:
    """A letter that was written to me."""

    reference: UUID = says("The address of the letter")
    subject: str = says("What the letter is about")
    written_on: date = says("When it was written")


@dataclass(frozen=True, slots=True)
class OpenLetter:
    """One letter to me, word for word."""

    subject: str = says("What the letter is about")
    body: str = says("Its words, as they were written")
    language: str = says("In which language")
    written_on: date = says("When it was written")
    sending: int = says("The number by which it is marked as opened")


@dataclass(frozen=True, slots=True)
class WhoReads:
    """Who reads what I write, and when."""

    name: str = says("Who talks with me each week, and reads what I write")
    read_on: date | None = says("By which school day they read it")
    contact_on: date | None = says("By which day they next talk with me")
    worry_to: str = says("Who helps when something worries me")
    worry_on: date | None = says("On which school day they read that")
    hours: str = says("At which hours it is read")


@dataclass(frozen=True, slots=True)
class ChildPage:
    """The whole page of a child."""

    name: str = says("My first name")
    school: str = says("The name of my school, or of the team that looks for one")
    belongs: str = says("Of which school I am a pupil")
    learns: str = says("Where I learn, from when until when")
    figure: str = says("How many school days are left")
    left: str = says("Until when, or whom to ask where I was not told what comes next")
    is_past: bool = says("Whether the last planned day is over")
    people: tuple[Person, ...] = says("My people, and how to reach them")
    week: tuple[Day, ...] = says("My week")
    aim: str = says("Where my plan leads, and by when")
    steps: tuple[Step, ...] = says("My steps, and the next one")
    meeting_on: date | None = says("When the next meeting about my plan is")
    safe_adult: str = says("To whom I can always go at school")
    safe_place: str = says("Where I can always go at school")
    help: tuple[Help, ...] = says("What is agreed to help me")
    notes: tuple[NoteToMe, ...] = says("The newest note to me, and the newest news of my class")
    words: tuple[MyWords, ...] = says("What I said, and what happened then")
    letters: tuple[LetterToMe, ...] = says("Letters written to me")
    reads: WhoReads = says("Who reads what I write, and when")
    is_asked_what_helps: bool = says("Whether twelve questions about what helps wait for me")
