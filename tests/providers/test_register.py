from datetime import date

import pytest

from homeward.due.models import Expectation
from homeward.due.queries import today
from homeward.history.queries import entries
from homeward.providers import actions, queries
from homeward.providers.actions import NotPossible
from homeward.providers.codes import StandingKind
from homeward.providers.models import RegistrationPeriod
from homeward.providers.rules.expected import EXPIRING, IN_WRITING
from homeward.providers.settling import settle_all
from homeward.providers.signals import provider_changed
from tests.providers.conftest import TODAY


@pytest.fixture
def heard():
    said = []

    def listen(sender, **announced):
        said.append(announced)

    provider_changed.connect(listen)
    yield said
    provider_changed.disconnect(listen)


def register(cast, from_on, **more):
    said = {"is_registered": True, "urn": "102366", "by": cast.commissioner, "on": TODAY} | more
    return actions.set_registration(cast.bridge_house, from_on=from_on, **said)


def unregistered():
    return {"is_registered": False, "urn": "", "setting_type": "other_unregistered"}


def due(kind):
    return Expectation.objects.filter(kind=kind).first()


def test_a_registration_ends_the_day_before_the_next_begins(cast):
    register(cast, date(2024, 9, 1), **unregistered())
    register(cast, date(2026, 3, 1))

    def on(day):
        return queries.registration(cast.lead, cast.bridge_house.pk, day)

    assert on(date(2026, 2, 28)).kind is StandingKind.UNREGISTERED
    assert on(date(2026, 3, 1)).kind is StandingKind.REGISTERED
    assert on(date(2026, 3, 1)).identifier == "102366"
    assert on(date(2024, 8, 31)).kind is StandingKind.UNKNOWN


def test_what_was_forgotten_is_written_in_between_and_a_slip_is_corrected(cast):
    register(cast, date(2024, 9, 1), **unregistered())
    register(cast, date(2026, 3, 1))
    register(cast, date(2025, 1, 1), urn="", ukprn="10012345")
    register(cast, date(2025, 1, 1), urn="", ukprn="10054321")

    rows = RegistrationPeriod.objects.order_by("from_on")
    assert [(row.from_on, row.to_on, row.identifier) for row in rows] == [
        (date(2024, 9, 1), date(2024, 12, 31), "other_unregistered"),
        (date(2025, 1, 1), date(2026, 2, 28), "10054321"),
        (date(2026, 3, 1), None, "102366"),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"urn": ""},
        {"ukprn": "10012345"},
        {"urn": "", "setting_type": "other_unregistered"},
    ],
)
def test_exactly_one_identifier_is_given(cast, wrong):
    with pytest.raises(NotPossible):
        register(cast, date(2026, 3, 1), **wrong)


def test_a_school_writes_what_is_not_known_and_the_authority_the_rest(cast):
    register(cast, date(2024, 9, 1), by=cast.lead)

    with pytest.raises(NotPossible):
        register(cast, date(2026, 3, 1), by=cast.lead)


def test_one_name_once(cast):
    with pytest.raises(NotPossible):
        actions.add_provider(
            name="bridge HOUSE (example)", authority=cast.hillingdon, by=cast.lead, on=TODAY
        )


def test_each_change_is_announced_and_written_down(cast, heard):
    register(cast, date(2026, 3, 1))
    actions.add_site(
        cast.bridge_house,
        name="Farm",
        street="2 Field Lane",
        postcode="ub8 1uw",
        by=cast.lead,
        on=TODAY,
    )

    assert [one["provider"] for one in heard] == [cast.bridge_house.pk] * 2
    kinds = [one.kind for one in entries(cast.lead, cast.bridge_house.reference)]
    assert kinds == ["provider.site-added", "provider.registration", "provider.added"]


def speak(cast, by, confirmed_on=TODAY):
    return actions.note_spoken_confirmation(
        cast.bridge_house, confirmed_on=confirmed_on, given_by="Rae Moon", by=by, on=TODAY
    )


def write(cast, confirmed_on=TODAY, expires_on=date(2027, 11, 23)):
    return actions.confirm_in_writing(
        cast.bridge_house,
        confirmed_on=confirmed_on,
        expires_on=expires_on,
        given_by="Rae Moon",
        by=cast.lead,
        on=TODAY,
    )


def test_a_spoken_confirmation_is_due_in_writing_the_next_school_day(cast, term):
    speak(cast, cast.lead, date(2026, 11, 20))

    asked = due(IN_WRITING)
    assert (asked.due_on, asked.owner, asked.role) == (date(2026, 11, 23), cast.oak_park, "ap_lead")
    assert asked.arithmetic == "school day 1 after the spoken one on 20 November 2026"
    lines = today(cast.lead, TODAY).late
    assert "Bridge House (example)" in lines[0].asks
    assert today(cast.tutor, TODAY).late == ()


def test_one_noted_by_an_officer_is_due_from_the_commissioner(cast, term):
    speak(cast, cast.commissioner)

    assert (due(IN_WRITING).owner, due(IN_WRITING).role) == (cast.hillingdon, "commissioner")


def test_without_term_dates_the_day_is_open_and_dates_are_asked_for(cast):
    speak(cast, cast.lead)

    assert due(IN_WRITING).due_on is None
    assert due("calendars.dates-needed") is not None


def test_the_written_one_meets_the_spoken_one_and_falls_due_when_it_runs_out(cast, term):
    speak(cast, cast.lead)
    write(cast)

    assert due(IN_WRITING) is None
    assert (due(EXPIRING).due_on, due(EXPIRING).owner) == (date(2027, 11, 23), cast.hillingdon)
    assert due(EXPIRING).opens_on == date(2027, 10, 26)


def test_one_taken_back_counts_no_longer_and_stays_on_the_list(cast, term):
    given = write(cast)
    actions.take_back_confirmation(given, because="Another provider", by=cast.lead, on=TODAY)

    record = queries.record(cast.lead, cast.bridge_house.reference, on=TODAY)
    assert record.confirmation.kind == "none"
    assert [one.taken_back_because for one in record.confirmations] == ["Another provider"]
    assert due(EXPIRING) is None
    with pytest.raises(NotPossible):
        actions.take_back_confirmation(given, because="Again", by=cast.lead, on=TODAY)


def test_settling_again_changes_nothing(cast, term):
    speak(cast, cast.lead)
    before = list(Expectation.objects.values())

    assert settle_all(on=TODAY) == 1
    assert list(Expectation.objects.values()) == before


@pytest.mark.parametrize(
    ("confirmed_on", "expires_on"),
    [(date(2026, 11, 25), date(2027, 1, 1)), (TODAY, TODAY)],
)
def test_what_cannot_be_is_refused(cast, confirmed_on, expires_on):
    with pytest.raises(NotPossible):
        write(cast, confirmed_on, expires_on)


def test_a_corrected_registration_leaves_what_stood_in_the_history(cast):
    register(cast, date(2026, 9, 1))
    register(cast, date(2026, 9, 1), **unregistered())

    last = entries(cast.commissioner, cast.bridge_house.reference)[0]

    assert (last.before["urn"], last.before["is_registered"]) == ("102366", True)
    assert (last.after["urn"], last.after["is_registered"]) == ("", False)
