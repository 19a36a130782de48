"""The list of the overview: a page at a time, the worst first, each with its sentence."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from homeward.calendars import queries as calendars
from homeward.calendars.rules import Calendar, Period
from homeward.organisations.access import Access
from homeward.oversight.queries.drifting import CODES, keyed, with_columns, with_numbers
from homeward.oversight.queries.overseen import overseen, part
from homeward.oversight.queries.summary import NO_SCHOOL
from homeward.placements import queries as placements
from homeward.placements.codes import DriftKind, Stage
from homeward.placements.models import Placement
from homeward.placements.rules.checks import AUTHORITY_CHECK
from homeward.placements.rules.drift import Drift, DriftFacts, drift
from homeward.placements.rules.known import known_school_days
from homeward.placements.rules.stage import stage
from homeward.pupils import queries as pupils
from homeward.pupils.queries.words import matching
from homeward.web.lists import Slice, cut, marked

PAGE_SIZE = 25
CSV_SIZE = 5000
ANY = "any"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the overview is narrowed to."""

    shown: str = "all"
    drift: str = ""
    school: str = ""
    provider: str = ""
    year: str = ""
    text: str = ""

    def choices(self) -> dict[str, str]:
        """What stands in the address; what was typed does not."""
        return {
            "shown": self.shown,
            "drift": self.drift,
            "school": self.school,
            "provider": self.provider,
            "year": self.year,
        }

    @property
    def is_narrowed(self) -> bool:
        return self != Chosen()


@dataclass(frozen=True, slots=True)
class Row:
    """One placement and the one sentence about it."""

    reference: UUID
    child: str
    year_group: int
    school: str
    provider: str
    stage: Stage
    drift: Drift
    starts_on: date | None
    ends_on: date | None


def listing(
    access: Access,
    chosen: Chosen,
    *,
    on: date,
    after: str = "",
    unsettled: Collection[UUID] | None = None,
) -> "Slice[Row]":
    """A page of placements, the worst first: four queries at most, however many there are."""
    found = _narrowed(access, chosen, on, unsettled)
    last = marked(after, 1)
    if last and isinstance(last[0], str):
        found = found.filter(key__gt=last[0])
    keys = list(found.order_by("key").values_list("pk", "key")[: PAGE_SIZE + 1])
    found_part = cut(keys, PAGE_SIZE, lambda row: (row[1],))
    rows = _rows(access, [key for key, _ in found_part.items], on=on)
    return Slice(items=rows, next_after=found_part.next_after)


def everything(
    access: Access, chosen: Chosen, *, on: date, unsettled: Collection[UUID] | None = None
) -> tuple[Row, ...]:
    """The whole list as narrowed, for a spreadsheet: at most 5,000 rows."""
    found = _narrowed(access, chosen, on, unsettled).order_by("key")
    keys = list(found.values_list("pk", flat=True)[:CSV_SIZE])
    return _rows(access, keys, on=on)


def _narrowed(
    access: Access, chosen: Chosen, on: date, unsettled: Collection[UUID] | None
) -> "QuerySet[Any]":
    found = overseen(access, on, unsettled).filter(part(chosen.shown, on))
    if chosen.school == NO_SCHOOL:
        found = found.filter(home_school__isnull=True)
    elif chosen.school:
        found = found.filter(home_school__reference=chosen.school)
    if chosen.provider:
        found = found.filter(provider__reference=chosen.provider)
    if chosen.year:
        found = found.filter(pupil__year_group=int(chosen.year))
    if chosen.text.strip():
        named = matching(pupils.visible(access), chosen.text)
        found = found.filter(pupil__in=named.values("pk"))
    judged = keyed(with_columns(found, on), on=on)
    if chosen.drift == ANY:
        return judged.exclude(kind_code=CODES[DriftKind.ON_COURSE])
    if chosen.drift:
        return judged.filter(kind_code=CODES[DriftKind(chosen.drift)])
    return judged


def _rows(access: Access, keys: list[int], *, on: date) -> tuple[Row, ...]:
    found = Placement.objects.filter(pk__in=keys).select_related(
        "pupil", "provider__organisation", "home_school"
    )
    by_key = {row.pk: row for row in with_numbers(with_columns(found, on), on)}
    rows = [by_key[key] for key in keys if key in by_key]
    known = _calendars(access, rows)
    return tuple(_row(access, row, known, on) for row in rows)


def _calendars(access: Access, rows: Iterable[Any]) -> dict[int, Calendar]:
    """The calendars of those who wait, to count their school days: two queries, or none."""
    asked = {row.home_school_id or row.commissioner_id for row in rows if row.waiting_from_on}
    return calendars.calendars(access, asked) if asked else {}


def _row(access: Access, row: Any, known: dict[int, Calendar], on: date) -> Row:
    facts = placements.bare_facts(access, row)
    return Row(
        reference=row.reference,
        child=row.pupil.name,
        year_group=row.pupil.year_group,
        school=row.home_school.name if row.home_school else "",
        provider=row.provider.organisation.name if row.provider else "",
        stage=stage(facts, on),
        drift=drift(_facts(row, facts.begins_on, known, on), on),
        starts_on=facts.begins_on,
        ends_on=row.ended_on or row.ends_on,
    )


def _facts(row: Any, begins_on: date | None, known: dict[int, Calendar], on: date) -> DriftFacts:
    """What the rule of drift looks at, from one row with its columns."""
    return DriftFacts(
        is_open=row.ended_on is None,
        is_agreed=row.agreed_on is not None,
        begins_on=begins_on,
        ends_on=row.ends_on,
        begun_by=row.urgent_on or row.first_session_on,
        gaps=row.gaps,
        gaps_due_on=row.gaps_due_on,
        extensions=row.extensions,
        missed_weeks=row.missed_weeks,
        last_spoken_on=row.last_spoken_on,
        check_due_on=row.check_due_on,
        check=_check_said(row),
        route=row.route,
        came_back_on=row.return_began_on,
        prepared_by=row.prepared_by,
        full_time_by=row.full_time_by,
        ladder_misses=row.ladder_misses or "",
        review_due_on=row.review_due_on,
        decision_due_on=row.decision_due_on,
        waiting_from_on=row.waiting_from_on,
        waiting_school_days=_waited(row, known, on),
    )


def _check_said(row: Any) -> str:
    if row.check_kind == AUTHORITY_CHECK:
        return f"The authority’s check of a child who {row.check_subject}"
    return f"The {row.check_subject or 'check'}"


def _waited(row: Any, known: dict[int, Calendar], on: date) -> int | None:
    calendar = known.get(row.home_school_id or row.commissioner_id)
    if calendar is None or row.waiting_from_on is None or row.waiting_from_on > on:
        return None
    return len(known_school_days(Period(row.waiting_from_on, on), calendar))
