"""Reading contacts, correcting one and taking one back: the old words stay, the week is counted anew."""

from datetime import date

import pytest

from homeward.due import actions as due
from homeward.due.models import Expectation
from homeward.placements import actions
from homeward.placements.models import Contact
from homeward.placements.rules.contact import WEEKLY_CONTACT
from tests.cast import DAY, contact_said
from tests.placements.visiting import answers, at, boxes, line, plain

LAST_WEEK = "2026-11-16"


@pytest.fixture
def last(cast):
    """The contact of last week."""
    return cast.contacts[-1]


def correction(cast, contact):
    return at("correct_contact", cast.running, contact=contact.reference)


def removal(cast, contact):
    return at("take_back", cast.running, contact=contact.reference)


def test_the_page_shows_the_row_of_weeks_the_share_and_every_contact(cast, visit):
    said = contact_said(cast, DAY, spoke_with="nobody", child_words="", promise="", seems="")
    actions.record_contact(cast.running, said=said, by=cast.access("tutor"), on=DAY)

    shown = visit("lead", at("contacts", cast.running)).text

    assert "3 school weeks in a row" in shown
    assert "Amira was spoken with in 3 of 3 school weeks." in shown
    assert "100% of the contacts were made by Joe Adeyemi." in shown
    assert "Week of 16 Nov" in shown
    assert "still open" in shown
    assert "is due by Friday 27 November 2026" in shown
    assert "3 contacts with the child, 1 attempt or call with adults only" in shown
    assert "Nobody: I tried does not count for the week" in shown
    assert "I like the workshop." in shown


def test_the_share_of_the_named_adult_falls_with_each_contact_of_another(cast, visit):
    said = contact_said(cast, DAY, made_by=cast.lead.pk, made_by_name=cast.lead.name)
    actions.record_contact(cast.running, said=said, by=cast.access("lead"), on=DAY)

    shown = visit("lead", at("contacts", cast.running)).text

    assert "75% of the contacts were made by Joe Adeyemi." in shown


def test_a_missed_week_ends_the_row_and_a_waived_one_does_not(cast, visit, last):
    actions.take_back_contact(last, because="Another child", by=cast.access("lead"), on=DAY)
    missed = visit("lead", at("contacts", cast.running)).text
    open_week = line(cast.running, WEEKLY_CONTACT, LAST_WEEK)
    due.waive(open_week.reference, because="In hospital", by=cast.access("lead"), on=DAY)

    waived = visit("lead", at("contacts", cast.running)).text

    assert "The next contact begins a new row" in missed
    assert "spoken with in 2 of 3 school weeks" in missed
    assert "2 school weeks in a row" in waived
    assert "spoken with in 2 of 2 school weeks" in waived


def test_nothing_written_down_yet_is_said(cast, visit):
    shown = visit("exclusions", at("contacts", cast.without_school)).text

    assert "Nothing is written down yet." in shown


def test_a_correction_keeps_the_old_words_struck_with_the_reason(cast, visit, client, last):
    visit("lead", correction(cast, last))
    sent = answers(
        client, correction(cast, last), child_words="I like lunch.", because="I misheard"
    )

    answer = visit("lead", correction(cast, last), sent, follow=True)

    assert answer.redirect_chain == [(at("contacts", cast.running), 302)]
    assert "Corrected." in answer.text
    assert "I like lunch." in answer.text
    html = answer.content.decode()
    struck = plain(html[html.index("<del") : html.index("</del>")])
    assert "I like the workshop." in struck
    assert "Corrected on Tuesday 24 November 2026 by Mara Lind: I misheard." in answer.text


def test_a_correction_opens_with_what_the_contact_says(cast, visit, client, last):
    visit("lead", correction(cast, last))

    sent = answers(client, correction(cast, last))

    assert sent["spoke_with"] == "child"
    assert sent["seems"] == "4"
    assert sent["made_by"] == str(cast.tutor.reference)
    assert sent["promise"] == "Send the photograph of the trip"
    assert [sent[f"made_on_{box}"] for box in ("day", "month", "year")] == ["18", "11", "2026"]


def test_a_contact_corrected_to_an_attempt_reopens_its_week(cast, visit, client, last):
    assert line(cast.running, WEEKLY_CONTACT, LAST_WEEK).met_on == last.made_on
    visit("lead", correction(cast, last))
    sent = answers(client, correction(cast, last), spoke_with="parent", because="It was mother")

    answer = visit("lead", correction(cast, last), sent, follow=True)

    assert line(cast.running, WEEKLY_CONTACT, LAST_WEEK).met_on is None
    assert "This does not count as that week’s contact: Amira was not spoken with." in answer.text


def test_a_contact_corrected_to_another_week_moves_what_is_met(cast, visit, client, last):
    visit("lead", correction(cast, last))
    moved = boxes("made_on", DAY)
    sent = answers(client, correction(cast, last), because="It was today", **moved)

    visit("lead", correction(cast, last), sent)

    assert line(cast.running, WEEKLY_CONTACT, LAST_WEEK).met_on is None
    assert line(cast.running, WEEKLY_CONTACT, "2026-11-23").met_on == DAY


