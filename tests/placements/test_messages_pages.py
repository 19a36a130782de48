"""The pages of messages: the list, the check before sending, one message, and who sees them."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from homeward.letters import actions as letters
from homeward.placements import actions as placements
from homeward.placements.models import Mailing, Sending
from tests.cast import DAY
from tests.placements.coming_back import FIRST, come_back, write_ladder, write_plan
from tests.placements.visiting import answers, asked, at, visit
from tests.placements.writing_letters import hide, sent, teachers, with_father, with_word

__all__ = ["visit"]

pytestmark = pytest.mark.django_db


def check(cast, letter="placement_starting", query=""):
    return at("new_message", cast.running, query, letter=letter)


def test_nothing_was_written_yet_and_what_could_be_is_offered(cast, visit):
    page = visit("lead", at("messages", cast.running))

    assert "Nothing was written to the family yet." in page.text
    assert "The placement is starting" in page.text
    assert f'href="{reverse("letters:letters")}"' in page.content.decode()


def test_the_check_shows_each_letter_whole_and_who_gets_none(cast, visit):
    with_father(cast, may_receive_letters=False)

    text = visit("lead", check(cast)).text

    assert "Check before sending" in text
    assert "Karim Haddad: They may not receive letters." in text
    assert "Amira started at Bridge House (example)." in text
    assert Mailing.objects.count() == 0


def test_it_is_sent_once_however_often_it_is_pressed(cast, visit, client):
    visit("lead", check(cast))
    typed = answers(client, check(cast), send="1")

    first = visit("lead", check(cast), typed)
    second = visit("lead", check(cast), typed)

    assert (first.status_code, first.url) == (302, at("messages", cast.running))
    assert second.url == first.url
    assert Mailing.objects.count() == 1


def test_own_words_are_looked_at_before_they_leave(cast, visit, client):
    visit("lead", check(cast))
    typed = answers(client, check(cast), own_words="We look forward to meeting you.", send="1")

    answer = visit("lead", check(cast), typed)

    assert answer.status_code == 422
    assert "Please look at them once more" in answer.text
    assert "We look forward to meeting you." in answer.text
    mark = re.search(r'name="checked" value="(\w+)"', answer.content.decode()).group(1)
    visit("lead", check(cast), typed | {"checked": mark, "submit_token": str(uuid4())})
    assert Mailing.objects.get().own_words == "We look forward to meeting you."


def test_a_text_with_something_hidden_is_stopped_by_name(cast, visit, client):
    hide(cast, with_father(cast), "household")
    visit("lead", check(cast))
    typed = answers(client, check(cast), own_words="We fetch her at 7 Mill Lane.", check="1")

    shown = visit("lead", check(cast), typed)
    mark = re.search(r'name="checked" value="(\w+)"', shown.content.decode()).group(1)
    again = typed | {"checked": mark, "send": "1", "submit_token": str(uuid4())}
    answer = visit("lead", check(cast), again)

    assert "In your own words: It holds the address that is kept from this adult." in shown.text
    assert answer.status_code == 422
    assert "Not sent. The letter to Karim Haddad" in answer.text
    assert Mailing.objects.count() == 0


def test_what_cannot_be_written_yet_says_what_is_missing(cast, visit):
    assert "It has not ended yet." in visit("lead", check(cast, "it_is_over")).text
    assert visit("lead", check(cast, "briefing")).status_code == 404


def test_a_message_is_shown_as_it_was_sent_and_handed_over_once(cast, visit, client):
    found = sent(cast)["Leila Haddad"]
    address = at("message", cast.running, message=found.message.reference)

    text = visit("lead", address).text
    visit("lead", address, answers(client, address))
    again = visit("lead", address, {}, follow=True).text

    assert found.message.subject in text
    assert "7 Mill Lane (example)" in text
    assert "It was handed over" in again or "was handed over already" in again
    assert Sending.objects.get().message.deliveries.get().handed_over_on == DAY


def test_a_letter_that_its_reader_has_opened_says_when(cast, visit):
    found = sent(cast)["Leila Haddad"]
    found.read_at = datetime(2026, 11, 24, 18, 44, tzinfo=UTC)
    found.save()

    shown = visit("lead", at("message", cast.running, message=found.message.reference))

    assert "24 Nov 2026 at 6.44pm" in shown.text


def test_a_pdf_is_given_for_printing(cast, visit, client, monkeypatch):
    found = sent(cast)["Leila Haddad"]
    visit("lead", at("messages", cast.running))

    answer = client.get(at("letter_pdf", cast.running, message=found.message.reference))

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


def test_nobody_prints_an_address_that_is_no_longer_theirs(cast, visit, client):
    found = sent(cast)["Leila Haddad"]
    hide(cast, cast.mother, "household")

    text = visit("lead", at("message", cast.running, message=found.message.reference)).text
    pdf = client.get(at("letter_pdf", cast.running, message=found.message.reference))

    assert "Their address has changed since" in text
    assert "Mill Lane" not in text
    assert pdf.status_code == 404


def test_a_link_is_shown_only_to_those_who_give_links(cast, visit):
    with_word(cast, cast.mother)
    address = at("message", cast.running, message=sent(cast)["Leila Haddad"].message.reference)

    assert "/open/" in visit("lead", address).text
    assert "/open/" not in visit("tutor", address).text


@pytest.mark.parametrize("name", ["bridge_worker", "teacher"])
def test_teachers_and_provider_staff_see_no_message(cast, visit, name):
    found = sent(cast)["Leila Haddad"]

    for address in (
        at("messages", cast.running),
        check(cast),
        at("message", cast.running, message=found.message.reference),
    ):
        assert visit(name, address).status_code in {403, 404}


def test_another_school_learns_nothing_of_a_message(cast, visit):
    found = sent(cast)["Leila Haddad"]

    address = at("message", cast.running, message=found.message.reference)
    assert visit("elm_lead", address).status_code == 404
    assert (
        visit("lead", at("message", cast.draft, message=found.message.reference)).status_code == 404
    )


def test_what_came_back_stands_first_with_the_way_on(cast, visit):
    with_father(cast)
    found = sent(cast)["Karim Haddad"]
    letters.record_bounce(found.message, because="No such mailbox", on=DAY)

    text = visit("lead", at("messages", cast.running)).text

    assert "An email to Karim Haddad came back" in text
    assert "Reach them another way" in text


def test_a_long_list_goes_on_by_page(cast, visit):
    for _ in range(27):
        sent(cast)

    first = visit("lead", at("messages", cast.running))
    on = re.search(r'rel="next" href="([^"]+)"', first.content.decode()).group(1)

    assert first.text.count("Written by") == 25
    assert visit("lead", at("messages", cast.running) + on).text.count("Written by") == 2


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_asks_as_often_for_many_messages(cast, visit, count):
    for _ in range(count):
        sent(cast)

    queries = asked(lambda: visit("lead", at("messages", cast.running)))

    assert len(queries) <= 15, "\n".join(queries)


@pytest.mark.parametrize("count", [1, 12])
def test_the_check_asks_as_often_for_many_readers(cast, visit, count):
    for number in range(count):
        with_father(cast, name=f"Adult {number}")

    queries = asked(lambda: visit("lead", check(cast)))

    assert len(queries) <= 15, "\n".join(queries)


@pytest.mark.parametrize("has_begun", [False, True])
@pytest.mark.parametrize("letter", ["return_plan", "part_time_agreement", "day_before"])
def test_a_letter_about_a_return_asks_as_little(cast, visit, letter, has_begun):
    write_plan(cast)
    write_ladder(cast)
    with_father(cast, language="Polish")
    if has_begun:
        come_back(cast)
    on = FIRST if has_begun else DAY
    assert "Amira" in visit("lead", check(cast, letter), on=on).text

    queries = asked(lambda: visit("lead", check(cast, letter), on=on))

    assert len(queries) <= 15, "\n".join(queries)


def test_a_letter_says_the_steps_and_the_adjustments_of_a_return(cast, visit):
    write_plan(cast)
    write_ladder(cast)

    text = visit("lead", check(cast, "return_plan")).text

    assert "A pass to leave the room: Every teacher of 9B" in text
    assert "The library office" in text


@pytest.mark.parametrize("letter", ["off_site_direction", "day_before_child", "personal_link"])
def test_every_other_letter_asks_as_little(cast, visit, letter):
    write_ladder(cast)
    with_father(cast, language="Polish")
    visit("lead", check(cast, letter))

    queries = asked(lambda: visit("lead", check(cast, letter)))

    assert len(queries) <= 15, "\n".join(queries)


def test_after_a_review_the_outcome_is_to_be_written(cast, visit):
    placements.record_review(
        cast.running,
        held_on=DAY,
        is_child_present=True,
        is_parent_present=True,
        decision="continue",
        what_was_agreed="Two visits to school.",
        next_on=DAY + timedelta(days=20),
        by=cast.access("lead"),
        on=DAY,
    )

    assert "What a review decided To write" in visit(
        "lead", at("messages", cast.running)
    ).text.replace("</a>", "")
    assert "Two visits to school." in visit("lead", check(cast, "review_outcome")).text


def test_wider_staff_are_written_to_by_their_list(cast, visit):
    assert (
        "Nobody stands on the staff list yet."
        in visit("lead", check(cast, "placement_starting_staff")).text
    )

    teachers(cast, cast.running, 2)

    assert "teacher2@oakpark.example" in visit("lead", check(cast, "placement_starting_staff")).text
