"""What is known of one return: the ladder, what happened, and what the school still misses."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from homeward.calendars import queries as calendars
from homeward.calendars.rules import Calendar
from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.organisations.rules.policy import Policy
from homeward.placements.codes import Audience, LineKind, StaffPart
from homeward.placements.models import (
    AdjustmentInPlace,
    LadderMove,
    NamedAdult,
    PartTimeAnswer,
    Placement,
    ReturnLadder,
    SchoolPrepared,
    Telling,
)
from homeward.placements.queries import briefed, people, plan, reviewed
from homeward.placements.queries import ladder as reading
from homeward.placements.queries.facts import bare_facts
from homeward.placements.queries.plan import Version
from homeward.placements.queries.returning import NOT_APPROVED, approved, ladder_fact
from homeward.placements.queries.visible import NotVisible
from homeward.placements.rules.facts import AdjustmentFact, Facts, LadderFact
from homeward.placements.rules.plan import Line
from homeward.placements.rules.prepared import SchoolGap, planned_on, school_gaps
from homeward.placements.rules.steps import LadderText


@dataclass(frozen=True, slots=True)
class Known:
    """One return as it stands: the rows with their texts, and the facts that the rules look at."""

    facts: Facts
    plan: Version
    ladder: ReturnLadder | None
    text: LadderText | None
    moves: tuple[LadderMove, ...]
    answers: tuple[PartTimeAnswer, ...]
    looks: dict[str, AdjustmentInPlace]
    approval: SchoolPrepared | None
    tellings: tuple[Telling, ...]
    adults: tuple[NamedAdult, ...]
    calendar: Calendar
    policy: Policy
    planned_on: date | None
    gaps: tuple[SchoolGap, ...]

    @property
    def ladder_number(self) -> int:
        return self.ladder.number if self.ladder else 0

    @property
    def return_adult(self) -> NamedAdult | None:
        """The adult named for the return."""
        return next((one for one in self.adults if one.part == StaffPart.RETURN_ADULT), None)

    def told(self, audience: Audience) -> list[Telling]:
        return [one for one in self.tellings if one.audience == audience]


def known(access: Access, placement: Placement, *, on: date) -> Known:
    """Read one return: at most fourteen queries."""
    version, ladder = plan.latest(access, placement), reading.latest(access, placement)
    moves = tuple(reading.move_rows(access, placement)) if ladder else ()
    answers = tuple(_answers(placement)) if ladder else ()
    looks, approval, tellings = _looks(placement), _approval(placement), _tellings(placement)
    adults = tuple(people.serving(people.named_adults(access, placement), on))
    calendar = calendars.calendar(access, placement.home_school_id or placement.commissioner_id)
    policy = organisations.policy(access, placement.keeper_id, on)
    fact = _ladder_fact(ladder, moves, answers)
    stands = NOT_APPROVED
    if approval is not None:
        number = approval.ladder.number if approval.ladder else None
        stands = approved(
            approval.approved_on, plan=(approval.plan_number, version), ladder=(number, fact)
        )
    key = placement.pk
    briefings = briefed.briefed(access, [key], ticked=(), on=on)
    facts = replace(
        bare_facts(access, placement),
        plan=version.text,
        ladder=fact,
        reviews=() if ladder else reviewed.reviews(access, [key])[key],
        adjustments=_adjustments(version, looks),
        told_days=_told_days(tellings),
        has_return_adult=any(one.part == StaffPart.RETURN_ADULT for one in adults),
        **stands.facts(),
        **briefings.facts(key),
    )
    return Known(
        facts=facts,
        plan=version,
        ladder=ladder,
        text=reading.text_of(access, ladder) if ladder else None,
        moves=moves,
        answers=answers,
        looks=looks,
        approval=approval,
        tellings=tellings,
        adults=adults,
        calendar=calendar,
        policy=policy,
        planned_on=planned_on(facts, calendar=calendar),
        gaps=tuple(school_gaps(facts, calendar=calendar, most_weeks=policy.part_time_weeks)),
    )


def _ladder_fact(
    ladder: ReturnLadder | None,
    moves: tuple[LadderMove, ...],
    answers: tuple[PartTimeAnswer, ...],
) -> LadderFact | None:
    if ladder is None:
        return None
    last = answers[-1] if answers else None
    answer = (last.is_agreed, last.answered_on, last.ladder.full_time_on) if last else None
    return ladder_fact(ladder, reading.facts_of(moves), answer)


def _answers(placement: Placement) -> list[PartTimeAnswer]:
    rows = PartTimeAnswer.objects.filter(placement=placement).select_related("ladder")
    return list(rows.order_by("answered_on", "id"))


def _looks(placement: Placement) -> dict[str, AdjustmentInPlace]:
    """The newest look at each adjustment, by its thread."""
    rows = AdjustmentInPlace.objects.filter(placement=placement).select_related("recorded_by")
    return {str(row.thread): row for row in rows.order_by("looked_on", "id")}


def _adjustments(version: Version, looks: dict[str, AdjustmentInPlace]) -> list[AdjustmentFact]:
    return [
        AdjustmentFact(
            thread=str(line.thread),
            what=line.what,
            who=line.who,
            person=line.person,
            in_place_on=look.looked_on
            if (look := looks.get(str(line.thread))) and look.is_in_place
            else None,
            looked_on=look.looked_on if look else None,
        )
        for line in version.text.of(LineKind.ADJUSTMENT)
    ]


def _approval(placement: Placement) -> SchoolPrepared | None:
    rows = SchoolPrepared.objects.filter(placement=placement).select_related(
        "ladder", "approved_by"
    )
    return rows.order_by("approved_on", "id").last()


def _tellings(placement: Placement) -> tuple[Telling, ...]:
    audiences = [Audience.RETURN_STAFF, Audience.AUTHORITY]
    rows = Telling.objects.filter(placement=placement, audience__in=audiences)
    return tuple(rows.order_by("told_on", "id"))


def _told_days(tellings: tuple[Telling, ...]) -> dict[str, list[date]]:
    days: dict[str, list[date]] = defaultdict(list)
    for one in tellings:
        days[one.audience].append(one.told_on)
    return days


@dataclass(frozen=True, slots=True)
class ShownAdjustment:
    """One adjustment of the plan, and every look at whether it is in place, the newest first."""

    line: Line
    looks: tuple[AdjustmentInPlace, ...]


def adjustment(access: Access, placement: Placement, thread: UUID) -> ShownAdjustment:
    """One adjustment of the plan. Raises NotVisible where the plan does not have it."""
    lines = plan.latest(access, placement).text.of(LineKind.ADJUSTMENT)
    line = next((one for one in lines if one.thread == thread), None)
    if line is None:
        raise NotVisible
    rows = AdjustmentInPlace.objects.filter(placement=placement, thread=thread)
    looks = rows.select_related("recorded_by").order_by("-looked_on", "-id")
    return ShownAdjustment(line, tuple(looks))
