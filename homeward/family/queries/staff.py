"""The family's pages as the school sees them: whose they are, what opens them, what was written."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from homeward.family.models import Reply
from homeward.family.queries.replies import replies
from homeward.links import queries as links
from homeward.links.codes import LinkKind
from homeward.links.models import Guess
from homeward.links.queries import Standing
from homeward.organisations.access import Access
from homeward.placements.models import Placement
from homeward.placements.queries.visible import NotVisible
from homeward.pupils.codes import RELATIONSHIP_SAYS, Relationship
from homeward.pupils.models import FamilyAdult

LOOKED_BACK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the family who has a page: an adult who may receive letters, or the child."""

    kind: LinkKind
    whom: UUID
    name: str
    says: str
    family: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One member, with what opens their page and how many tries did not fit this week."""

    member: Member
    standing: Standing
    guesses: int


@dataclass(frozen=True, slots=True)
class FamilyPages:
    """What the page of the family's pages shows."""

    rows: tuple[Row, ...]
    left_out: tuple[str, ...]
    replies: tuple[Reply, ...]


def family_pages(access: Access, placement: Placement, *, on: date) -> FamilyPages:
    """Everybody of the family with their links, and what they wrote: eight queries."""
    found = members(access, placement, on=on)
    whoms = [one.whom for one in found]
    standings = links.standings(access, whoms, on=on)
    since = timezone.now() - LOOKED_BACK
    tries = Guess.objects.filter(whom__in=whoms, at__gt=since).values_list("whom", flat=True)
    counted = Counter(tries)
    silent = _here(placement, on).filter(may_receive_letters=False).order_by("id")
    return FamilyPages(
        rows=tuple(Row(one, standings[one.whom], counted[one.whom]) for one in found),
        left_out=tuple(silent.values_list("name", flat=True)),
        replies=tuple(replies(access, placement)),
    )


def members(access: Access, placement: Placement, *, on: date) -> list[Member]:
    """Who of the family has a page, the adults first: one query."""
    rows = list(_here(placement, on).filter(may_receive_letters=True).order_by("id"))
    pupil = placement.pupil
    names = [pupil.first_name, pupil.last_name, pupil.preferred_first_name, pupil.known_as]
    names += [part for row in rows for part in row.name.split()]
    family = tuple(dict.fromkeys(name for name in names if len(name) > 2))
    found = [
        Member(
            LinkKind.ADULT,
            row.reference,
            row.name,
            RELATIONSHIP_SAYS[Relationship(row.relationship)],
            family,
        )
        for row in rows
    ]
    return [*found, Member(LinkKind.CHILD, pupil.reference, pupil.name, "The child", family)]


def member(access: Access, placement: Placement, whom: UUID, *, on: date) -> Member:
    """One of them. Raises NotVisible."""
    found = next((one for one in members(access, placement, on=on) if one.whom == whom), None)
    if found is None:
        raise NotVisible
    return found


def row(access: Access, placement: Placement, whom: UUID, *, on: date) -> Row:
    """One of them with what opens their page. Raises NotVisible."""
    found = member(access, placement, whom, on=on)
    return Row(found, links.standings(access, [whom], on=on)[whom], 0)


def _here(placement: Placement, on: date) -> "QuerySet[FamilyAdult]":
    stays = Q(left_on__isnull=True) | Q(left_on__gt=on)
    return FamilyAdult.objects.filter(stays, pupil=placement.pupil)
