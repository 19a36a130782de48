"""What an adult of the family reads on their own page, and what never stands there."""

import gzip
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from homeward.due.models import Expectation
from homeward.family.models import FamilyAnswer, Reply
from homeward.links.models import Feed, Guess
from homeward.placements import actions as placements
from homeward.placements.models import PlanVersion, Sending
from homeward.placements.work import settle_everywhere
from homeward.pupils.actions import raise_shield
from tests.asked import asked
from tests.cast import DAY, contact_said
from tests.family.child import said as child_said
from tests.family.mother import father_of, letter_to_mother, written_by_mother
from tests.journeys.steps import the_record_must_hold
from tests.links.knowing import known_by

KEPT = "The school keeps something back here."
PAGES = ("home", "plan", "answers", "weeks", "not_right", "letters", "calendar")


def contact(cast, day=date(2026, 11, 23), **more):
    said = contact_said(cast, day, **more)
    return placements.record_contact(cast.running, said=said, by=cast.access("tutor"), on=DAY)


def shield(cast, adult, hides):
    return raise_shield(
        cast.amira,
        from_adult=adult,
        hides=hides,
        because="By order of a court",
        by=cast.access("lead"),
        on=DAY,
    )


def test_the_first_page_says_where_how_long_and_whom_to_ring(cast, phone):
    text = phone().text

    assert "Amira learns at Bridge House (example)." in text
    assert "2 Canal Walk (example), Uxbridge" in text
    assert "From Monday 2 November to Friday 11 December." in text
    assert "17 days left." in text
    assert "The plan is to come back to Oak Park School (example)." in text
    assert "Joe Adeyemi" in text
    assert "Speaks with Amira each week" in text
    assert "is still a pupil of Oak Park School (example)" in text
    assert "Friday 11 December 2026</dt><dd>Last planned day" in text


def test_what_was_said_each_week_holds_no_note_and_no_words_that_were_not_shared(cast, phone):
    contact(
        cast,
        news_shared="The class went to the museum",
        note="Staff only: seemed tired",
        child_words="Do not tell my mum",
    )
    child_said(cast, "I liked cooking.", is_shared=True)
    child_said(cast, "Private words.", is_shared=False)
    child_said(cast, "A worry that I have.", is_shared=True, is_worry=True)

    text = phone("weeks").text

    assert "Joe Adeyemi spoke with Amira by phone." in text
    assert "The class went to the museum" in text
    assert "Send the photograph of the trip" in text
    assert "I liked cooking." in text
    for secret in ("Staff only", "Do not tell", "Private words", "A worry", "I like the workshop"):
        assert secret not in text


def test_what_was_said_with_one_parent_is_not_the_others_to_read(cast, phone):
    contact(cast, spoke_with="parent", child_words="", news_shared="Sami asked for more maths")

    assert "more maths" not in phone("weeks").text


def test_long_lists_come_ten_at_a_time(cast, phone):
    for number in range(9):
        contact(cast, date(2026, 11, 23), news_shared=f"News {number}")

    first, older = phone("weeks").text, phone("weeks", query="?after=10").text

    assert "Older" in first
    assert "Wednesday 4 November" not in first
    assert "Wednesday 4 November" in older
    assert "Back to the newest" in older
    assert phone("weeks", query="?after=soon").status_code == 200


def test_a_hidden_provider_stands_nowhere_and_typed_text_that_names_it_is_left_out(cast, phone):
    contact(cast, news_shared="They met at Bridge House on Canal Walk")
    letter_to_mother(cast, body="Come to 2 Canal Walk, Uxbridge, UB8 1AA.")
    shield(cast, cast.mother, "provider")

    pages = {name: phone(name) for name in PAGES}

    for name, page in pages.items():
        for secret in ("Bridge House", "Canal Walk", "UB8 1AA", "Boathouse", "Dee Moran"):
            assert secret not in page.content.decode(), f"{secret} on {name}"
    assert KEPT in pages["home"].text
    assert KEPT in pages["weeks"].text
    assert KEPT in pages["letters"].text


def test_a_hidden_school_stands_nowhere(cast, phone):
    shield(cast, cast.mother, "school")

    for name in PAGES:
        html = phone(name).content.decode()
        assert "Oak Park" not in html, name
    assert "Joe Adeyemi" not in phone().text


