from datetime import date

import pytest

from homeward.pupils import actions, queries
from tests.pupils.conftest import TODAY


@pytest.fixture
def zoe(add):
    return add("Zoë Anne", "O’Neil-Smith", preferred_first_name="Zed", former_names="Zoë Ward")


@pytest.mark.parametrize(
    "typed",
    [
        "zoe",
        "ZOË",
        "oneil",
        "o'neil",
        "neil-smith zoe",
        "smith",
        "oneilsmith",
        "smi zo",
        "anne",
        "zed",
        "ward",
        "ann o’n",
    ],
)
def test_a_child_is_found_by_the_beginning_of_any_name_in_any_order(cast, zoe, add, typed):
    add("Amira", "Haddad")

    assert queries.search(cast.lead, typed) == [zoe]


@pytest.mark.parametrize("typed", ["zoe haddad", "oe", "%", "_", "*", "'", "\0"])
def test_what_no_name_begins_with_finds_nobody(cast, zoe, add, typed):
    add("Amira", "Haddad")

    assert queries.search(cast.lead, typed) == []


def test_a_child_is_found_by_the_unique_pupil_number_however_it_is_typed(cast, amira):
    assert queries.search(cast.lead, f" {amira.upn[:4].lower()} {amira.upn[4:]} ") == [amira]


def test_a_new_name_is_found_and_the_old_one_no_longer(cast, amira):
    actions.amend_pupil(amira, changes={"last_name": "Nasser"}, by=cast.lead, on=TODAY)

    assert queries.search(cast.lead, "nass")
    assert queries.search(cast.lead, "hadd") == []


def test_names_in_other_letters_are_found(cast, add):
    child = add("أميرة", "حداد")

    assert queries.search(cast.lead, "حد") == [child]


def test_namesakes_have_the_same_name_and_birthday_and_may_be_read(cast, amira, add):
    add("Amira", "Haddad", born_on=date(2013, 1, 1))
    add("Amira", "Haddad", school=cast.elm_road)
    asked = {"first_name": "AMIRA", "last_name": "haddad", "born_on": amira.born_on}

    assert [one.reference for one in queries.namesakes(cast.lead, **asked)] == [amira.reference]
