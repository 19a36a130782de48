from pathlib import Path

from homeward.organisations.codes import May, OrganisationKind
from homeward.organisations.roles import ROLES
from homeward.organisations.rules.service_rules import pages

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "service-rules"


def test_the_pages_say_what_the_roles_say():
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}

    assert written == pages(), "run: ./run manage write_service_rules"


def test_only_an_authority_reads_the_area():
    holders = {role.at for role in ROLES.values() if May.READ_AREA in role.may}

    assert holders == {OrganisationKind.AUTHORITY}


def test_a_provider_never_reads_a_childs_own_record():
    provider = [role for role in ROLES.values() if role.at == OrganisationKind.PROVIDER]

    assert all(May.READ_PUPILS not in role.may for role in provider)
