"""The checks after an ending, as their pages show them: what was asked, said, and is still open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from homeward.calendars import queries as calendars
from homeward.due import queries as due
from homeward.due.rules import Expected
from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.organisations.models import Organisation
from homeward.placements.codes import CheckPoint
from homeward.placements.models import AuthorityCheck, Ending, Placement, SustainedCheck
from homeward.placements.queries.ended import checks_of, ending_of
from homeward.placements.queries.facts import bare_facts
from homeward.placements.queries.visible import NotVisible, may_place
from homeward.placements.rules.checks import (
    CHECK,
    CheckState,
    Judged,
    Point,
    expected_authority_checks,
    expected_checks,
    judged,
    points,
    state_of,
)
from homeward.placements.rules.facts import AuthorityCheckFact, CheckFact, Facts
from homeward.web.days import short_day


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One of the checks: when it is due, where it stands, what was said, and what stood before."""

    point: CheckPoint
    state: CheckState
    due_on: date | None
    opens_on: date
    arithmetic: str
    since_on: date
    check: SustainedCheck | None
    earlier: tuple[SustainedCheck, ...]

    @property
    def is_asked(self) -> bool:
        """Whether it can be answered now and is not yet."""
        return self.state in {CheckState.OPEN, CheckState.LATE, CheckState.DATES_NEEDED}


@dataclass(frozen=True, slots=True)
class ChecksPage:
    """Whether it holds: the checks in their order, the authority's, and what came of it.

    `unanswered` names the earlier checks that nobody answered before it was known whether it held.
    """

    ending: Ending | None
    place: Organisation
    is_answered_here: bool
    may_answer: bool
    rows: tuple[CheckRow, ...]
    unanswered: tuple[str, ...]
    authority: tuple[AuthorityCheck, ...]
    authority_due: Expected | None
    followed_by: Placement | None
    may_begin_again: bool

    @property
    def next_coming(self) -> CheckRow | None:
        """The check that comes next where none can be answered now."""
        if any(row.is_asked for row in self.rows):
            return None
        return next((row for row in self.rows if row.state == CheckState.COMING), None)

    def row(self, point: str) -> CheckRow | None:
        """The check of one point, or None where nothing is checked."""
        return next((row for row in self.rows if row.point == point), None)


def checks_page(access: Access, placement: Placement, *, on: date) -> ChecksPage:
    """Everything about how it went on: eleven queries at most, three where nothing has ended."""
    ending = ending_of(access, placement) if placement.ended_on else None
    place = _place(placement, ending)
    checks, looks = _checks(placement), _looks(placement)
    facts = _facts(access, placement, ending, checks, looks)
    timetables = calendars.calendars(access, {place.pk, _home(placement)})
    policy = organisations.policy(access, placement.keeper_id, on)
    asked = expected_checks(facts, calendar=timetables[place.pk], policy=policy)
    waived = _waived(access, placement, on) if asked else frozenset()
    rows = tuple(_rows(asked, checks, facts, waived, on))
    followed_by = _followed_by(placement) if placement.not_held_on else None
    return ChecksPage(
        ending=ending,
        place=place,
        is_answered_here=access.organisation == place.pk,
        may_answer=access.may(May.ANSWER_CHECKS) and may_answer(access, placement, place.pk),
        rows=rows,
        unanswered=tuple(row.point.label for row in rows if row.state == CheckState.LAPSED)
        if placement.held_on
        else (),
        authority=tuple(looks),
        authority_due=next(
            (
                one
                for one in expected_authority_checks(facts, calendar=timetables[_home(placement)])
                if one.met_on is None
            ),
            None,
        ),
        followed_by=followed_by,
        may_begin_again=placement.not_held_on is not None
        and access.may(May.START_PLACEMENT)
        and may_place(access, placement.pupil),
    )


def check_page(access: Access, placement: Placement, *, on: date) -> ChecksPage:
    """The same for whoever answers a check. Raises NotVisible for everybody else."""
    shown = checks_page(access, placement, on=on)
    if not may_answer(access, placement, shown.place.pk):
        raise NotVisible
    return shown


def authority_page(access: Access, placement: Placement, *, on: date) -> ChecksPage:
    """The same for an authority that sees the child. Raises NotVisible for everybody else."""
    if not access.is_authority:
        raise NotVisible
    return checks_page(access, placement, on=on)


def page_to_begin_again(access: Access, placement: Placement, *, on: date) -> ChecksPage:
    """The same for whoever may start a placement for the child. Raises NotVisible otherwise."""
    if not may_place(access, placement.pupil):
        raise NotVisible
    return checks_page(access, placement, on=on)


