"""What a school was before, and what it became."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from homeward.organisations.access import Access
from homeward.organisations.codes import LinkKind
from homeward.organisations.models import Organisation, OrganisationLink, School

STEPS = 12
"""Links followed in each direction; the longest true chain of the public file has 5."""


@dataclass(frozen=True, slots=True)
class Step:
    """One school in a chain of predecessors and successors. Not every one is in the register."""

    urn: str
    name: str
    is_known: bool


def chain(access: Access, urn: str) -> list[Step]:
    """Answer a school with those before and after it, oldest first; at most 2 queries a step.

    102366 answers Hillingdon Tuition Centre, The Skills Hub (142107) and The Skills Hub (149033).
    """
    names: dict[str, str] = {}
    before = _follow(urn, LinkKind.PREDECESSOR, names)
    after = _follow(urn, LinkKind.SUCCESSOR, names)
    urns = [*reversed(before), urn, *after]
    known = dict(School.objects.filter(urn__in=urns).values_list("urn", "organisation__name"))
    return [
        Step(urn=one, name=known.get(one) or names.get(one, ""), is_known=one in known)
        for one in urns
    ]


def successor(access: Access, organisation: int, on: date) -> Organisation | None:
    """The one open school that a closed school became; None where there is none, or more than one.

    Follows as many links as it takes. Where a school was split, nobody can know which part a child
    belongs to: it stays as it was until a person says so.
    """
    return successors(access, [organisation], on).get(organisation)


def successors(access: Access, organisations: Collection[int], on: date) -> dict[int, Organisation]:
    """The successor of each that has closed and has one: one query where none has closed."""
    closed = dict(
        School.objects.filter(_has_closed(on), organisation__in=list(organisations)).values_list(
            "organisation_id", "urn"
        )
    )
    found = {}
    for key, urn in closed.items():
        after = _follow(urn, LinkKind.SUCCESSOR, {})
        still = Organisation.objects.filter(school__urn__in=after).exclude(
            Q(is_closed=True) | Q(closed_on__lte=on)
        )
        open_ones = list(still[:2])
        if len(open_ones) == 1:
            found[key] = open_ones[0]
    return found


def _has_closed(on: date) -> Q:
    return Q(organisation__is_closed=True) | Q(organisation__closed_on__lte=on)


def _follow(urn: str, kind: LinkKind, names: dict[str, str]) -> list[str]:
    found: list[str] = []
    back = LinkKind.SUCCESSOR if kind is LinkKind.PREDECESSOR else LinkKind.PREDECESSOR
    here = [urn]
    for _ in range(STEPS):
        ahead = OrganisationLink.objects.filter(urn__in=here, kind=kind)
        behind = OrganisationLink.objects.filter(linked_urn__in=here, kind=back)
        names.update((link.linked_urn, link.linked_name) for link in [*ahead, *behind])
        here = sorted(
            ({link.linked_urn for link in ahead} | {link.urn for link in behind}) - {urn, *found}
        )
        if not here:
            break
        found += here
    return found
