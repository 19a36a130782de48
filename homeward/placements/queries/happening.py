"""What is promised against what happens: the adjustments, fortnight by fortnight."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from homeward.calendars import queries as calendars
from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.placements.codes import Happening, LineKind, Outcome
from homeward.placements.models import AdjustmentTick, Ending, Placement, Teacher
from homeward.placements.queries import briefed, plan
from homeward.placements.queries.ended import ending_of
from homeward.placements.queries.facts import bare_facts
from homeward.placements.queries.visible import NotVisible
from homeward.placements.rules.facts import AdjustmentFact, Facts
from homeward.placements.rules.plan import Line
from homeward.placements.rules.ticks import (
    LEAD,
    NOBODY_NAMED,
    Fortnight,
    Owner,
    fortnights,
    owners,
    returned_on,
    standing,
)

MOST = 14


@dataclass(frozen=True, slots=True)
class Cell:
    """What was said of one adjustment in one fortnight: how often yes, sometimes and no."""

    fortnight: Fortnight
    yes: int
    partly: int
    no: int
    asked: int
    is_past: bool = False

    @property
    def said(self) -> int:
        return self.yes + self.partly + self.no

    @property
    def words(self) -> str:
        """What was said, in words."""
        if not self.said:
            return "nobody said" if self.is_past else "not said yet"
        parts = [(self.yes, "yes"), (self.partly, "sometimes"), (self.no, "no")]
        return ", ".join(f"{count} {word}" for count, word in parts if count)


@dataclass(frozen=True, slots=True)
class ShownComment:
    """What somebody added to an answer."""

    name: str
    on: date
    happening: str
    words: str


@dataclass(frozen=True, slots=True)
class ShownPromise:
    """One adjustment: what is promised, by whom, and what happens."""

    adjustment: AdjustmentFact
    owners: tuple[Owner, ...]
    cells: tuple[Cell, ...]
    comments: tuple[ShownComment, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked now, and of what."""

    owner: Owner
    key: str
    adjustments: tuple[AdjustmentFact, ...]
    is_answered: bool


@dataclass(frozen=True, slots=True)
class HappeningPage:
    """What the page shows."""

    began_on: date | None
    fortnights: tuple[Fortnight, ...]
    promises: tuple[ShownPromise, ...]
    now: Fortnight | None
    asked: tuple[Asked, ...]


def page(access: Access, placement: Placement, *, on: date) -> HappeningPage:
    """The page of a placement's adjustments: at most fifteen queries."""
    facts, begun = _begun(access, placement, on)
    rows = AdjustmentTick.objects.filter(placement=placement).exclude(comment="")
    said = list(rows.select_related("teacher").order_by("-ticked_on", "-id"))
    now = now_asked(begun, on)
    return HappeningPage(
        began_on=returned_on(facts),
        fortnights=tuple(begun),
        promises=tuple(_promise(facts, one, begun, said, on) for one in facts.adjustments),
        now=now,
        asked=tuple(_asked(facts, now, _references(facts))) if now else (),
    )


def now_asked(begun: list[Fortnight], on: date) -> Fortnight | None:
    """The fortnight about which owners are asked now: the newest that is open."""
    is_open = [one for one in begun if one.opens_on <= on]
    return is_open[-1] if is_open else None


def of_teacher(
    access: Access, placement: Placement, teacher: Teacher, *, on: date
) -> tuple[Fortnight | None, tuple[AdjustmentFact, ...], dict[str, str]]:
    """What one teacher is asked now: the fortnight, their adjustments, and what they said."""
    facts, begun = _begun(access, placement, on)
    now = now_asked(begun, on)
    mine = [
        (one, owner)
        for one in facts.adjustments
        for owner in owners(one, facts.teachers)
        if owner.teacher == teacher.pk
    ]
    if now is None:
        return None, tuple(one for one, _ in mine), {}
    said = {
        one.thread: tick.happening
        for one, owner in mine
        if (tick := standing(facts.ticks, owner, one.thread).get(now.asked_on))
    }
    return now, tuple(one for one, _ in mine), said


def asked_of(
    access: Access, placement: Placement, key: str, *, on: date
) -> tuple[Fortnight, Asked]:
    """One owner who is asked now, by the key in the address. Raises NotVisible."""
    facts, begun = _begun(access, placement, on)
    now = now_asked(begun, on)
    found = [one for one in _asked(facts, now, _references(facts)) if one.key == key] if now else []
    if now is None or not found:
        raise NotVisible
    return now, found[0]


def teacher_of(access: Access, owner: Owner) -> Teacher | None:
    """The teacher for whom the lead says it; None where it is the lead's own to say."""
    return Teacher.objects.filter(pk=owner.teacher).first() if owner.teacher else None


