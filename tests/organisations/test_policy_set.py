"""Setting a number and taking it back: who may, from which day, and what the history says."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from homeward.history.models import Entry
from homeward.organisations import actions, queries
from homeward.organisations.access import NOBODY
from homeward.organisations.models import PolicyValue
from tests.apart import at_once
from tests.organisations.conftest import TODAY

pytestmark = pytest.mark.django_db
REVIEW = "first_review_school_weeks"
LATER = date(2027, 1, 4)


@pytest.fixture
def admin(administrator, access):
    return access(administrator)


@pytest.fixture
def put(hillingdon, admin):
    def put(value=4, key=REVIEW, from_on=TODAY, source="Schools Forum", by=admin, **more):
        said = {"value": value, "from_on": from_on, "source": source, "by": by, "on": TODAY}
        return actions.set_policy_value(hillingdon, key=key, **said, **more)

    return put


def number_on(hillingdon, day):
    return queries.policy(NOBODY, hillingdon.pk, day).first_review_school_weeks


def test_a_number_holds_from_its_day_on(put, hillingdon):
    put(5, from_on=LATER)

    assert number_on(hillingdon, LATER - timedelta(days=1)) == 6
    assert number_on(hillingdon, LATER) == 5


def test_the_same_said_twice_is_written_once(put):
    assert put() == put()

    assert Entry.objects.filter(kind="policy.set").count() == 1


def test_a_day_has_one_value_and_the_history_keeps_both(put, hillingdon, admin):
    put(4)
    put(5)

    shown = queries.policy_number(admin, REVIEW, TODAY)
    assert [one.value for one in shown.values] == [5]
    assert [one.summary for one in shown.changes] == [
        "First review: 5 school weeks from Tuesday 24 November 2026",
        "First review: 4 school weeks from Tuesday 24 November 2026",
    ]
    assert shown.changes[0].before["value"] == 4
    assert shown.values[0].written.person_name == "Ade Bello"


@pytest.mark.parametrize("value", [0, 13, 4000])
def test_a_number_that_makes_no_sense_is_refused_in_a_sentence(put, value):
    with pytest.raises(actions.CannotBeSet, match="Enter a number from 1 to 12"):
        put(value)


def test_earlier_days_keep_the_number_they_had(put):
    with pytest.raises(actions.CannotBeSet, match="Choose today or a later day"):
        put(from_on=TODAY - timedelta(days=1))

    assert not PolicyValue.objects.exists()


def test_numbers_never_pass_one_another_today_or_later(put, hillingdon):
    put(4, "checks_second_weeks", from_on=LATER)

    with pytest.raises(actions.CannotBeSet, match="Each check comes later"):
        put(5, "checks_first_weeks")

    assert queries.policy(NOBODY, hillingdon.pk, TODAY).checks_first_weeks == 2
    put(3, "checks_first_weeks")


@pytest.mark.parametrize("role", ["exclusions_officer", "commissioner"])
def test_other_officers_do_not_keep_the_policy(put, make_person, hillingdon, access, role):
    officer = make_person("officer@authority.example", "Hana Bird", (hillingdon, role))

    with pytest.raises(PermissionDenied):
        put(by=access(officer))


def test_nobody_keeps_the_policy_of_somebody_elses_authority(
    put, make_organisation, make_person, access, lead
):
    harrow = make_organisation("Harrow", kind="authority", code="310")
    theirs = make_person("admin@harrow.example", "Una Fox", (harrow, "administrator"))

    for by in (access(theirs), access(lead)):
        with pytest.raises(PermissionDenied):
            put(by=by)


def test_whoever_was_slower_is_told_who_was_quicker(put, admin):
    seen = queries.policy_number(admin, REVIEW, TODAY).seen
    put(5, seen=seen)

    with pytest.raises(actions.PolicyChanged, match=r"Ade Bello changed this number .* 5 school"):
        put(4, seen=seen)

    put(4, seen=queries.policy_number(admin, REVIEW, TODAY).seen)


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_leave_one_value_and_one_sentence(put, tmp_path):
    answers = at_once(tmp_path, lambda: put(4, seen=0), lambda: put(5, seen=0))

    assert sorted(type(one).__name__ for one in answers) == ["PolicyChanged", "PolicyValue"]


def test_a_coming_value_is_taken_back_and_the_history_keeps_it(put, hillingdon, admin):
    put(5, from_on=LATER)

    for _ in range(2):
        actions.take_back_policy_value(hillingdon, key=REVIEW, from_on=LATER, by=admin, on=TODAY)

    assert number_on(hillingdon, LATER) == 6
    shown = queries.policy_number(admin, REVIEW, TODAY)
    assert shown.values == ()
    assert [one.kind for one in shown.changes] == ["policy.taken-back", "policy.set"]


def test_a_value_that_holds_already_is_not_taken_back(put, hillingdon, admin, lead, access):
    put(5)

    with pytest.raises(actions.CannotBeSet, match="It has held since Tuesday 24 November"):
        actions.take_back_policy_value(hillingdon, key=REVIEW, from_on=TODAY, by=admin, on=TODAY)
    with pytest.raises(PermissionDenied):
        actions.take_back_policy_value(
            hillingdon, key=REVIEW, from_on=LATER, by=access(lead), on=TODAY
        )


def test_a_value_that_another_leans_on_is_not_taken_back(put, hillingdon, admin):
    put(8, "checks_second_weeks", from_on=LATER)
    put(6, "checks_first_weeks", from_on=LATER)

    with pytest.raises(actions.CannotBeSet, match="Each check comes later"):
        actions.take_back_policy_value(
            hillingdon, key="checks_second_weeks", from_on=LATER, by=admin, on=TODAY
        )
