from datetime import date

import pytest
from django.http import Http404
from django.urls import reverse

from homeward.providers import actions, views
from homeward.providers.models import Provider, RegistrationPeriod, SafeguardingConfirmation, Site
from homeward.web.uuid7 import uuid7
from tests.providers.conftest import TODAY


def text(response):
    return " ".join(response.content.decode().split())


def confirm(cast, provider, **more):
    said = {"confirmed_on": date(2026, 9, 1), "expires_on": date(2027, 8, 31)} | more
    return actions.confirm_in_writing(provider, given_by="Rae Moon", by=cast.lead, on=TODAY, **said)


def test_the_list_names_each_provider_with_what_is_known(cast, ask):
    confirm(cast, cast.bridge_house)

    shown = text(ask(views.providers, cast.tutor))

    assert "2 providers" in shown
    assert "Registration not known" in shown
    assert "until 31 Aug 2027" in shown
    assert "Add a provider" not in shown


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=bridge", {"Bridge House"}),
        ("q=house+bri", {"Bridge House"}),
        ("confirmation=none", {"Northgate"}),
        ("standing=unknown", {"Bridge House", "Northgate"}),
        ("standing=registered", set()),
    ],
)
def test_the_list_is_narrowed_on_the_page_and_in_the_file(cast, ask, query, found):
    confirm(cast, cast.bridge_house)

    for view in (views.providers, views.spreadsheet):
        shown = ask(view, cast.lead, f"/providers/?{query}").content.decode()
        assert {name for name in ("Bridge House", "Northgate") if name in shown} == found


@pytest.mark.parametrize("many", [5, 50])
def test_the_list_asks_the_database_no_more_for_many(
    cast, ask, many, django_assert_max_num_queries
):
    for number in range(many):
        made = actions.add_provider(
            name=f"P{number}", authority=cast.hillingdon, by=cast.commissioner, on=TODAY
        )
        confirm(cast, made)

    with django_assert_max_num_queries(5):  # four, and whether this is a demonstration
        ask(views.providers, cast.lead)


def test_a_long_list_is_cut(cast, ask):
    for number in range(60):
        actions.add_provider(
            name=f"P{number:02}", authority=cast.hillingdon, by=cast.commissioner, on=TODAY
        )

    first = text(ask(views.providers, cast.lead))
    mark = first.split("after=")[1].split('"')[0]
    second = text(ask(views.providers, cast.lead, f"/providers/?after={mark}"))

    assert "P59" not in first
    assert "P59" in second


def test_a_provider_is_added_step_by_step_by_a_school(cast, ask):
    sent = ask(views.add, cast.lead, posted={"name": "Hill Farm (example)"})
    made = Provider.objects.get(organisation__name="Hill Farm (example)")
    one = {"reference": made.reference}
    assert sent.url == reverse("providers:registration", args=[made.reference])

    ask(
        views.registration,
        cast.lead,
        posted={"standing": "type", "setting_type": "work_based", "from_on": "2026-09-01"},
        **one,
    )
    ask(
        views.add_site,
        cast.lead,
        posted={"name": "Farm", "street": "2 Field Lane", "postcode": "ub81uw"},
        **one,
    )
    ask(
        views.confirm,
        cast.lead,
        posted={"how": "spoken", "given_by": "Rae Moon", "confirmed_on": "2026-11-24"},
        **one,
    )
    shown = text(ask(views.provider, cast.lead, **one))

    assert "Not registered: Work based placement" in shown
    assert "2 Field Lane, UB8 1UW" in shown
    assert "Spoken only: needed in writing" in shown
    assert "Record registration" not in shown