def test_two_parents_never_see_each_other(cast, phone):
    father = father_of(cast)
    written_by_mother(cast, text="He is always late.")
    phone("answer", {"is_yes": "yes", "said": "Gladly"}, question="plan", beside=plan_of(cast))

    his = " ".join(phone(name, adult=father).content.decode() for name in PAGES)
    hers = " ".join(phone(name).content.decode() for name in PAGES)

    for secret in ("7 Mill Lane", "UB8 2AA", "960101", "900101", "always late", "Gladly", "Leila"):
        assert secret not in his
    for secret in ("19 Orchard Rise", "HA4 9ZZ", "960777", "900777", "Sami"):
        assert secret not in hers


def test_the_device_of_one_parent_opens_nothing_of_the_other(cast, phone, settings):
    settings.TODAY = DAY
    father, client = father_of(cast), Client()
    known_by(client, "adult", father.reference, keeper=cast.hillingdon)

    assert client.get(reverse("family:home", args=[cast.mother.reference])).status_code == 404


@pytest.mark.parametrize("change", [{"left_on": DAY}, {"may_receive_letters": False}])
def test_an_adult_who_left_or_gets_no_letters_has_no_page_any_more(cast, phone, change):
    type(cast.mother).objects.filter(pk=cast.mother.pk).update(**change)

    assert [phone(name).status_code for name in PAGES] == [404] * len(PAGES)


def test_ninety_days_later_the_device_is_not_known_any_more(cast, phone, settings):
    settings.TODAY = DAY
    client = Client()
    device = known_by(client, "adult", cast.mother.reference, keeper=cast.hillingdon)
    address = reverse("family:home", args=[cast.mother.reference])

    settings.TODAY = device.until_on
    assert client.get(address).status_code == 200
    settings.TODAY = device.until_on + timedelta(days=1)
    assert client.get(address).status_code == 404


def plan_of(cast):
    return PlanVersion.objects.filter(placement=cast.running).latest("number").reference


def test_a_mother_answers_sees_it_and_may_change_her_mind(cast, phone):
    sent = letter_to_mother(cast, letter="return_plan")
    beside = {"question": "plan", "beside": plan_of(cast)}

    empty = phone("answer", {"said": ""}, **beside)
    yes = phone("answer", {"is_yes": "yes", "said": ""}, follow=True, **beside)
    no = phone("answer", {"is_yes": "no", "said": "Too soon."}, follow=True, **beside)

    assert (empty.status_code, "Choose yes or no" in empty.text) == (422, True)
    assert "You said yes on Tuesday 24 November 2026." in yes.text
    assert "You said no on Tuesday 24 November 2026." in no.text
    assert "Too soon." in no.text
    assert FamilyAnswer.objects.count() == 2
    assert Sending.objects.get(pk=sent.pk).answered_on == DAY
    the_record_must_hold()


def test_a_question_that_nobody_asked_has_no_page(cast, phone):
    assert phone("answer", question="plan", beside=cast.amira.reference).status_code == 404
    assert phone("answer", question="weather", beside=plan_of(cast)).status_code == 404


def test_this_is_not_right_is_due_answered_and_met(cast, visit, phone):
    empty = phone("not_right", {"text": " "})
    phone("not_right", {"text": "The taxi came late twice."})
    reply = Reply.objects.get()
    due = Expectation.objects.get(kind="family.not-right")

    assert empty.status_code == 422
    assert (due.about, due.period, due.role) == (
        cast.running.reference,
        str(reply.reference),
        "ap_lead",
    )
    assert due.due_on == date(2026, 11, 26)
    today = visit("lead", "/today/")
    assert "Leila Haddad says that something is not right for Amira" in today.text

    address = reverse("family:answer_reply", args=[cast.running.reference, reply.reference])
    assert "The taxi came late twice." in visit("lead", address).text
    answer = visit("lead", address, {"text": "We rang the taxi firm."}, follow=True)

    assert "Leila Haddad reads your answer" in answer.text
    again = visit("lead", f"{address}?from=today", {"text": "It came on time."}, follow=True)
    assert again.redirect_chain[-1][0] == "/today/"
    assert Expectation.objects.get(pk=due.pk).met_on == DAY
    assert "We rang the taxi firm." in phone("not_right").text
    settle_everywhere({}, DAY)
    the_record_must_hold()


def test_a_reply_stands_beside_its_entry_and_is_due_too(cast, phone):
    beside = {"about": "contact", "beside": cast.contacts[0].reference}

    page = phone("reply", {"text": "She was ill that day."}, follow=True, **beside)

    assert "She was ill that day." in page.text
    assert "The school has not answered yet." in page.text
    assert Expectation.objects.filter(kind="family.reply").count() == 1
    assert phone("reply", about="contact", beside=cast.amira.reference).status_code == 404


