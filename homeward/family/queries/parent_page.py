"""What an adult of the family sees: every field with its words, and nothing that has none."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward.family.rules.parent import Dated
from homeward.family.rules.shown import says


@dataclass(frozen=True, slots=True)
class Place:
    """Some half days at one address."""

    days: str = says("On which days")
    hours: str = says("How many hours each half day lasts")
    address: str = says("At which address")


@dataclass(frozen=True, slots=True)
class ToRing:
    """Somebody to ring."""

    name: str = says("The name of whom to ring")
    what: str = says("What they do")
    phone: str = says("Their phone number")


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that comes."""

    on: date = says("On which day something comes")
    what: str = says("What comes")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the school, and what this adult answered."""

    question: str = says("The kind of question")
    beside: UUID = says("What it is about, as a number in the address")
    title: str = says("What the school asks")
    detail: str = says("What it means, in days")
    asked_on: date | None = says("Since when it is asked")
    is_yes: bool | None = says("Your own answer: yes or no")
    answered_on: date | None = says("The day of your own answer")
    said: str = says("Your own words with the answer")
    is_changed: bool = says("Whether it has changed since you answered")

    @property
    def is_open(self) -> bool:
        return self.is_yes is None or self.is_changed


@dataclass(frozen=True, slots=True)
class Home:
    """The first page of an adult of the family."""

    child: str = says("Your child’s first name")
    school: str = says("The name of the school")
    provider: str = says("The name of the place where your child learns now")
    places: tuple[Place, ...] = says("Where and when")
    length: str = says("From which day to which day")
    left: str = says("How many days are left")
    leads: str = says("What is planned after that")
    ended: str = says("How it ended")
    people: tuple[ToRing, ...] = says("Whom to ring")
    coming: tuple[Coming, ...] = says("What comes next, with its day")
    open: tuple[Asked, ...] = says("What the school asks you")
    has_letter: bool = says("Whether there is a letter you have not opened")
    is_asked_what_helps: bool = says("Whether twelve questions about what helps wait for you")
    is_kept_back: bool = says("Whether the school keeps something back, and never what")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the school answered to a reply."""

    text: str = says("The school’s answer to you")
    who: str = says("Who answered you")
    on: date = says("When they answered")


@dataclass(frozen=True, slots=True)
class Mine:
    """What this adult wrote, with what the school answered."""

    text: str = says("Your own words")
    on: date = says("When you wrote them")
    beside: UUID = says("Beside what they stand, as a number")
    answers: tuple[Answer, ...] = says("The answers to you")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that was said or done, on a day."""

    about: str = says("Whether it is a contact, a meeting or words of your child")
    reference: UUID = says("Its number in the address of your reply")
    on: date = says("On which day it was")
    what: str = says("Who spoke with whom, and how")
    news: str = says("News of school that was shared with your child; what a meeting agreed")
    promise: str = says("What was promised to your child")
    promise_by: date | None = says("By when it was promised")
    words: str = says("Your child’s own words, only where your child shares them")
    is_kept_back: bool = says("Whether the school keeps something of it back, and never what")
    mine: tuple[Mine, ...] = says("What you wrote about it")


@dataclass(frozen=True, slots=True)
class Weeks:
    """What was said and done, the newest first."""

    entries: tuple[Entry, ...] = says("What was said and done each week")
    older: int = says("How many entries stand before the older ones; 0 where there are none")


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter to this adult, as a list shows it."""

    reference: UUID = says("The number of the letter in its address")
    subject: str = says("The subject of a letter to you")
    on: date = says("When it was written")
    read_at: datetime | None = says("When you opened it first")
    is_kept_back: bool = says("Whether it cannot be shown any more, and never why")


@dataclass(frozen=True, slots=True)
class OpenLetter:
    """One letter to this adult, word for word."""

    letter: Letter = says("Which letter")
    body: str = says("Its words")
    letterhead: str = says("Who wrote")
    language: str = says("In which language")
    sending: int = says("The number by which it is marked as opened")


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step or target of the plan."""

    what: str = says("A step, a target or something that helps, as the plan says it")
    who: str = says("Who does it")
    by_on: date | None = says("By when")
    is_done: bool = says("Whether it is done")


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan, as a parent reads it."""

    leads: str = says("What is planned after this time")
    target_on: date | None = says("The day it aims for")
    steps: tuple[PlanStep, ...] = says("The steps of the plan")
    targets: tuple[PlanStep, ...] = says("What your child works on")
    help: tuple[PlanStep, ...] = says("What school does differently to help")
    happens: tuple[str, ...] = says("Whether what school promised happens")
    written_on: date | None = says("When the plan was written")
    is_kept_back: bool = says("Whether the school keeps something of the plan back, and never what")


def as_coming(found: tuple[Dated, ...]) -> tuple[Coming, ...]:
    return tuple(Coming(on=one.on, what=one.says) for one in found)