@pytest.mark.parametrize(
    ("view", "typed", "says"),
    [
        ("registration", {"standing": "urn", "from_on": "2026-09-01"}, "Enter the URN: six digits"),
        ("registration", {"standing": "ukprn", "ukprn": "2"}, "Enter the UKPRN: eight digits"),
        ("registration", {"standing": "type"}, "Choose the kind of setting"),
        ("registration", {"standing": ""}, "Say whether the provider is registered"),
        ("add_site", {"name": "x", "street": "y", "postcode": "UB8"}, "Enter a full postcode"),
        (
            "confirm",
            {"how": "written", "confirmed_on": "2026-11-24"},
            "Enter the last day on which",
        ),
        (
            "confirm",
            {"how": "written", "confirmed_on": "2026-11-24", "expires_on": "2026-11-24"},
            "It must stand for longer",
        ),
        ("confirm", {"how": "spoken", "confirmed_on": "2026-11-25"}, "That day is still to come"),
        ("confirm", {"how": "spoken", "given_by": "a\0b"}, "Remove the hidden control characters"),
        ("amend", {"name": ""}, "Enter the name of the provider"),
        ("amend", {"name": "Northgate (example)"}, "There is already a provider of this name"),
    ],
)
def test_what_cannot_be_is_answered_in_a_sentence(cast, ask, view, typed, says):
    answer = ask(
        getattr(views, view),
        cast.commissioner,
        posted=typed,
        reference=cast.bridge_house.reference,
    )

    assert answer.status_code == 422
    assert says in text(answer)
    assert not RegistrationPeriod.objects.exists()
    assert not SafeguardingConfirmation.objects.exists()


def test_a_form_sent_twice_adds_one_provider(cast, ask):
    twice = {"name": "Hill Farm (example)", "submit_token": str(uuid7())}

    first, second = (ask(views.add, cast.lead, posted=twice) for _ in range(2))

    assert first.url == second.url
    assert Provider.objects.filter(organisation__name="Hill Farm (example)").count() == 1


def test_a_text_of_five_megabytes_is_answered_in_a_sentence(cast, ask):
    answer = ask(views.add, cast.lead, posted={"name": "x" * 5_000_000})

    assert answer.status_code == 422
    assert "Use 160 characters or fewer" in text(answer)


def test_a_site_closes_and_a_confirmation_is_taken_back(cast, ask):
    site = actions.add_site(
        cast.bridge_house, name="F", street="1", postcode="UB8 1UW", by=cast.lead, on=TODAY
    )
    given = confirm(cast, cast.bridge_house)

    ask(
        views.close_site,
        cast.commissioner,
        posted={"closed_on": "2026-11-20"},
        reference=site.reference,
    )
    ask(
        views.take_back,
        cast.commissioner,
        posted={"because": "Another provider"},
        reference=given.reference,
    )
    shown = text(ask(views.provider, cast.lead, reference=cast.bridge_house.reference))

    assert Site.objects.get().closed_on == date(2026, 11, 20)
    assert "Taken back on 24 Nov 2026" in shown
    assert ">None</strong>" in shown


@pytest.mark.parametrize("view", ["amend", "registration", "add_site", "confirm"])
@pytest.mark.parametrize("who", ["tutor", "teacher", "key_worker"])
def test_others_change_nothing(cast, ask, view, who):
    answer = ask(getattr(views, view), getattr(cast, who), reference=cast.bridge_house.reference)

    assert answer.status_code == 403


@pytest.mark.parametrize("view", ["amend", "close_site", "take_back"])
def test_the_register_is_the_authoritys(cast, ask, view):
    answer = ask(getattr(views, view), cast.lead, reference=uuid7())

    assert answer.status_code == 403


def test_another_authority_reads_the_record_and_does_not_keep_it(cast, ask):
    actions.set_registration(
        cast.bridge_house,
        is_registered=True,
        urn="102366",
        from_on=date(2026, 9, 1),
        by=cast.commissioner,
        on=TODAY,
    )
    site = actions.add_site(
        cast.bridge_house, name="F", street="1", postcode="UB8 1UW", by=cast.lead, on=TODAY
    )
    given = confirm(cast, cast.bridge_house)
    one = {"reference": cast.bridge_house.reference}
    typed = {"standing": "type", "setting_type": "work_based", "from_on": "2026-10-01"}

    shown = text(ask(views.provider, cast.harrow_officer, **one))
    refused = ask(views.registration, cast.harrow_officer, posted=typed, **one)

    assert "Change name and details" not in shown
    assert "Take back" not in shown
    assert "Record a confirmation" in shown
    assert "ask its AP team" in text(refused)
    for view, record in [
        (views.amend, cast.bridge_house),
        (views.close_site, site),
        (views.take_back, given),
    ]:
        with pytest.raises(Http404):
            ask(view, cast.harrow_officer, reference=record.reference)


def test_what_is_not_there_is_not_found(cast, ask):
    with pytest.raises(Http404):
        ask(views.provider, cast.lead, reference=uuid7())
