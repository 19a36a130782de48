import pytest

from homeward.history.who import Somebody
from homeward.organisations.models import Organisation
from tests.guards import let_flush_pass

let_flush_pass()


def organisation(name, kind="school", authority=None, **more):
    return Organisation.objects.create(
        name=name, search_key=name.lower(), kind=kind, authority=authority, **more
    )


@pytest.fixture
def hillingdon(db):
    return organisation("Hillingdon", kind="authority", code="312")


@pytest.fixture
def brent(db):
    return organisation("Brent", kind="authority", code="304")


@pytest.fixture
def mara(hillingdon):
    return Somebody(
        person=7,
        person_name="Mara Lind",
        organisation=11,
        organisation_name="Oak Park School (example)",
        authority=hillingdon.pk,
    )
