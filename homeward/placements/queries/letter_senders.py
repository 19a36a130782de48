"""From whom a letter is, and whom its reader can ring: the school, or the authority."""

from dataclasses import dataclass

from homeward.organisations.access import Access
from homeward.organisations.models import Organisation, Person, Team
from homeward.placements.codes import StaffPart
from homeward.placements.models import Placement
from homeward.placements.queries.hidden import registered
from homeward.placements.queries.letter_matter import Matter


@dataclass(frozen=True, slots=True)
class From:
    """From whom one reader's letter is: the school, or the authority where the school is hidden."""

    organisation: Organisation
    letterhead: str
    reply_to: str
    name: str
    at: str
    ring: str


def sender_of(of: Matter, *, is_school_hidden: bool = False) -> From:
    """From the school; where that is kept from the reader, from the authority."""
    access, placement = of.access, of.placement
    if placement.home_school is None or is_school_hidden:
        return _of_authority(access, placement)
    school = registered(placement.home_school)
    head = [placement.home_school.name]
    if school is not None:
        head += [part for part in (school.street, school.town, school.postcode) if part]
    telephone = school.telephone if school else ""
    writes = Person.objects.filter(pk=access.person or 0).first()
    is_ours = access.organisation == placement.home_school_id
    at = f"{access.role_says.split(', ')[0]}, {access.organisation_name}"
    return From(
        organisation=placement.home_school,
        letterhead="\n".join([*head, telephone] if telephone else head),
        reply_to=writes.email if writes and is_ours else "",
        name=access.person_name,
        at=at if access.roles else access.organisation_name,
        ring=_ring(of, telephone),
    )


def _ring(of: Matter, telephone: str) -> str:
    """Whom to ring: somebody named with a phone, or the school."""
    parts = (StaffPart.RETURN_ADULT, StaffPart.WEEKLY_CONTACT, StaffPart.COVER)
    found = [one for part in parts for one in of.adults if one.part == part]
    for one in found:
        if phone := one.phone or (one.person.phone if one.person else ""):
            return f"{one.name}, {phone}"
    name = found[0].name if found else of.access.person_name
    return f"{name}, {telephone}" if telephone else name


def _of_authority(access: Access, placement: Placement) -> From:
    """A letter from the authority: its name, and the team that commissions or supports a return."""
    teams = Team.objects.filter(authority=placement.keeper_id).order_by("kind", "id")
    team = placement.commissioner_team or teams.first()
    place = placement.keeper
    name = team.name if team else place.name
    is_own = access.organisation == placement.keeper_id
    phone = team.phone if team else ""
    return From(
        organisation=place,
        letterhead="\n".join(dict.fromkeys([place.name, name])),
        reply_to=team.mailbox if team else "",
        name=access.person_name if is_own else name,
        at=f"{name}, {place.name}" if is_own and team else place.name,
        ring=f"{name}, {phone}" if phone else name,
    )
