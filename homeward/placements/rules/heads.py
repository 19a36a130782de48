"""Hours and heads: how many children a setting that is no school gives full-time education.

A setting that gives enough of them full-time education must be registered as a school. Homeward
counts before it happens, over all schools, and warns; it never blocks.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from homeward.calendars.rules import Period, is_compulsory_school_age
from homeward.placements.rules.journey import LengthWarning
from homeward.placements.rules.saying import near_day
from homeward.reference.guidance import Passage, cites, passage


@dataclass(frozen=True, slots=True)
class Attends:
    """One child's planned week at one address. Without `to_on` nobody has said when it ends.

    `has_sen` is any special educational need, an education, health and care plan included.
    """

    pupil: int
    minutes: int
    born_on: date
    from_on: date
    to_on: date | None = None
    site: int | None = None
    is_looked_after: bool = False
    has_ehc_plan: bool = False
    has_sen: bool = False

    def runs(self, on: date) -> bool:
        return self.from_on <= on and (self.to_on is None or on <= self.to_on)


@dataclass(frozen=True, slots=True)
class Heads:
    """Children of compulsory school age at one setting on one day.

    All but `pupils` count those who are full-time there. `vulnerable` are looked after or have an
    education, health and care plan; `in_need` are looked after or have any special educational need.
    """

    pupils: int = 0
    full_time: int = 0
    looked_after: int = 0
    ehc_plan: int = 0
    sen: int = 0
    vulnerable: int = 0
    in_need: int = 0


@dataclass(frozen=True, slots=True)
class Definition:
    """What makes a setting a school, as a law has it: from when, and whose need counts."""

    passage: str
    in_force_from: date | None
    counts_any_need: bool = False

    def is_in_force(self, on: date) -> bool:
        return self.in_force_from is not None and self.in_force_from <= on


TODAYS_LAW = Definition("unregistered/must-register", date.min)
WIDER_LAW = Definition("unregistered/wider-definition", None, counts_any_need=True)
"""Section 43 of the Act of 2026 was not in force when last looked at: its day is written here."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """An authority's numbers: what full-time is, and how many make a school."""

    full_time_hours: int = 18
    pupils: int = 5
    vulnerable: int = 1


USUAL = Numbers()