def learnt_so_far(shown: ChecksPage, child: str) -> str:
    """What the record says was learnt, to begin the text with: what worked, and what was seen."""
    ending = shown.ending
    parts = []
    if ending and ending.what_worked:
        parts.append(f"What worked: {ending.what_worked}")
    if ending and ending.child_said:
        parts.append(f"What {child} said at the end: {ending.child_said}")
    for row in shown.rows:
        if row.check and (row.check.note or row.check.child_said):
            seen = f"{row.point.label}, {short_day(row.check.checked_on)}: {row.check.note}".strip()
            parts.append(seen.removesuffix(":"))
            if row.check.child_said:
                parts.append(f"What {child} said then: {row.check.child_said}")
    return "\n\n".join(parts)


def points_of(access: Access, placement: Placement, *, on: date) -> list[Point]:
    """When each check of a placement is due, by the calendar of where the child is; nothing where
    nothing is checked."""
    if placement.checks_from_on is None:
        return []
    calendar = calendars.calendar(access, place_of(access, placement))
    policy = organisations.policy(access, placement.keeper_id, on)
    return points(placement.checks_from_on, calendar=calendar, policy=policy)


def first_check_on(access: Access, placement: Placement, *, on: date) -> date | None:
    """When it is first asked whether it holds, or None where nothing is checked or dates are missing."""
    found = points_of(access, placement, on=on)
    return found[0].due_on if found else None


def judged_of(access: Access, placement: Placement) -> Judged:
    """What the checks of a placement say together: one query."""
    checks = checks_of(access, [placement.pk])[placement.pk]
    return judged(checks, from_on=placement.checks_from_on)


def place_of(access: Access, placement: Placement) -> int:
    """Where the child is after an ending, by its key: one query.

    Where nobody knows of a school or provider, the home school; without one the commissioner.
    """
    ending = ending_of(access, placement)
    place: int | None = ending.goes_to_id if ending else None
    return place or placement.home_school_id or placement.commissioner_id


def may_answer(access: Access, placement: Placement, place: int) -> bool:
    """Whether a person's organisation answers the checks of a placement they see: where the child
    is, or on its behalf the home school or the authority."""
    return access.is_authority or access.organisation in {place, placement.home_school_id}


def _home(placement: Placement) -> int:
    return placement.home_school_id or placement.commissioner_id


def _place(placement: Placement, ending: Ending | None) -> Organisation:
    place: Organisation | None = ending.goes_to if ending else None
    return place or placement.home_school or placement.commissioner


def _checks(placement: Placement) -> list[SustainedCheck]:
    if placement.ended_on is None:
        return []
    rows = SustainedCheck.objects.filter(placement=placement)
    return list(rows.select_related("answered_for", "recorded_by").order_by("id"))


def _looks(placement: Placement) -> list[AuthorityCheck]:
    if placement.ended_on is None:
        return []
    rows = AuthorityCheck.objects.filter(placement=placement)
    return list(rows.select_related("recorded_by").order_by("checked_on", "id"))


def _facts(
    access: Access,
    placement: Placement,
    ending: Ending | None,
    checks: list[SustainedCheck],
    looks: list[AuthorityCheck],
) -> Facts:
    standing = {row.point: row for row in checks}
    return replace(
        bare_facts(access, placement),
        outcome=ending.outcome if ending else "",
        goes_to=ending.goes_to_id if ending else None,
        goes_to_kind=ending.goes_to.kind if ending and ending.goes_to else "",
        checks=[
            CheckFact(row.point, row.checked_on, row.holds, row.is_on_roll)
            for row in standing.values()
        ],
        authority_checks=[
            AuthorityCheckFact(row.checked_on, row.is_settled, row.next_on) for row in looks
        ],
    )


def _waived(access: Access, placement: Placement, on: date) -> frozenset[str]:
    lines = due.lines_about(access, placement.reference, on)
    return frozenset(line.period for line in lines.waived if line.kind == CHECK)


def _rows(
    asked: Sequence[Expected],
    checks: Sequence[SustainedCheck],
    facts: Facts,
    waived: frozenset[str],
    on: date,
) -> Iterator[CheckRow]:
    since_on = facts.checks_from_on or on
    for one in asked:
        said = [row for row in checks if row.point == one.period]
        counted = [row for row in said if row.checked_on >= (facts.checks_from_on or on)]
        stands = counted[-1] if counted and counted[-1] is said[-1] else None
        yield CheckRow(
            point=CheckPoint(one.period),
            state=CheckState.WAIVED if one.period in waived else state_of(one, on=on),
            due_on=one.due_on,
            opens_on=one.opens_on,
            arithmetic=one.arithmetic,
            since_on=since_on,
            check=stands,
            earlier=tuple(row for row in said if row is not stands),
        )
        since_on = stands.checked_on if stands else since_on


def _followed_by(placement: Placement) -> Placement | None:
    """The placement with which it was begun again, unless that was given up."""
    return Placement.objects.filter(
        follows=placement, withdrawn_on__isnull=True, refused_on__isnull=True
    ).first()
