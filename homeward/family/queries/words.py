"""What a child said on their own page, and who has read it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from homeward.family.codes import WeekWas
from homeward.family.models import ChildWords, WordsHeard
from homeward.family.rules.words import WordsFact
from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.organisations.codes import May, RoleName
from homeward.placements import queries as placements
from homeward.placements.models import Placement
from homeward.placements.queries import NotVisible
from homeward.placements.queries.facts import contact_adults
from homeward.placements.rules.facts import Facts, NamedAdultFact
from homeward.pupils.rules.names import known_name

LATEST = 3
MOST_HEARD = 10


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody read it on a day, and what happened then."""

    heard_on: date
    by_name: str
    what_happened: str


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a child said, word for word.

    Of a worry that is not this person's to read, `is_kept` is set and the words are left out.
    """

    reference: UUID
    said_on: date
    said_at: datetime
    week: str
    words: str
    is_shared: bool
    is_worry: bool
    is_kept: bool
    heard: tuple[Heard, ...]

    @property
    def is_heard(self) -> bool:
        return bool(self.heard)


@dataclass(frozen=True, slots=True)
class Shared:
    """What a child said and lets their parents see."""

    reference: UUID
    said_on: date
    week: str
    words: str


def said(access: Access, placement: Placement, *, latest: int | None = None) -> tuple[Said, ...]:
    """Everything a child said about a placement, the newest first: two queries.

    The words of a worry stand only for those who read worries.
    """
    rows = list(ChildWords.objects.filter(placement=placement).order_by("-id")[:latest])
    heard, may = _heard(rows), hears_worries(access, placement)
    return tuple(_said(row, heard[row.pk], is_kept=row.is_worry and not may) for row in rows)


def before_contact(access: Access, placement: Placement) -> tuple[Said, ...]:
    """What the child said since the last contact with them, and what nobody has read: three queries."""
    spoken = placements.standing_contacts(access, [placement.pk])[placement.pk]
    last = max((made.made_on for made in spoken if made.is_with_child), default=None)
    found = said(access, placement)
    return tuple(one for one in found if not one.is_heard or last is None or one.said_on >= last)[
        : 2 * LATEST
    ]


def own(access: Access, placement: Placement, *, latest: int) -> tuple[Said, ...]:
    """What the child said, for the child: nothing is kept from them. One query."""
    return _in_one(placement, latest=latest, may=True)


def newest(access: Access, placement: Placement, *, latest: int) -> tuple[Said, ...]:
    """The newest of what a child said, for staff: as `said`, in one query."""
    return _in_one(placement, latest=latest, may=hears_worries(access, placement))


def _in_one(placement: Placement, *, latest: int, may: bool) -> tuple[Said, ...]:
    found: dict[int, ChildWords] = {}
    heard: dict[int, tuple[Heard, ...]] = defaultdict(tuple)
    rows = ChildWords.objects.filter(placement=placement).annotate(
        heard_id=F("heard__id"),
        heard_on=F("heard__heard_on"),
        heard_by=F("heard__heard_by_name"),
        happened=F("heard__what_happened"),
    )
    for row in rows.order_by("-id", "heard_id")[: latest * MOST_HEARD]:
        found.setdefault(row.pk, row)
        if row.heard_id is not None:
            heard[row.pk] += (Heard(row.heard_on, row.heard_by, row.happened),)
    return tuple(
        _said(row, heard[row.pk], is_kept=row.is_worry and not may)
        for row in [*found.values()][:latest]
    )


def shared_with_parents(access: Access, placement: Placement) -> tuple[Shared, ...]:
    """What the child said and shares with their parents, the newest first: one query.

    A worry is never among it, whatever else the child chose.
    """
    rows = ChildWords.objects.filter(
        placement=placement, is_shared_with_parents=True, is_worry=False
    )
    return tuple(
        Shared(row.reference, row.said_on, _week(row), row.words) for row in rows.order_by("-id")
    )


def one(access: Access, placement: Placement, reference: UUID) -> tuple[ChildWords, Said]:
    """One thing that was said, as the person may read it: two queries. Raises NotVisible."""
    rows = ChildWords.objects.filter(placement=placement, reference=reference)
    row = rows.select_related("placement").first()
    if row is None:
        raise NotVisible
    is_kept = row.is_worry and not hears_worries(access, placement)
    return row, _said(row, _heard([row])[row.pk], is_kept=is_kept)


def hears_worries(access: Access, placement: Placement) -> bool:
    """Whether somebody reads what worries this child: the safeguarding lead, the head, the deputy.

    Where the child has no school it is the authority that answers for the placement. No query.
    """
    if access.is_system:
        return True
    if placement.home_school_id is None:
        is_theirs = access.organisation == placement.commissioner_id
        return is_theirs and access.is_authority and access.may(May.ANSWER_FAMILY)
    is_of_school = access.organisation == placement.home_school_id
    return is_of_school and access.may(May.HEAR_WORRIES)


@dataclass(frozen=True, slots=True)
class Name:
    """Something that was said, by whom, and the placement it belongs to."""

    reference: UUID
    placement: UUID
    child: str
    place: str


def names(access: Access, references: Collection[UUID]) -> list[Name]:
    """Name what was said to those who read it: one query."""
    if not access.may(May.ANSWER_FAMILY):
        return []
    rows = ChildWords.objects.filter(
        reference__in=list(references), placement__in=placements.visible(access)
    ).values_list(
        "reference",
        "placement__reference",
        "placement__provider__organisation__name",
        "placement__pupil__first_name",
        "placement__pupil__last_name",
        "placement__pupil__preferred_first_name",
        "placement__pupil__preferred_last_name",
    )
    return [
        Name(reference, placement, known_name(*name), place or "")
        for reference, placement, place, *name in rows
    ]


def facts_of_many(access: Access, rows: Sequence[ChildWords], *, on: date) -> dict[int, WordsFact]:
    """What the rules look at, by key: two queries, however many things were said."""
    heard = _heard_rows(rows)
    adults = contact_adults(access, [row.placement_id for row in rows], on=on)
    return {row.pk: _fact(row, heard.get(row.pk, ()), adults[row.placement_id]) for row in rows}


def _fact(
    row: ChildWords, heard: Sequence[WordsHeard], adults: Sequence[NamedAdultFact]
) -> WordsFact:
    placement = row.placement
    facts = Facts(placement.reference, placement.kind, None, None, adults=adults)
    by = next((each for each in heard if each.is_for_worry or not row.is_worry), None)
    has_school = placement.home_school_id is not None
    return WordsFact(
        placement=str(placement.reference),
        said_on=row.said_on,
        is_worry=row.is_worry,
        contact_adult=facts.contact_adult,
        has_school=has_school,
        team=None if has_school else placement.commissioner_team_id,
        heard_on=by.heard_on if by else None,
        heard_by=str(by.reference) if by else "",
    )


def _heard_rows(rows: Iterable[ChildWords]) -> dict[int, list[WordsHeard]]:
    found: dict[int, list[WordsHeard]] = defaultdict(list)
    for each in WordsHeard.objects.filter(words__in=[row.pk for row in rows]).order_by("id"):
        found[each.words_id].append(each)
    return found


def _heard(rows: Iterable[ChildWords]) -> dict[int, tuple[Heard, ...]]:
    found: dict[int, tuple[Heard, ...]] = defaultdict(tuple)
    for key, some in _heard_rows(rows).items():
        found[key] = tuple(
            Heard(each.heard_on, each.heard_by_name, each.what_happened) for each in some
        )
    return found


def _said(row: ChildWords, heard: tuple[Heard, ...], *, is_kept: bool) -> Said:
    return Said(
        reference=row.reference,
        said_on=row.said_on,
        said_at=row.said_at,
        week="" if is_kept else _week(row),
        words="" if is_kept else row.words,
        is_shared=row.is_shared_with_parents,
        is_worry=row.is_worry,
        is_kept=is_kept,
        heard=tuple(Heard(each.heard_on, each.by_name, "") for each in heard) if is_kept else heard,
    )


def _week(row: ChildWords) -> str:
    return WeekWas(row.week).label if row.week else ""


def addresses_to_tell(access: Access, reference: str, on: date) -> list[str]:
    """Who hears by email that a child is worried: the safeguarding leads, else head and deputy.

    Where the child has no school, the mailbox of the authority's team.
    """
    row = ChildWords.objects.filter(reference=reference).select_related(
        "placement__commissioner_team"
    )
    found = row.first()
    if found is None:
        return []
    placement = found.placement
    if placement.home_school_id is None:
        team = placement.commissioner_team
        return [team.mailbox] if team and team.mailbox else []
    for roles in ([RoleName.DSL], [RoleName.HEADTEACHER, RoleName.DEPUTY]):
        people = organisations.with_roles(access, placement.home_school_id, list(roles), on)
        if addresses := [one.email for one in people if one.is_active and one.email]:
            return addresses
    return []
