from dataclasses import dataclass

import pytest

from homeward.organisations.models import Organisation, OrganisationLink, School, Team
from homeward.web.search import fold


@dataclass(frozen=True)
class Borough:
    """A small Hillingdon with the cast's schools."""

    authority: Organisation

    def school(
        self,
        urn: str,
        name: str,
        *,
        phase: str = "Primary",
        is_closed: bool = False,
        authority: Organisation | None = None,
    ) -> School:
        organisation = Organisation.objects.create(
            kind="school",
            name=name,
            search_key=fold(name),
            authority=authority or self.authority,
            is_closed=is_closed,
        )
        return School.objects.create(
            organisation=organisation,
            urn=urn,
            authority_code="312",
            authority_name="Hillingdon",
            phase=phase,
            is_example=urn.startswith("999"),
        )


@pytest.fixture
def borough(db: None) -> Borough:
    made = Borough(
        Organisation.objects.create(
            kind="authority", name="Hillingdon", search_key="hillingdon", code="312"
        )
    )
    made.school("999001", "Oak Park School (example)", phase="Secondary")
    made.school("102420", "St Joseph’s Catholic Primary School")
    made.school("142107", "The Skills Hub", is_closed=True, phase="Not applicable")
    made.school("149033", "The Skills Hub", phase="Not applicable")
    for urn, linked, name, kind in (
        ("142107", "102366", "Hillingdon Tuition Centre", "predecessor"),
        ("142107", "149033", "The Skills Hub", "successor"),
    ):
        OrganisationLink.objects.create(urn=urn, linked_urn=linked, linked_name=name, kind=kind)
    Team.objects.create(
        authority=made.authority,
        kind="exclusions",
        name="Exclusions Team",
        when_to_use="When a child is coming back to school.",
        mailbox="exclusionsupport@hillingdon.gov.uk",
        phone="01895 496 0123",
    )
    return made
