"""Writing a contact down: what is filled in, what counts, where it leads, and what a worry does."""

from datetime import date

import pytest
from django.urls import reverse

from homeward.placements import actions
from homeward.placements.models import Contact
from homeward.placements.rules.contact import WEEKLY_CONTACT
from tests.cast import DAY, contact_said
from tests.placements.visiting import answers, asked, at, boxes, line

THIS_WEEK = "2026-11-23"


@pytest.fixture
def form(cast):
    return at("record_contact", cast.running)


@pytest.fixture
def record(visit, client, form):
    """Open the form as somebody, type something into it, and send it."""

    def send(name, query="", on=DAY, follow=True, **typed):
        visit(name, form + query, on=on)
        sent = answers(client, form + query, **typed)
        return visit(name, form + query, sent, on=on, follow=follow)

    return send


def newest():
    return Contact.objects.order_by("-id").first()


def test_three_interactions_are_enough_open_choose_the_child_and_save(cast, record):
    answer = record("tutor", "?from=today", spoke_with="child", seems="4")

    assert answer.redirect_chain == [(reverse("due:today"), 302)]
    assert "Saved. Amira’s next contact is due by Friday 4 December." in answer.text
    made = newest()
    assert (made.made_on, made.made_by, made.method) == (DAY, cast.tutor, "phone")
    assert (made.spoke_with, made.seems) == ("child", "4")
    assert line(cast.running, WEEKLY_CONTACT, THIS_WEEK).met_on == DAY


def test_the_method_of_last_time_is_filled_in(cast, record):
    said = contact_said(cast, date(2026, 11, 20), method="visit")
    actions.record_contact(cast.running, said=said, by=cast.access("tutor"), on=DAY)

    record("tutor", spoke_with="child")

    assert newest().method == "visit"


def test_last_promise_is_on_screen_with_its_day_and_its_question(cast, visit, form):
    said = contact_said(
        cast, date(2026, 11, 19), promise="Bring the book", promise_by_on=date(2026, 11, 20)
    )
    actions.record_contact(cast.running, said=said, by=cast.access("tutor"), on=DAY)

    mine = visit("tutor", form).text
    theirs = visit("lead", form).text

    assert "Last week you promised: Bring the book by Friday 20 November" in mine
    assert "Last week Joe Adeyemi promised: Bring the book" in theirs
    assert "Were they kept?" in mine


def test_a_promise_that_was_kept_leaves_the_screen(cast, visit, record, form):
    record("tutor", spoke_with="child", last_promise_kept="yes", promise="Write a card")

    again = visit("tutor", form).text

    assert "Today you promised: Write a card" in again
    assert "photograph of the trip" not in again


def test_a_promise_not_kept_yet_stays_beside_the_new_one(cast, visit, record, form):
    record("tutor", spoke_with="child", last_promise_kept="not_yet", promise="Write a card")

    again = visit("tutor", form).text

    assert "Today you promised: Write a card" in again
    assert "Last week you promised: Send the photograph of the trip" in again


@pytest.mark.parametrize("spoke_with", ["parent", "provider", "nobody"])
def test_an_attempt_or_a_call_with_adults_is_kept_and_does_not_count(cast, record, spoke_with):
    answer = record("tutor", spoke_with=spoke_with, seems="2")

    assert (
        "Saved. This does not count as this week’s contact: Amira has not been spoken with yet. "
        "The contact is due by Friday 27 November." in answer.text
    )
    assert newest().spoke_with == spoke_with
    assert newest().seems == ""
    assert line(cast.running, WEEKLY_CONTACT, THIS_WEEK).met_on is None


def test_a_call_with_a_parent_after_the_contact_does_not_say_that_the_child_was_forgotten(record):
    record("tutor", spoke_with="child")

    answer = record("tutor", spoke_with="parent")

    assert "does not count" not in answer.text
    assert "Saved. Amira’s next contact is due by Friday 4 December." in answer.text


