"""Code lists and bank holidays, packaged."""

from datetime import date

import pytest

from homeward.reference.bank_holidays import bank_holidays, last_known_on
from homeward.reference.codes import code_lists, labels, rows


def test_the_six_reasons_of_the_school_census_have_their_exact_labels():
    reasons = labels("ap_placement_reasons", codeset="school_census")

    assert len(reasons) == 6
    assert reasons["off_site_behaviour"] == "Off-site placement for behavioural support"


def test_a_list_without_slugs_goes_by_its_codes():
    assert labels("sen", codeset="provision")["K"] == "SEN support"


def test_codes_stay_text():
    assert labels("attendance")["/"] == "Present, morning session"
    assert labels("attendance")["#"]
    assert labels("sen", codeset="provision")["N"] == "No special educational need"


@pytest.mark.parametrize("name", code_lists())
def test_every_packaged_list_can_be_read(name):
    assert rows(name)
    assert all(None not in row and None not in row.values() for row in rows(name))


def test_a_list_or_set_that_is_not_there_is_a_named_error():
    with pytest.raises(LookupError, match="ap_reasons"):
        labels("ap_reasons")
    with pytest.raises(LookupError, match="census"):
        labels("sen", codeset="census")


def test_bank_holidays_keep_only_the_substitute_day():
    assert bank_holidays()[date(2026, 12, 28)] == "Boxing Day"
    assert date(2026, 12, 26) not in bank_holidays()
    assert len(bank_holidays()) == 140
    assert last_known_on() == date(2028, 12, 31)