def happening_in_words(
    access: Access, placement: Placement, *, lines: Sequence[Line], on: date
) -> list[str]:
    """What of the plan's `lines` happens, in plain sentences for the family, as was said last.

    No query before a return, two after it.
    """
    if not (placement.return_began_on or placement.checks_from_on):
        return []
    ticks = briefed.ticks(access, _back_at_school(placement)).get(placement.pk, ())
    if not ticks:
        return []
    found = briefed.briefed(access, [placement.pk], ticked=(), on=on)
    teachers = found.teachers.get(placement.pk, [])
    said = []
    for one in map(_as_fact, lines):
        each = [standing(ticks, owner, one.thread) for owner in owners(one, teachers)]
        days = {day for by_day in each for day in by_day if day <= on}
        if days:
            last = max(days)
            said.append(_in_words(one.what, [x[last].happening for x in each if last in x]))
    return said


def _back_at_school(placement: Placement) -> QuerySet[Placement]:
    """The placement, but for a child who went elsewhere after all."""
    elsewhere = Ending.objects.filter(
        placement=OuterRef("pk"), corrections__isnull=True, is_withdrawn=False
    ).exclude(outcome=Outcome.RETURNED)
    return Placement.objects.filter(~Exists(elsewhere), pk=placement.pk)


def _as_fact(line: Line) -> AdjustmentFact:
    return AdjustmentFact(str(line.thread), line.what, line.who, line.person)


def _in_words(what: str, said: Sequence[str]) -> str:
    promise, yes, no = what.rstrip(" ."), said.count(Happening.YES), said.count(Happening.NO)
    if yes == len(said):
        return f"{promise}: this happens."
    if no == len(said):
        return f"{promise}: this does not happen yet. The school looks at why."
    if yes > no:
        return f"{promise}: this happens in most lessons."
    return f"{promise}: this happens sometimes. The school looks at how to do better."


def _begun(access: Access, placement: Placement, on: date) -> tuple[Facts, list[Fortnight]]:
    facts = _facts(access, placement, on)
    began_on = returned_on(facts)
    if began_on is None:
        return facts, []
    owner = placement.home_school_id or placement.commissioner_id
    calendar = calendars.calendar(access, owner)
    policy = organisations.policy(access, placement.keeper_id, on)
    found = fortnights(
        began_on,
        calendar=calendar,
        weeks=policy.tick_weeks,
        every_weeks=policy.tick_every_weeks,
    )
    return facts, [one for one in found if one.asked_on <= on]


def _facts(access: Access, placement: Placement, on: date) -> Facts:
    """What the question whether adjustments happen is made of: four queries, no other facts."""
    is_asked = placement.return_began_on or placement.checks_from_on
    key = placement.pk
    found = briefed.briefed(access, [key], ticked=[key] if is_asked else [], on=on)
    ending = ending_of(access, placement) if placement.ended_on else None
    return replace(
        bare_facts(access, placement),
        outcome=ending.outcome if ending else "",
        adjustments=[
            _as_fact(line) for line in plan.latest_lines(access, placement, LineKind.ADJUSTMENT)
        ],
        **found.facts(key),
    )


def _promise(
    facts: Facts,
    one: AdjustmentFact,
    begun: list[Fortnight],
    said: list[AdjustmentTick],
    on: date,
) -> ShownPromise:
    mine = [row for row in said if str(row.thread) == one.thread][:MOST]
    return ShownPromise(
        adjustment=one,
        owners=owners(one, facts.teachers),
        cells=tuple(_cells(facts, one, begun, on)),
        comments=tuple(
            ShownComment(row.name, row.ticked_on, Happening(row.happening).label, row.comment)
            for row in mine
        ),
    )


def _cells(facts: Facts, one: AdjustmentFact, begun: list[Fortnight], on: date) -> list[Cell]:
    asked = owners(one, facts.teachers)
    said = [standing(facts.ticks, owner, one.thread) for owner in asked]
    cells = []
    for fortnight in begun:
        found = [each[fortnight.asked_on].happening for each in said if fortnight.asked_on in each]
        cells.append(
            Cell(
                fortnight,
                yes=found.count(Happening.YES),
                partly=found.count(Happening.PARTLY),
                no=found.count(Happening.NO),
                asked=len(asked),
                is_past=fortnight.due_on < on,
            )
        )
    return cells


def _references(facts: Facts) -> dict[int, UUID]:
    keys = [one.key for one in facts.teachers]
    rows = Teacher.objects.filter(pk__in=keys).values_list("pk", "reference")
    return dict(rows)


def _asked(facts: Facts, now: Fortnight, references: dict[int, UUID]) -> list[Asked]:
    found: dict[str, tuple[Owner, list[AdjustmentFact]]] = {}
    for one in facts.adjustments:
        for owner in owners(one, facts.teachers):
            found.setdefault(owner.key, (owner, []))[1].append(one)
    asked = []
    for key, (owner, mine) in found.items():
        answered = [standing(facts.ticks, owner, one.thread).get(now.asked_on) for one in mine]
        address = str(references[owner.teacher]) if owner.teacher else LEAD
        if owner is not NOBODY_NAMED and not owner.teacher:
            address = key
        asked.append(Asked(owner, address, tuple(mine), all(answered)))
    return asked