def test_an_answer_that_holds_what_is_kept_from_them_is_stopped(cast, visit, phone):
    father = father_of(cast)
    phone("not_right", {"text": "Where do they live?"}, adult=father)
    reply = Reply.objects.get()
    address = reverse("family:answer_reply", args=[cast.running.reference, reply.reference])

    stopped = visit("lead", address, {"text": "They live at 7 Mill Lane."})

    assert stopped.status_code == 422
    assert "It holds the address of another household of the family." in stopped.text
    assert not reply.answers.exists()


def test_a_letter_is_opened_as_it_was_sent_and_only_by_its_reader(cast, phone):
    sent = letter_to_mother(cast, subject="The start", body="Amira starts on Monday.")
    father = father_of(cast)

    assert "New" in phone("letters").text
    assert "There is a letter for you." in phone().text
    assert "Amira starts on Monday." in phone("letter", letter=sent.reference).text
    assert Sending.objects.get(pk=sent.pk).read_at is not None
    assert "New" not in phone("letters").text
    assert phone("letter", adult=father, letter=sent.reference).status_code == 404


def test_a_letter_is_laid_out_and_not_shown_as_it_was_typed(cast, phone):
    body = "Dear Leila,\n\nThe week\n--------\n- Monday: 9am to 12pm\n- Friday: 9am to 12pm\n"
    sent = letter_to_mother(cast, subject="The start", body=body)

    html = phone("letter", letter=sent.reference).content.decode()

    assert "<strong>The week</strong>" in html
    assert "<li>Friday: 9am to 12pm</li>" in html
    assert "----" not in html


def test_a_calendar_has_no_name_in_it_and_stops_at_once(cast, phone):
    made = phone("calendar", {"make": "1"})
    address = made.content.decode().split('id="feed" readonly value="')[1].split('"')[0]
    path = "/family/" + address.split("/family/")[1]

    file = Client().get(path)
    text = file.content.decode().replace("\r\n ", "")

    assert file["Content-Type"].startswith("text/calendar")
    assert "SUMMARY:Last planned day" in text
    assert "SUMMARY:Learning\\, " in text
    assert "DTSTART;VALUE=DATE:20261211" in text
    assert "2 Canal Walk" in text
    for name in ("Amira", "Haddad", "Leila", "Adeyemi"):
        assert name not in text
    shield(cast, cast.mother, "provider")
    assert "Canal Walk" not in Client().get(path).content.decode()

    phone("calendar", {"stop": "1"})
    assert Client().get(path).status_code == 404
    assert not Feed.objects.filter(revoked_at__isnull=True).exists()
    assert Guess.objects.filter(kind="feed").count() == 1


def test_a_child_without_any_placement_has_a_calm_page(cast, phone):
    type(cast.running).objects.filter(pk=cast.running.pk).update(withdrawn_on=DAY)

    assert "Nothing is planned now" in phone().text
    assert "Nothing is planned now" in phone("weeks").text


def test_after_the_end_the_page_says_how_it_ended(cast, phone):
    type(cast.running).objects.filter(pk=cast.running.pk).update(ended_on=DAY)

    text = phone().text

    assert "It has ended." in text
    assert "What comes next" not in text


@pytest.mark.parametrize("name", PAGES)
def test_each_page_asks_the_database_fifteen_times_at_most(cast, phone, name):
    for number in range(5):
        contact(cast, news_shared=f"News {number}")
        written_by_mother(cast, text=f"Words {number}")
        letter_to_mother(cast)

    queries = asked(lambda: phone(name))

    made_for_the_test = 1
    assert len(queries) - made_for_the_test <= 15, "\n".join(queries)


def test_the_first_visit_weighs_under_45_kb_and_the_next_page_under_8(cast, phone):
    for number in range(10):
        contact(cast, news_shared=f"Something happened in class today, number {number}. " * 4)

    html = {name: len(gzip.compress(phone(name).content)) for name in PAGES}
    shared = [
        "web/vendor/govuk-frontend/govuk.css",
        "web/vendor/govuk-frontend/govuk.js",
        "web/homeward.css",
        "web/homeward.svg",
        "web/page.js",
        "family/family.css",
    ]
    files = sum(len(gzip.compress(Path(finders.find(one)).read_bytes())) for one in shared)

    assert files + html["home"] < 45_000
    assert max(html.values()) < 8_000, html


def test_a_contact_that_was_taken_back_stands_no_more(cast, phone):
    made = contact(cast, news_shared="Taken back")
    assert "Taken back" in phone("weeks").text

    placements.take_back_contact(made, because="Another child", by=cast.access("tutor"), on=DAY)

    assert "Taken back" not in phone("weeks").text
