"""How child, parents, provider and school see what helps: who looked, and who is asked to look."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from homeward.calendars import queries as calendars
from homeward.due.models import Expectation
from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.placements.codes import Rater
from homeward.placements.models import Placement, ReadinessRating
from homeward.placements.queries.visible import NotVisible, commissioned
from homeward.placements.rules.readiness import (
    READINESS,
    Said,
    SideBySide,
    Viewer,
    half_term_of,
    half_term_says,
    side_by_side,
)
from homeward.pupils.models import FamilyAdult


def asking(rater: Rater, adult: FamilyAdult | None = None, *, on: date) -> dict[str, Subquery]:
    """Two columns beside the row of a placement, by which `is_asked` judges: no query of their own.

    Since when the half term asks that is open on a day, and when this one of the four last looked. A
    parent is asked by name: `adult`.
    """
    lines = Expectation.objects.filter(
        about=OuterRef("reference"), kind=READINESS, opens_on__lte=on, is_set_aside=False
    )
    looks = ReadinessRating.objects.filter(
        placement=OuterRef("pk"), rater=rater, adult=adult, rated_on__lte=on
    )
    return {
        "helps_asked_on": Subquery(lines.order_by("-opens_on").values("opens_on")[:1]),
        "helps_looked_on": Subquery(looks.order_by("-rated_on").values("rated_on")[:1]),
    }


def half_term_on(access: Access, placement: Placement, day: date) -> str:
    """Under which half term of the home school a look of a day is kept: three queries."""
    owner = placement.home_school_id or placement.commissioner_id
    return half_term_of(day, calendars.calendar(access, owner))


@dataclass(frozen=True, slots=True)
class Looked:
    """One of those who look, and when and by whom it was done in the half term that is shown."""

    label: str
    who: str
    said: Said | None


@dataclass(frozen=True, slots=True)
class ReadinessPage:
    """The statements side by side in one half term, and who has not looked yet."""

    half_term: str
    half_terms: tuple[tuple[str, str], ...]
    looked: tuple[Looked, ...]
    sides: SideBySide
    mine: Rater | None

    @property
    def says(self) -> str:
        """The half term that is shown, in words."""
        return half_term_says(self.half_term)

    @property
    def has_any(self) -> bool:
        """Whether somebody looked in this half term."""
        return any(one.said for one in self.looked)


def readiness_page(
    access: Access, placement: Placement, *, half_term: str = "", on: date
) -> ReadinessPage:
    """Read one half term, the newest in which somebody looked where none is named: five queries.

    Raises NotVisible for a half term in which nobody looked.
    """
    rows = _ratings(placement)
    now = half_term_on(access, placement, on)
    named = list(dict.fromkeys([now, *(row.half_term for row in reversed(rows))]))
    shown = half_term or (rows[-1].half_term if rows else now)
    if shown not in named:
        raise NotVisible
    viewers = _viewers(placement, rows, on)
    return ReadinessPage(
        half_term=shown,
        half_terms=tuple((key, half_term_says(key)) for key in named),
        looked=tuple(_looked(placement, viewer, shown) for viewer in viewers),
        sides=side_by_side(viewers, half_term=shown),
        mine=side_of(access, placement),
    )


def side_of(access: Access, placement: Placement) -> Rater | None:
    """For which side somebody looks: their organisation's part in the placement; None for no part.

    The authority looks in the school's stead where it commissions and no school does.
    """
    if access.organisation is None or not access.may(May.RATE_READINESS):
        return None
    if placement.provider and access.organisation == placement.provider.organisation_id:
        return Rater.PROVIDER
    is_school = access.organisation in {placement.home_school_id, placement.commissioner_id}
    return Rater.SCHOOL if is_school else None


def looking(access: Access, reference: UUID) -> tuple[Placement, Rater]:
    """A placement and the side for which somebody looks at what helps. Raises NotVisible."""
    found = commissioned(access, reference)
    rater = side_of(access, found)
    if rater is None:
        raise NotVisible
    return found, rater


@dataclass(frozen=True, slots=True)
class Opening:
    """What the form of one side opens with: what stands of this half term, and who wrote it."""

    rater: Rater
    child: str
    half_term: str
    stands: Said | None
    is_school: bool = True

    @property
    def voice(self) -> Rater:
        """In whose words the statements are put. Without a school nobody can say what is there."""
        return self.rater if self.is_school else Rater.PARENT


def opening(
    access: Access,
    placement: Placement,
    *,
    rater: Rater,
    adult: FamilyAdult | None = None,
    on: date,
) -> Opening:
    """What stands of one of the four in the half term of a day: five queries."""
    key = half_term_on(access, placement, on)
    rows = _said(rater, adult, placement).filter(half_term=key)
    stands = rows.order_by("-id").first()
    return Opening(
        rater=rater,
        child=placement.pupil.known_as,
        half_term=key,
        stands=_as_said(stands) if stands else None,
        is_school=rater != Rater.SCHOOL or placement.home_school_id is not None,
    )


def _said(
    rater: Rater, adult: FamilyAdult | None, placement: Placement
) -> "QuerySet[ReadinessRating]":
    return ReadinessRating.objects.filter(placement=placement, rater=rater, adult=adult)


def _ratings(placement: Placement) -> list[ReadinessRating]:
    """Every look, the oldest first."""
    return list(ReadinessRating.objects.filter(placement=placement).order_by("rated_on", "id"))


def _as_said(row: ReadinessRating) -> Said:
    return Said(row.half_term, row.rated_on, row.name, row.answers, row.words)


def _viewers(placement: Placement, rows: Sequence[ReadinessRating], on: date) -> tuple[Viewer, ...]:
    """Child, each adult of the family who looked or may, provider and school, in this order."""
    said: dict[tuple[str, int | None], list[Said]] = defaultdict(list)
    for row in rows:
        said[row.rater, row.adult_id].append(_as_said(row))
    adults = FamilyAdult.objects.filter(pupil_id=placement.pupil_id).order_by("id")
    parents = [
        Viewer(f"adult-{one.pk}", Rater.PARENT, one.name, said[Rater.PARENT, one.pk])
        for one in adults
        if said[Rater.PARENT, one.pk] or _may_look(one, on)
    ]
    school = "School" if placement.home_school_id else "Authority"
    return (
        Viewer("child", Rater.CHILD, placement.pupil.known_as, said[Rater.CHILD, None]),
        *parents,
        Viewer("provider", Rater.PROVIDER, "Provider", said[Rater.PROVIDER, None]),
        Viewer("school", Rater.SCHOOL, school, said[Rater.SCHOOL, None]),
    )


def _may_look(adult: FamilyAdult, on: date) -> bool:
    return adult.may_receive_letters and (adult.left_on is None or adult.left_on > on)


def _looked(placement: Placement, viewer: Viewer, half_term: str) -> Looked:
    said = viewer.in_half_term(half_term)
    is_family = viewer.rater in {Rater.CHILD, Rater.PARENT}
    return Looked(viewer.label, said.name if said and not is_family else "", said)


def own(
    access: Access, placement: Placement, *, rater: Rater, adult: FamilyAdult | None = None
) -> Viewer:
    """What one of the four said over time, and nobody else: one query."""
    rows = _said(rater, adult, placement).order_by("rated_on", "id")
    return Viewer(rater.value, rater, "", [_as_said(row) for row in rows])
