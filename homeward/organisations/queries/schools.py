"""What a school was before, and what it became."""

from collections.abc import Collection
from dataclasses import dataclass

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


def successor(access: Access, organisation: int) -> Organisation | None:
    """The one open school that a closed school became; None where there is none, or more than one.

    Follows as many links as it takes. Where a school was split, nobody can know to which part a
    child belongs: it stays as it was until a person says so.
    """
    return successors(access, [organisation]).get(organisation)


def successors(access: Access, organisations: Collection[int]) -> dict[int, Organisation]:
    """The successor of each that has closed and has one: one query where none has closed."""
    closed = School.objects.filter(
        organisation__is_closed=True, organisation__in=list(organisations)
    ).values_list("organisation_id", "urn")
    found = {}
    for key, urn in closed:
        after = _follow(urn, LinkKind.SUCCESSOR, {})
        still = list(Organisation.objects.filter(school__urn__in=after, is_closed=False)[:2])
        if len(still) == 1:
            found[key] = still[0]
    return found


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