class Line(StrEnum):
    """How near a setting is to the line beyond which it must be registered."""

    CROSSED = "crossed"
    NEAR = "near"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of one setting: the line, the sentence, the rule, and the law to come."""

    line: Line
    says: str
    rule: Passage
    coming: str = ""
    coming_rule: Passage | None = None


@cites("age/compulsory-to")
def heads(attending: Iterable[Attends], *, on: date, full_time_hours: int) -> Heads:
    """Count the children at one setting on a day. The weeks of one child there add up.

    Full-time is more than `full_time_hours` a week, which is the department's guide: exactly that
    many is not full-time (R-UAP-02).
    """
    minutes: dict[int, int] = defaultdict(int)
    children: dict[int, Attends] = {}
    for one in attending:
        if one.runs(on) and is_compulsory_school_age(one.born_on, on):
            minutes[one.pupil] += one.minutes
            children[one.pupil] = one
    whole = [one for key, one in children.items() if minutes[key] > full_time_hours * 60]
    return Heads(
        pupils=len(children),
        full_time=len(whole),
        looked_after=sum(one.is_looked_after for one in whole),
        ehc_plan=sum(one.has_ehc_plan for one in whole),
        sen=sum(one.has_sen for one in whole),
        vulnerable=sum(one.is_looked_after or one.has_ehc_plan for one in whole),
        in_need=sum(one.is_looked_after or one.has_ehc_plan or one.has_sen for one in whole),
    )


@cites("unregistered/must-register", "unregistered/wider-definition")
def is_crossed(counted: Heads, *, law: Definition, numbers: Numbers) -> bool:
    """Whether a setting with these children must be registered as a school under one definition."""
    few = counted.in_need if law.counts_any_need else counted.vulnerable
    return counted.full_time >= numbers.pupils or few >= numbers.vulnerable


def law_on(on: date) -> Definition:
    """The definition in force on a day: the wider one from its day on."""
    return WIDER_LAW if WIDER_LAW.is_in_force(on) else TODAYS_LAW


def turning_days(attending: Iterable[Attends], within: Period) -> list[date]:
    """The days of a period on which the count can be highest: its first, and every start in it."""
    starts = {one.from_on for one in attending if one.from_on in within}
    return sorted({within.starts_on, *starts})


def first_crossed(
    attending: Sequence[Attends], *, within: Period, numbers: Numbers, law: Definition
) -> tuple[date, Heads] | None:
    """The first day of a period on which a setting would have to be registered, and who is there."""
    for day in turning_days(attending, within):
        counted = heads(attending, on=day, full_time_hours=numbers.full_time_hours)
        if is_crossed(counted, law=law, numbers=numbers):
            return day, counted
    return None


def verdict(
    attending: Sequence[Attends], *, on: date, until: date, where: str, numbers: Numbers
) -> Verdict:
    """Judge one setting on a day, and what is planned there up to another."""
    law, ahead = law_on(on), Period(on, max(on, until))
    counted = heads(attending, on=on, full_time_hours=numbers.full_time_hours)
    coming, coming_rule = _coming(attending, ahead, numbers, law)
    met = first_crossed(attending, within=ahead, numbers=numbers, law=law)
    if met is not None:
        day, then = met
        when = "" if day == on else f"From {near_day(day, on)}: "
        who = _capital(f"{when}{_who(then, law, numbers)}")
        says = f"{who} full-time here. {_must(then, law, numbers)}"
        return Verdict(Line.CROSSED, says, passage(law.passage), coming, coming_rule)
    left = numbers.pupils - counted.full_time
    is_near = left == 1
    says = (
        f"One more full-time child would make {numbers.pupils}, and {where} would have to be "
        "registered as a school."
        if is_near
        else f"{_children(counted.full_time)} full-time here: below the line of {numbers.pupils}."
    )
    line = Line.NEAR if is_near else Line.CLEAR
    return Verdict(line, says, passage(law.passage), coming, coming_rule)


def warnings_with(
    others: Sequence[Attends],
    mine: Sequence[Attends],
    *,
    within: Period,
    where: str,
    numbers: Numbers,
    on: date,
) -> list[LengthWarning]:
    """What a draft would bring about at one setting while it lasts. It warns, and never blocks.

    `others` are the children who are there already or will be, of whatever school; `mine` is the
    week of the draft's own child there.
    """
    if not mine:
        return []
    everybody, law = [*others, *mine], law_on(on)
    met = first_crossed(everybody, within=within, numbers=numbers, law=law)
    if met is not None:
        day, counted = met
        begins = "" if day == within.starts_on else f" from {near_day(day, on)}"
        if _adds(others, counted, day, numbers):
            who = _who(counted, law, numbers, would=True)
            says = f"With this placement {who} full-time at {where}{begins}."
        else:
            who = _who(counted, law, numbers)
            says = f"Even without this placement {who} full-time at {where}{begins}."
        return [LengthWarning(f"{says} {_must(counted, law, numbers)}", law.passage)]
    says, rule = _coming(everybody, within, numbers, law)
    before, _ = _coming(others, within, numbers, law)
    return [LengthWarning(says, rule.key)] if rule and not before else []


def _adds(others: Sequence[Attends], counted: Heads, day: date, numbers: Numbers) -> bool:
    """Whether the count without the draft is another one."""
    without = heads(others, on=day, full_time_hours=numbers.full_time_hours)
    return (without.full_time, without.vulnerable) != (counted.full_time, counted.vulnerable)


def _coming(
    attending: Sequence[Attends], within: Period, numbers: Numbers, law: Definition
) -> tuple[str, Passage | None]:
    """What the law to come would say of a setting of which today's says nothing."""
    if law is WIDER_LAW or first_crossed(attending, within=within, numbers=numbers, law=law):
        return "", None
    met = first_crossed(attending, within=within, numbers=numbers, law=WIDER_LAW)
    if met is None:
        return "", None
    many = "a child" if met[1].in_need == 1 else f"{met[1].in_need} children"
    return (
        f"Announced, not yet law: with {many} with a special educational need or looked after "
        "in full-time education, it would have to be registered as a school.",
        passage(WIDER_LAW.passage),
    )


def _who(counted: Heads, law: Definition, numbers: Numbers, *, would: bool = False) -> str:
    """Who is full-time: the number that crosses the line, or the few of whom one is enough."""
    be = "would be" if would else "are"
    if counted.full_time >= numbers.pupils:
        return f"{counted.full_time} children of compulsory school age {be}"
    few = counted.in_need if law.counts_any_need else counted.vulnerable
    need = _need(law)
    if few == 1:
        return f"a child who {need[0]} {'would be' if would else 'is'}"
    return f"{few} children who {need[1]} {be}"


def _must(counted: Heads, law: Definition, numbers: Numbers) -> str:
    if counted.full_time >= numbers.pupils:
        return f"A setting with {numbers.pupils} must be registered as a school."
    number = "One such child is" if numbers.vulnerable == 1 else f"{numbers.vulnerable} are"
    return f"{number} enough: the setting must be registered as a school."


def _need(law: Definition) -> tuple[str, str]:
    if law.counts_any_need:
        said = "special educational needs"
        return f"is looked after or has {said}", f"are looked after or have {said}"
    said = "an education, health and care plan"
    return f"is looked after or has {said}", f"are looked after or have {said}"


def _children(number: int) -> str:
    return {0: "No child is", 1: "1 child is"}.get(number, f"{number} children are")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
