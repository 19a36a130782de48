"""The pages of the policy pack: read by everybody of the area, changed by its administrator."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.organisations import actions
from homeward.organisations.models import Installation, PolicyValue
from tests.cast import DAY
from tests.placements.visiting import boxes

REVIEW = "first_review_school_weeks"
LATER = date(2027, 1, 4)
PACK = "/policy/"
NUMBER, PREVIEW = f"/policy/{REVIEW}/", f"/policy/{REVIEW}/preview/"
SOURCE = "Schools Forum, 12 November 2026 (example)"


@pytest.fixture
def put(cast):
    def put(value=4, key=REVIEW, from_on=DAY, source=SOURCE):
        said = {"value": value, "from_on": from_on, "source": source}
        by = cast.access("admin")
        return actions.set_policy_value(cast.hillingdon, key=key, **said, by=by, on=DAY)

    return put


def typed(**differences):
    said = {"value": "4", "source": SOURCE, "seen": "0"} | boxes("from_on", DAY)
    return said | {name: str(value) for name, value in differences.items()}


def asked(address, said):
    return address + "?" + "&".join(f"{name}={value}" for name, value in said.items())


@pytest.mark.parametrize("who", ["admin", "exclusions", "lead", "teacher", "bridge_worker"])
def test_everybody_of_the_area_reads_the_numbers_and_one_changes_them(visit, put, who):
    put(5)
    pack, number = visit(who, PACK), visit(who, NUMBER)

    assert "The numbers of Hillingdon" in pack.text
    assert "5 school weeks, since 24 Nov 2026" in pack.text
    assert SOURCE in pack.text
    assert ("#change" in pack.text) == (who == "admin")
    assert ("See what it makes due" in number.text) == (who == "admin")


def test_another_authority_has_numbers_of_its_own(visit, put):
    put(5)

    assert "6 school weeks" in visit("far_lead", PACK).text
    assert SOURCE not in visit("far_lead", NUMBER).text


@pytest.mark.parametrize("who", ["lead", "head", "exclusions", "commissioner", "far_officer"])
def test_nobody_else_previews_saves_or_takes_back(visit, put, who):
    put(5, from_on=LATER)

    for address in (PREVIEW, f"/policy/{REVIEW}/coming/{LATER}/removal/"):
        assert visit(who, address, typed(value=3)).status_code == 403
    assert PolicyValue.objects.get().value == 5


def test_a_number_says_how_binding_its_source_is_and_what_was_not_checked(visit):
    hours = visit("lead", "/policy/full_time_hours/")
    half_term = visit("lead", "/policy/review_half_term_school_days/")
    law = visit("lead", "/policy/registration_threshold_pupils/")

    assert "Good practice" in hours.text
    assert "The Act itself names no number of hours." in hours.text
    assert "The law" not in hours.text
    assert "Recalled, not checked against its source" in half_term.text
    assert "The law" in law.text


def test_a_number_without_another_value_cannot_be_changed(visit, cast):
    address = "/policy/registration_threshold_vulnerable/"

    assert "Change it" not in visit("admin", address).text
    assert f"{address}#change" not in visit("admin", PACK).text


def test_there_is_no_page_of_a_number_that_is_not_in_the_pack(visit):
    assert visit("admin", "/policy/pocket_money/").status_code == 404
    assert visit("admin", "/policy/pocket_money/preview/?value=1").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"value": ""}, "Enter the number"),
        ({"value": "six"}, "Enter a number, like"),
        ({"value": "4.5"}, "Enter a number with no decimals"),
        ({"value": "0"}, "Enter a number from 1 to 12"),
        ({"value": "400"}, "Enter a number from 1 to 12"),
        (
            {"from_on_day": "23"},
            "Choose today or a later day. On days that have passed, people kept",
        ),
        ({"from_on_year": "2031"}, "Choose a day within the next three years"),
        ({"from_on_day": "31"}, "31 November 2026 is not a real date"),
        ({"from_on_day": ""}, "The day must include a day"),
        ({"source": " "}, "Say who decided this, and where it is written"),
        ({"source": "x" * 201}, "200 characters"),
        ({"seen": "x"}, "Open the page of this number again"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence_before_the_preview(visit, wrong, says):
    page = visit("admin", asked(PREVIEW, typed(**wrong)))

    assert page.status_code == 422
    assert says in page.text
    assert "What this change makes due" not in page.text
    assert visit("admin", PREVIEW, typed(**wrong)).status_code == 422
    assert not PolicyValue.objects.exists()


def test_numbers_that_would_pass_one_another_are_said_before_the_preview(visit):
    address = "/policy/checks_first_weeks/preview/"
    page = visit("admin", asked(address, typed(value=6)))

    assert page.status_code == 422
    assert "Each check comes later than the one before it" in page.text


def test_a_hostile_source_is_shown_as_it_was_typed(visit, put):
    put(source="=cmd()<script>alert(1)</script>")

    assert "&lt;script&gt;" in visit("lead", PACK).content.decode()
    assert "<script>alert" not in visit("lead", NUMBER).content.decode()


def test_save_is_a_second_step_and_leads_back(visit, cast):
    first = visit("admin", asked(PREVIEW, typed()))
    assert "Nothing is saved yet." in first.text
    assert not PolicyValue.objects.exists()

    said = {"value": 4, "from_on": DAY.isoformat(), "source": SOURCE, "seen": 0}
    saved = visit("admin", PREVIEW, said)

    assert saved.url == NUMBER
    page = visit("admin", NUMBER)
    assert "First review is 4 school weeks from today." in page.text
    assert "Ade Bello, 24 Nov 2026" in page.text
    assert "Where an authority sets nothing, it is 6 school weeks" in page.text


def test_a_source_alone_can_be_written_down(visit):
    page = visit("admin", asked(PREVIEW, typed(value=6)))

    assert "Only its source is written down" in page.text


def test_whoever_looked_at_an_older_page_is_told_and_may_go_on(visit, put):
    put(5)
    early = visit("admin", asked(PREVIEW, typed()))
    late = visit("admin", PREVIEW, typed())

    for page in (early, late):
        assert page.status_code == 422
        assert "Ade Bello changed this number while you looked at it" in page.text
    assert PolicyValue.objects.get().value == 5

    seen = late.content.decode().split('name="seen" value="')[1].split('"')[0]
    assert visit("admin", PREVIEW, typed(seen=seen)).url == NUMBER
    assert PolicyValue.objects.get().value == 4


def test_a_coming_value_is_shown_and_taken_back_before_its_day(visit, put):
    put(5, from_on=LATER)
    address = f"/policy/{REVIEW}/coming/{LATER}/removal/"
    assert "5 school weeks from Monday 4 January 2027" in visit("lead", PACK).text
    assert address in visit("admin", NUMBER).text
    assert address not in visit("lead", NUMBER).text

    assert "then stays 6 school weeks" in visit("admin", address).text
    page = visit("admin", address, {}, follow=True)

    assert "First review stays as it is." in page.text
    assert "taken back before its day" in page.text
    assert visit("admin", address).status_code == 404
    assert visit("admin", f"/policy/{REVIEW}/coming/soon/removal/").status_code == 404
    assert not PolicyValue.objects.exists()


def test_a_preview_of_a_later_day_says_how_it_was_counted_and_what_takes_over(visit, put):
    put(5, from_on=date(2027, 9, 1))
    seen = visit("admin", NUMBER).content.decode().split('name="seen" value="')[1].split('"')[0]

    page = visit("admin", asked(PREVIEW, typed(seen=seen) | boxes("from_on", LATER)))

    assert "Counted as if the number held today." in page.text
    assert "From Wednesday 1 September 2027 another value is set already" in page.text


@pytest.mark.parametrize(("address", "most"), [(PACK, 6), (NUMBER, 6)])
def test_a_page_asks_few_questions_however_much_was_set(client, cast, put, settings, address, most):
    Installation.objects.create(pk=1, is_demo=True)
    settings.TODAY = DAY
    for day in range(1, 20):
        put(5, from_on=date(2027, 1, day))
        put(11, "review_half_term_school_days", from_on=date(2027, 1, day))
    client.force_login(cast.admin)

    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200

    ours = [one for one in captured if "policyvalue" in one["sql"] or "history_entry" in one["sql"]]
    assert len(ours) <= 2
    assert len(captured) <= most + 4


def test_the_account_page_leads_everybody_to_the_numbers(visit):
    assert f'href="{reverse("organisations:policy")}"' in visit("teacher", "/account/").text