def test_somebody_who_is_not_named_says_who_made_the_contact(cast, record, visit, form):
    asked_for = visit("lead", form)
    refused = record("lead", spoke_with="child", follow=False)
    record("lead", spoke_with="child", made_by="me")

    assert '<details class="govuk-details hw-defaults" open>' in asked_for.content.decode()
    assert refused.status_code == 422
    assert "Say who made the contact" in refused.text
    assert newest().made_by == cast.lead


def test_a_cover_is_filled_in_while_the_adult_is_away(cast, record):
    actions.name_adult(
        cast.running,
        part="cover",
        person=cast.dsl,
        from_on=DAY,
        to_on=date(2026, 12, 4),
        by=cast.access("lead"),
        on=DAY,
    )

    record("dsl", spoke_with="child")

    assert newest().made_by == cast.dsl


def test_somebody_else_is_named_in_words(cast, record):
    nameless = record("lead", spoke_with="child", made_by="other", follow=False)
    record("lead", spoke_with="child", made_by="other", made_by_name="Mrs Okoro, form tutor")

    assert "Enter the name of who made the contact" in nameless.text
    assert (newest().made_by, newest().made_by_name) == (None, "Mrs Okoro, form tutor")


def test_a_worry_saves_the_contact_first_and_then_names_the_lead(cast, record):
    cast.dsl.phone = "01895 496 0123"
    cast.dsl.save()

    answer = record("tutor", "?from=today", spoke_with="child", has_worry="on")

    assert answer.redirect_chain == [(at("safeguarding", cast.running, "?from=today"), 302)]
    assert "Saved." in answer.text
    assert "Nell Whitby" in answer.text
    assert "Ring 01895 496 0123" in answer.text
    assert "If a child is in danger now, ring 999" in answer.text
    assert f'href="{reverse("due:today")}">Go back' in answer.content.decode()
    assert "<textarea" not in answer.content.decode()
    assert newest().has_worry


def test_the_lead_named_on_the_placement_comes_before_those_of_the_school(cast, visit):
    actions.name_adult(
        cast.running,
        part="dsl",
        name="Grace Hill",
        phone="01632 960 555",
        by=cast.access("lead"),
        on=DAY,
    )

    shown = visit("tutor", at("safeguarding", cast.running)).text

    assert "Grace Hill" in shown
    assert "Nell Whitby" not in shown


def test_a_child_without_a_school_has_the_team_to_ring(cast, visit):
    shown = visit("exclusions", at("safeguarding", cast.without_school)).text

    assert "Exclusions Team" in shown
    assert "020 7946 0312" in shown
    assert "exclusionsupport@hillingdon.gov.uk" in shown


def test_a_day_on_which_the_placement_does_not_run_is_kept_and_marked(cast, record):
    answer = record("tutor", spoke_with="child", **boxes("made_on", date(2026, 10, 30)))

    assert "The placement does not run on Friday 30 October." in answer.text
    assert newest().is_outside_running
    assert line(cast.running, WEEKLY_CONTACT, THIS_WEEK).met_on is None


def test_an_officer_of_the_authority_records_for_a_child_without_a_school(cast, visit, client):
    address = at("record_contact", cast.without_school)
    visit("exclusions", address)

    answer = visit("exclusions", address, answers(client, address, spoke_with="child"), follow=True)

    assert "Saved. Kofi’s next contact is due by Friday 4 December." in answer.text


