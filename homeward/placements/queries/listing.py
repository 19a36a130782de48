"""The list of placements: one plain filtered list for school, authority and provider."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from homeward.calendars.rules import monday_of
from homeward.due.models import OPEN, Expectation
from homeward.organisations.access import Access
from homeward.placements.codes import StaffPart, Stage
from homeward.placements.models import Contact, NamedAdult, Placement
from homeward.placements.queries.facts import bare_facts
from homeward.placements.queries.visible import visible
from homeward.placements.rules.contact import WEEKLY_CONTACT
from homeward.placements.rules.stage import days_left, stage
from homeward.pupils import queries as pupils
from homeward.pupils.queries.words import matching
from homeward.web.lists import Slice, cut, marked

PAGE_SIZE = 50

SHOWN = {
    "live": "Agreed, running or due back",
    "drafts": "Drafts",
    "urgent": "Started with gaps",
    "due_back": "Due back: no decision",
    "not_spoken": "Not spoken with this week",
    "closed": "Ended, withdrawn or not agreed",
    "all": "All",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the list is narrowed to."""

    shown: str = "live"
    text: str = ""
    provider: str = ""
    school: str = ""

    def choices(self) -> dict[str, str]:
        """What stands in the address; what was typed does not."""
        return {"shown": self.shown, "provider": self.provider, "school": self.school}


@dataclass(frozen=True, slots=True)
class Row:
    """A placement on the list."""

    reference: UUID
    child: str
    year_group: int
    school: str
    provider: str
    stage: Stage
    starts_on: date | None
    ends_on: date | None
    days_left: int | None
    contact_adult: str
    last_contact_on: date | None
    late: date | None


def listing(access: Access, chosen: Chosen, *, on: date, after: str = "") -> "Slice[Row]":
    """A page of placements, those that began last first: one query.

    The day of the last contact with the child and the oldest thing that is late come with it.
    """
    found = _narrowed(visible(access), access, chosen, on)
    last = marked(after, 1)
    if last and isinstance(last[0], int):
        found = found.filter(pk__lt=last[0])
    rows = list(_with_columns(found, on).order_by("-pk")[: PAGE_SIZE + 1])
    part = cut(rows, PAGE_SIZE, lambda row: (row.pk,))
    return Slice(
        items=tuple(_row(access, row, on) for row in part.items), next_after=part.next_after
    )


def everything(access: Access, chosen: Chosen, *, on: date) -> list[Row]:
    """The whole list as narrowed, for a spreadsheet."""
    found = _narrowed(visible(access), access, chosen, on)
    return [_row(access, row, on) for row in _with_columns(found, on).order_by("-pk")]


def started_with_gaps(access: Access, on: date) -> Any:
    """The references of placements that were begun and are not agreed, among those somebody sees."""
    return visible(access).filter(part_of("urgent", on)).values("reference")


def live_at(access: Access, provider: int, *, on: date) -> int:
    """How many live placements at a provider the person sees: one query."""
    return visible(access).filter(part_of("live", on), provider=provider).count()


def narrowing(access: Access) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The providers and the home schools among the placements somebody sees, for the filters."""
    seen = visible(access)
    rows = seen.values_list(
        "provider__reference",
        "provider__organisation__name",
        "home_school__reference",
        "home_school__name",
    ).distinct()
    providers: dict[str, str] = {}
    schools: dict[str, str] = {}
    for provider, provider_name, school, school_name in rows:
        if provider:
            providers[str(provider)] = provider_name
        if school:
            schools[str(school)] = school_name
    return (
        sorted(providers.items(), key=lambda pair: pair[1]),
        sorted(schools.items(), key=lambda pair: pair[1]),
    )


def _narrowed(
    found: "QuerySet[Placement]", access: Access, chosen: Chosen, on: date
) -> "QuerySet[Placement]":
    found = found.filter(part_of(chosen.shown, on))
    if chosen.provider:
        found = found.filter(provider__reference=chosen.provider)
    if chosen.school == "none":
        found = found.filter(home_school__isnull=True)
    elif chosen.school:
        found = found.filter(home_school__reference=chosen.school)
    if chosen.text.strip():
        found = found.filter(pupil__in=matching(pupils.visible(access), chosen.text).values("pk"))
    return found


def part_of(shown: str, on: date) -> Q:
    """The placements that one part of the list holds on a day (the names in SHOWN)."""
    is_open = Q(ended_on__isnull=True, withdrawn_on__isnull=True, refused_on__isnull=True)
    has_begun = (
        Q(agreed_on__isnull=False) | Q(urgent_on__isnull=False) | Q(first_session_on__isnull=False)
    )
    return {
        "live": is_open & has_begun,
        "drafts": is_open & ~has_begun,
        "urgent": is_open & has_begun & Q(agreed_on__isnull=True),
        "due_back": is_open & has_begun & Q(ends_on__lt=on),
        "not_spoken": is_open & has_begun & Q(Exists(_open_this_week(on))),
        "closed": ~is_open,
        "all": Q(),
    }.get(shown, is_open & has_begun)


def _open_this_week(on: date) -> "QuerySet[Expectation]":
    """The contact of this school week, of the placement around it, where it is still open."""
    return Expectation.objects.filter(
        OPEN,
        about=OuterRef("reference"),
        kind=WEEKLY_CONTACT,
        period=monday_of(on).isoformat(),
    )


def _with_columns(found: "QuerySet[Placement]", on: date) -> "QuerySet[Placement, Any]":
    contacts = Contact.objects.filter(
        placement=OuterRef("pk"),
        spoke_with="child",
        corrections__isnull=True,
        is_withdrawn=False,
    ).order_by("-made_on")
    adults = NamedAdult.objects.filter(
        placement=OuterRef("pk"), part=StaffPart.WEEKLY_CONTACT, to_on__isnull=True
    ).order_by("-pk")
    late = Expectation.objects.filter(
        OPEN,
        about=OuterRef("reference"),
        due_on__lt=on,
    ).order_by("due_on")
    return found.select_related("pupil", "provider__organisation", "home_school").annotate(
        last_contact_on=Subquery(contacts.values("made_on")[:1]),
        contact_adult=Subquery(adults.values("name")[:1]),
        oldest_late=Subquery(late.values("due_on")[:1]),
    )


def _row(access: Access, row: Any, on: date) -> Row:
    facts = bare_facts(access, row)
    return Row(
        reference=row.reference,
        child=row.pupil.name,
        year_group=row.pupil.year_group,
        school=row.home_school.name if row.home_school else "",
        provider=row.provider.organisation.name if row.provider else "",
        stage=stage(facts, on),
        starts_on=facts.begins_on,
        ends_on=row.ended_on or row.ends_on,
        days_left=days_left(facts, on),
        contact_adult=row.contact_adult or "",
        last_contact_on=row.last_contact_on,
        late=row.oldest_late,
    )
