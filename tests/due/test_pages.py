from dataclasses import replace
from datetime import date

import pytest
from django.http import Http404
from django.urls import reverse

from homeward.due import views
from homeward.due.actions import waive
from homeward.due.models import Expectation
from homeward.organisations.models import Person
from homeward.web.uuid7 import uuid7
from tests.due.conftest import LAW, REVIEW, TODAY, week

LAST_WEEK = week(date(2026, 11, 16))
THIS_WEEK = week(date(2026, 11, 23))
DUE_TODAY = week(date(2026, 11, 23), kind=REVIEW, due=1)


def text(response):
    return " ".join(response.content.decode().split())


def only():
    return Expectation.objects.get().reference


def test_today_shows_each_line_with_its_day_its_reason_and_its_button(cast, expect, ask):
    about = expect(LAST_WEEK, THIS_WEEK, DUE_TODAY)

    shown = text(ask(views.today, cast.lead))

    assert "Tuesday 24 November 2026" in shown
    assert shown.index("Late <") < shown.index("Due today <") < shown.index("next 7 days <")
    assert "4 days late" in shown
    assert f'href="/placements/{about}/test.contact/2026-11-16/?from=today"' in shown
    assert shown.count("Why am I asked this?") == 3
    assert "the last school day of the week of 2026-11-16" in shown
    assert reverse("due:waive", args=[Expectation.objects.first().reference]) in shown


@pytest.mark.parametrize("many", [5, 50])
def test_today_asks_the_database_no_more_for_a_long_list(
    cast, expect, ask, many, django_assert_num_queries
):
    for _ in range(many):
        expect(LAST_WEEK, replace(DUE_TODAY, person=cast.tutor.person))

    with django_assert_num_queries(6):  # one of them asks whether this is a demonstration
        ask(views.today, cast.lead)


def test_today_when_it_is_finished_says_so(cast, expect, ask):
    expect(replace(THIS_WEEK, met_on=TODAY))

    assert "Every child has been seen this week." in text(ask(views.today, cast.lead))


def test_today_of_elm_road_names_no_child(cast, expect, ask):
    expect(THIS_WEEK)

    shown = text(ask(views.today, cast.elm_lead))

    assert "Amira" not in shown
    assert "Nothing is due from you." in shown


def test_somebody_who_may_not_waive_is_offered_no_waiver(cast, expect, ask):
    expect(replace(THIS_WEEK, person=cast.tutor.person))

    shown = text(ask(views.today, cast.tutor))

    assert "Record weekly contact" in shown
    assert "/waive/" not in shown
    assert ask(views.waive, cast.tutor, reference=only()).status_code == 403


def test_a_choice_stands_in_the_address(cast, expect, ask):
    expect(THIS_WEEK, DUE_TODAY)
    expect(replace(THIS_WEEK, person=cast.tutor.person))
    ben = Person.objects.get(pk=cast.tutor.person).reference

    shown = text(ask(views.today, cast.lead, f"/today/?kind={REVIEW}&person="))
    others = text(ask(views.waiting, cast.lead, f"/today/waiting/?person={ben}"))

    assert "Review: Amira" in shown
    assert "Weekly contact: Amira" not in shown
    assert f'value="{REVIEW}" selected' in shown
    assert "Show everything again" in shown
    assert "due from Ben Ode" in others


@pytest.mark.parametrize(
    "query", ["kind=%00&person=x", "after=%FF", "person=%00", "kind=" + "x" * 900]
)
def test_nonsense_in_the_address_does_no_harm(cast, expect, ask, query):
    expect(THIS_WEEK)

    assert ask(views.today, cast.lead, f"/today/?{query}").status_code == 200


def test_today_is_taken_as_a_spreadsheet(cast, expect, ask):
    expect(LAST_WEEK)
    expect(replace(THIS_WEEK, person=cast.tutor.person))

    response = ask(views.spreadsheet, cast.lead)

    first, second = response.content.decode("utf-8-sig").splitlines()[1:]
    assert first.startswith("4 days late,2026-11-20,Amira,Bridge House (example),")
    assert "Ben Ode" in second
    assert len(ask(views.spreadsheet, cast.elm_lead).content.splitlines()) == 1


def test_waiving_asks_why_and_brings_back_to_today(cast, expect, ask):
    expect(THIS_WEEK)
    form = text(ask(views.waive, cast.lead, reference=only()))
    empty = ask(views.waive, cast.lead, posted={"because": "  "}, reference=only())

    done = ask(views.waive, cast.lead, posted={"because": "In hospital"}, reference=only())

    assert "Why does this not need to be done?" in form
    assert empty.status_code == 422
    assert "Say why this does not need to be done" in text(empty)
    assert (done.status_code, done.url) == (302, "/today/")
    assert Expectation.objects.get().waived_because == "In hospital"


def test_a_form_sent_twice_waives_once(cast, expect, ask):
    expect(THIS_WEEK)
    posted = {"because": "In hospital", "submit_token": str(uuid7())}

    first = ask(views.waive, cast.lead, posted=posted, reference=only())
    second = ask(views.waive, cast.lead, posted=posted, reference=only())

    assert first.url == second.url == "/today/"


def test_a_waiver_is_shown_with_who_and_why_and_taken_back(cast, expect, ask):
    expect(THIS_WEEK)
    waive(only(), because="<b>In hospital</b>", by=cast.lead, on=TODAY)

    shown = text(ask(views.waived, cast.head))
    form = text(ask(views.waiver, cast.head, reference=only()))
    again = ask(views.waive, cast.head, reference=only())
    done = ask(views.waiver, cast.head, posted={}, reference=only())

    for page in (shown, form):
        assert "&lt;b&gt;In hospital&lt;/b&gt;" in page
        assert "Mara Lind" in page
    assert again.url == reverse("due:waiver", args=[only()])
    assert done.url == "/today/"
    assert Expectation.objects.get().waived_on is None
    assert ask(views.waiver, cast.head, reference=only()).url == "/today/"


def test_what_the_law_asks_is_refused_in_a_sentence(cast, expect, ask):
    expect(week(date(2026, 11, 23), kind=LAW))

    response = ask(views.waive, cast.lead, reference=only())

    assert response.status_code == 403
    assert "The sixth day cannot be waived" in text(response)


@pytest.mark.parametrize("view", [views.waive, views.waiver])
def test_a_line_of_another_school_is_as_if_it_did_not_exist(cast, expect, ask, view):
    expect(THIS_WEEK)

    for reference in (only(), uuid7()):
        with pytest.raises(Http404):
            ask(view, cast.elm_lead, reference=reference)
        with pytest.raises(Http404):
            ask(view, cast.elm_lead, posted={"because": "Mischief"}, reference=reference)


def test_empty_lists_say_so(cast, ask):
    assert "Nobody else has anything to do" in text(ask(views.waiting, cast.lead))
    assert "Nothing was waived." in text(ask(views.waived, cast.lead))