def test_a_contact_taken_back_reopens_its_week_and_stays_readable(cast, visit, client, last):
    visit("tutor", removal(cast, last))
    sent = answers(client, removal(cast, last), because="It was another child")

    answer = visit("tutor", removal(cast, last), sent, follow=True)

    assert "Taken back. Amira has now not been spoken with in that week." in answer.text
    assert (
        "Taken back on Tuesday 24 November 2026 by Joe Adeyemi: It was another child."
        in answer.text
    )
    assert "I like the workshop." in answer.text
    assert line(cast.running, WEEKLY_CONTACT, LAST_WEEK).met_on is None
    assert Contact.objects.filter(pk=last.pk, child_words="I like the workshop.").exists()


@pytest.mark.parametrize("address", [correction, removal])
def test_no_reason_is_answered_in_a_sentence(cast, visit, client, last, address):
    visit("lead", address(cast, last))

    answer = visit("lead", address(cast, last), answers(client, address(cast, last)))

    assert answer.status_code == 422
    assert "Say why it is " in answer.text


def test_the_second_of_two_editors_sees_both_texts(cast, visit, client, last):
    address = correction(cast, last)
    visit("lead", address)
    sent = answers(client, address, child_words="Words of the second", because="Second")
    said = contact_said(cast, last.made_on, child_words="Words of the first")
    first = actions.correct_contact(
        last, said=said, because="First", by=cast.access("tutor"), on=DAY
    )

    answer = visit("lead", address, sent)

    assert answer.status_code == 422
    assert "Somebody has corrected this contact since you opened it." in answer.text
    assert "Words of the first" in answer.text
    assert "Words of the second" in answer.text
    assert f'action="{correction(cast, first)}"' in answer.content.decode()
    later = visit("lead", correction(cast, first), sent, follow=True)
    assert "Corrected." in later.text


def test_what_was_taken_back_can_be_neither_corrected_nor_taken_back(cast, visit, client, last):
    visit("lead", correction(cast, last))
    sent = answers(client, correction(cast, last), child_words="Mine", because="Mine too")
    gone = actions.take_back_contact(last, because="Mistake", by=cast.access("tutor"), on=DAY)
    before = Contact.objects.count()

    for row in (last, gone):
        corrected = visit("lead", correction(cast, row), sent)
        removed = visit("lead", removal(cast, row), {"because": "Again"})
        assert corrected.status_code == removed.status_code == 422
        assert "it was taken back" in corrected.text or "was taken back" in corrected.text
        assert "Mine" in corrected.text
        assert "It is taken back already" in removed.text
    assert Contact.objects.count() == before


def test_one_contact_is_read_on_its_own_page_by_any_of_its_names(cast, visit, last):
    said = contact_said(cast, last.made_on, child_words="Anew")
    later = actions.correct_contact(
        last, said=said, because="Misheard", by=cast.access("lead"), on=DAY
    )

    for row in (last, later):
        shown = visit("lead", at("contact", cast.running, contact=row.reference)).text
        assert "Anew" in shown
        assert "I like the workshop." in shown


def test_a_worry_that_was_raised_stays_raised(cast, visit, client):
    said = contact_said(cast, DAY, has_worry=True)
    raised = actions.record_contact(cast.running, said=said, by=cast.access("tutor"), on=DAY)
    visit("lead", correction(cast, raised))

    visit("lead", correction(cast, raised), answers(client, correction(cast, raised), because="x"))

    assert Contact.objects.get(corrects=raised).has_worry


def test_a_correction_of_a_day_to_come_is_refused(cast, visit, client, last):
    visit("lead", correction(cast, last))
    ahead = boxes("made_on", date(2026, 11, 30))
    sent = answers(client, correction(cast, last), because="x", **ahead)

    answer = visit("lead", correction(cast, last), sent)

    assert answer.status_code == 422
    assert "That day is still to come." in answer.text


NAMES = ["contact", "correct_contact", "take_back"]


@pytest.mark.parametrize("name", NAMES)
def test_a_contact_of_another_placement_is_not_found(cast, visit, last, name):
    address = at(name, cast.draft, contact=last.reference)

    assert visit("lead", address).status_code == 404
    assert visit("lead", address, {"because": "x"}).status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_another_school_finds_nothing_and_a_provider_may_not(cast, visit, last, name):
    address = at(name, cast.running, contact=last.reference)

    assert visit("elm_lead", address).status_code == 404
    assert visit("bridge_worker", address).status_code == 403
    assert visit("teacher", address, {"because": "x"}).status_code == 403


def test_what_is_due_is_the_same_after_a_correction_and_its_taking_back(cast, last):
    before = list(
        Expectation.objects.order_by("id").values_list("kind", "period", "met_on", "due_on")
    )
    said = contact_said(cast, DAY)
    extra = actions.record_contact(cast.running, said=said, by=cast.access("lead"), on=DAY)
    actions.take_back_contact(extra, because="Twice", by=cast.access("lead"), on=DAY)

    after = Expectation.objects.order_by("id").values_list("kind", "period", "met_on", "due_on")

    assert list(after) == before
