"""Which placements a person sees: those of which their organisation is a party, and, for people
who see only what names them, those that name them."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.placements.codes import Part
from homeward.placements.models import Contact, NamedAdult, Party, Placement
from homeward.pupils import queries as pupils
from homeward.pupils.models import Pupil


class NotVisible(Http404):
    """There is no such record, or not for whoever asks: the two answer alike."""


def visible(access: Access) -> QuerySet[Placement]:
    """Every placement that the person may see, in no order; none where no role of theirs reads any."""
    if access.organisation is None or not access.may(May.READ_PLACEMENTS):
        return Placement.objects.none()
    party = Party.objects.filter(
        _now(access), placement=OuterRef("pk"), organisation_id=access.organisation
    )
    seen = Placement.objects.filter(Exists(party))
    if access.sees_all or access.person is None:
        return seen if access.sees_all else seen.none()
    named = NamedAdult.objects.filter(
        _now(access), placement=OuterRef("pk"), person_id=access.person
    )
    return seen.filter(Exists(named))


def placement(access: Access, reference: UUID) -> Placement:
    """One placement with the rows that every page of it names. Raises NotVisible."""
    return _one(visible(access), reference)


def commissioned(access: Access, reference: UUID) -> Placement:
    """One placement of which the person's organisation is more than the receiving side.

    What is not the receiving side's to write goes through this. Raises NotVisible.
    """
    if access.organisation is None:
        raise NotVisible
    return _one(
        visible(access).filter(Exists(_more_than_receiving(access, access.organisation))), reference
    )


def is_more_than_receiving(access: Access, placement: Placement) -> bool:
    """Whether what is not the receiving side's to write is the person's: one query."""
    if access.organisation is None:
        return False
    rows = visible(access).filter(pk=placement.pk)
    return rows.filter(Exists(_more_than_receiving(access, access.organisation))).exists()


def _more_than_receiving(access: Access, organisation: int) -> QuerySet[Party]:
    return Party.objects.filter(
        _now(access), placement=OuterRef("pk"), organisation_id=organisation
    ).exclude(part=Part.RECEIVING)


def _one(rows: QuerySet[Placement], reference: UUID) -> Placement:
    found = (
        rows.select_related(
            "pupil",
            "provider__organisation",
            "home_school",
            "commissioner",
            "commissioner_team",
            "keeper",
        )
        .filter(reference=reference)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def contact(access: Access, placement: Placement, reference: UUID) -> Contact:
    """One contact of a placement that the person may see. Raises NotVisible."""
    found = Contact.objects.filter(placement=placement, reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def draft_pupil(access: Access, reference: UUID) -> Pupil:
    """The child for whom the person may start a placement. Raises NotVisible."""
    found = pupils.pupil(access, reference)
    if not may_place(access, found):
        raise NotVisible
    return found


def may_place(access: Access, pupil: Pupil) -> bool:
    """Whether a child is the person's to place: of their school, or of their authority."""
    if access.is_authority:
        return pupil.keeper_id == access.authority
    return access.organisation is not None and pupil.home_school_id == access.organisation


def placements_of_pupil(access: Access, pupil: Pupil) -> list[Placement]:
    """The placements of one child that the person may see, newest first."""
    return list(
        visible(access)
        .filter(pupil=pupil)
        .select_related("provider__organisation")
        .order_by("-starts_on", "-id")
    )


def _now(access: Access) -> Q:
    if access.on is None:
        return Q()
    return Q(from_on__lte=access.on) & (Q(to_on__isnull=True) | Q(to_on__gte=access.on))


def opened_pupils(access: Access) -> Q:
    """Children whose record a placement opens: to its parties, and to the people it names."""
    return Q(pk__in=visible(access).values("pupil"))
