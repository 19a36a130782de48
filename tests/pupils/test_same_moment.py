"""Two people who write the same thing at the same moment: one of them gets a sentence."""

from datetime import date

import pytest

from homeward.pupils.actions import NotPossible, add_pupil, amend_pupil
from homeward.pupils.models import Pupil
from tests.apart import at_once
from tests.pupils.conftest import AMIRA_UPN, TODAY

pytestmark = pytest.mark.django_db(transaction=True)


def kinds(answers):
    return sorted(type(one).__name__ for one in answers)


def test_two_records_with_one_number_are_not_begun(cast, tmp_path):
    def begin(school, by):
        return lambda: add_pupil(
            keeper=cast.hillingdon,
            home_school=school,
            first_name="Amira",
            last_name="Haddad",
            born_on=date(2012, 3, 4),
            year_group=10,
            upn=AMIRA_UPN,
            by=by,
            on=TODAY,
        )

    answers = at_once(tmp_path, begin(cast.oak_park, cast.lead), begin(cast.elm_road, cast.officer))

    assert kinds(answers) == [NotPossible.__name__, Pupil.__name__]


def test_two_records_are_not_given_one_number(cast, add, tmp_path):
    def give(child):
        return lambda: amend_pupil(child, changes={"upn": AMIRA_UPN}, by=cast.lead, on=TODAY)

    answers = at_once(tmp_path, give(add("Amira")), give(add("Ben")))

    assert kinds(answers) == [NotPossible.__name__, Pupil.__name__]