def test_a_form_sent_twice_makes_one_record(cast, visit, client, form):
    visit("tutor", form)
    sent = answers(client, form, spoke_with="child")
    before = Contact.objects.count()

    first, second = visit("tutor", form, sent), visit("tutor", form, sent)

    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]
    assert Contact.objects.count() == before + 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"spoke_with": ""}, "Say who was spoken with"),
        ({"spoke_with": "the cat"}, "Choose one of the answers shown"),
        (boxes("made_on", date(2026, 11, 25)), "That day is still to come."),
        ({"made_on_day": "31"}, "31 November 2026 is not a real date"),
        ({"made_on_day": "", "made_on_month": "", "made_on_year": ""}, "Enter the day"),
        (boxes("made_on", date(2001, 1, 1)), "That day is before Amira was born"),
        ({"note": "hidden \x00 nothing"}, "Remove the hidden control characters"),
        ({"child_words": "back \u202e wards"}, "turn the direction of the text"),
        ({"news_shared": "x" * 5_000_000}, "Use 2,000 characters or fewer"),
        ({"promise": "y" * 301}, "Use 300 characters or fewer"),
        (boxes("promise_by_on", date(2026, 11, 30)), "Write down what you promise"),
        (
            {"promise": "A card", **boxes("promise_by_on", date(2026, 11, 1))},
            "on or after the day of the contact",
        ),
        ({"made_by": "0"}, "Choose one of the answers shown"),
        ({"made_by": "other", "made_by_name": "z" * 200}, "Use 120 characters or fewer"),
        ({"method": "pigeon\x00"}, "Choose one of the answers shown"),
    ],
)
def test_what_cannot_be_is_answered_in_a_sentence_and_nothing_is_lost(
    cast, record, typed, sentence
):
    before = Contact.objects.count()

    said = {"spoke_with": "child", "seems": "3", "child_words": "Böse Wörter, كلمات"} | typed
    answer = record("tutor", follow=False, **said)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert "<title>Error: " in answer.content.decode()
    if "child_words" not in typed:
        assert "Böse Wörter, كلمات" in answer.text
    assert Contact.objects.count() == before


def test_words_of_every_script_are_kept_as_they_are(cast, record):
    words = "=1+1 <b>O’Neil</b> أحب الورشة 🎈"

    record("tutor", spoke_with="child", child_words=words)

    assert newest().child_words == words


@pytest.mark.parametrize("name", ["teacher", "bridge_worker"])
def test_a_teacher_or_a_provider_may_not(cast, visit, form, name):
    before = Contact.objects.count()

    assert visit(name, form).status_code == 403
    assert visit(name, form, {"spoke_with": "child"}).status_code == 403
    assert Contact.objects.count() == before


PAGES = ["contacts", "record_contact", "safeguarding"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", ["elm_lead", "far_lead", "far_officer"])
def test_others_find_nothing(cast, visit, page, name):
    assert visit(name, at(page, cast.running)).status_code == 404
    assert visit(name, at(page, cast.running), {"spoke_with": "child"}).status_code == 404


def test_a_contact_adult_finds_only_children_whom_they_are_named_for(cast, visit):
    assert visit("tutor", at("record_contact", cast.running)).status_code == 200
    actions.name_adult(
        cast.running, part="weekly_contact", person=cast.dsl, by=cast.access("lead"), on=DAY
    )

    assert visit("tutor", at("record_contact", cast.running)).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_at_most_fifteen_queries_however_long_the_story(cast, visit, page):
    visit("lead", at(page, cast.running))
    few = len(asked(lambda: visit("lead", at(page, cast.running))))
    for number in range(50):
        said = contact_said(cast, date(2026, 11, 3), spoke_with="parent", promise=f"{number}")
        actions.record_contact(cast.running, said=said, by=cast.access("tutor"), on=DAY)

    many = len(asked(lambda: visit("lead", at(page, cast.running))))

    assert many <= few <= 15


def test_what_was_typed_when_the_session_ran_out_waits_until_after_sign_in(cast, visit, client):
    address = at("record_contact", cast.running, "?from=today")
    visit("tutor", address)
    sent = answers(client, address, spoke_with="child", child_words="I miss my form.")
    before = Contact.objects.count()
    client.logout()

    turned_away = client.post(address, sent)
    shown = visit("tutor", address)

    assert turned_away.status_code == 302
    assert "I miss my form." in shown.text
    assert Contact.objects.count() == before
