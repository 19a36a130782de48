"""What a child says reaches the adult of the weekly contact before the call, and a worry the DSL today."""

from datetime import date

import pytest
from django.core import mail
from django.urls import reverse

from homeward.due import queries as due
from homeward.due.models import Expectation
from homeward.due.sources import all_sources
from homeward.family import panels
from homeward.family.actions import notes as noting
from homeward.family.actions import words as actions
from homeward.family.models import Note, WordsHeard
from homeward.family.queries import words as queries
from homeward.family.rules.words import WORDS, WORRY
from homeward.family.work import tell_worry
from homeward.history.queries import entries
from homeward.jobs.models import Job
from homeward.organisations.codes import May
from homeward.organisations.roles import roles_with
from homeward.placements import actions as placements
from tests.asked import asked
from tests.cast import DAY, contact_said
from tests.family.child import acting, note_to, said
from tests.placements.visiting import at

WEDNESDAY, SATURDAY, MONDAY = date(2026, 11, 25), date(2026, 11, 28), date(2026, 11, 30)
QUIET = "Somebody said something"


def due_about(words):
    return Expectation.objects.get(about=words.reference)


def lines_of(cast, name, on=DAY):
    """What stands on somebody's Today, by the sentence."""
    shown = due.today(cast.access(name), on)
    return {
        part: [line.asks for line in getattr(shown, part)]
        for part in ("first", "late", "today", "this_week")
    }


def page(cast, name="words", **more):
    return reverse(f"family:{name}", kwargs={"reference": cast.running.reference, **more})


def test_words_are_due_from_the_adult_of_the_contact_on_the_next_school_day(cast):
    line = due_about(said(cast))

    assert (line.kind, line.due_on, line.person_id) == (WORDS, WEDNESDAY, cast.tutor.pk)
    assert line.arithmetic == "the next school day after 24 November 2026"
    assert "Read what Amira Haddad wrote about the week" in lines_of(cast, "tutor")["this_week"]
    assert due_about(said(cast, on=date(2026, 11, 27))).due_on == MONDAY


def test_they_go_to_whoever_covers_and_to_the_lead_where_nobody_is_named(cast):
    words = said(cast)
    placements.name_adult(
        cast.running,
        part="cover",
        person=cast.dsl,
        to_on=date(2026, 12, 4),
        by=cast.access("lead"),
        on=DAY,
    )
    assert due_about(words).person_id == cast.dsl.pk

    for adult in cast.running.namedadult_set.filter(part__in=["cover", "weekly_contact"]):
        placements.end_named_adult(adult, last_on=DAY, by=cast.access("lead"), on=DAY)

    assert (due_about(words).person_id, due_about(words).role) == (None, "ap_lead")


def test_a_worry_stands_first_on_the_day_it_was_said_or_the_next_school_day(cast):
    line, weekend = (
        due_about(said(cast, is_worry=True)),
        due_about(said(cast, on=SATURDAY, is_worry=True)),
    )

    assert (line.kind, line.due_on, line.role, line.person_id) == (WORRY, DAY, "dsl", None)
    assert weekend.due_on == MONDAY
    asks = "Amira Haddad is worried and wants to talk to somebody"
    assert asks in lines_of(cast, "dsl")["first"]
    assert lines_of(cast, "bridge_worker")["first"] == []
    assert lines_of(cast, "elm_lead")["first"] == []


def test_the_safeguarding_lead_hears_by_email_at_once_without_a_name(cast):
    words = said(cast, QUIET, is_worry=True)
    job = Job.objects.get(kind=actions.TELL_WORRY)

    tell_worry(job.payload, DAY)

    assert mail.outbox[0].to == [cast.dsl.email]
    sent = mail.outbox[0].subject + mail.outbox[0].body
    assert not any(word in sent for word in ("Amira", "Haddad", QUIET, str(words.reference)))


def test_where_a_school_has_no_safeguarding_lead_head_and_deputy_hear(cast):
    cast.dsl.memberships.update(to_on=date(2026, 11, 1))
    words = said(cast, is_worry=True)

    assert set(queries.addresses_to_tell(cast.access("head"), words.reference, DAY)) == {
        cast.head.email,
        cast.deputy.email,
    }


def test_a_worry_is_read_by_few_and_others_learn_who_has_it(cast, visit):
    words = said(cast, QUIET, is_worry=True)
    one = page(cast, "read_words", words=words.reference)

    for name in ("dsl", "head", "deputy"):
        assert QUIET in visit(name, one).text
    for name in ("tutor", "lead", "exclusions"):
        for address in (one, page(cast), at("placement", cast.running)):
            text = visit(name, address).text
            assert QUIET not in text, (name, address)
            assert "The safeguarding lead has it." in text
        visit(name, one, {"what_happened": "I read it"})
    assert not WordsHeard.objects.exists()
    text = visit("bridge_worker", at("placement", cast.running)).text
    assert all(said not in text for said in (QUIET, "is worried", "Wrote on their own page"))
    with pytest.raises(actions.NotYours):
        actions.hear(words, what_happened="", by=cast.access("tutor"), on=DAY)


def test_reading_it_settles_it_and_the_child_sees_who_and_what_then(cast, visit, my_plan):
    words = said(cast)

    answer = visit(
        "tutor",
        page(cast, "read_words", words=words.reference),
        {"what_happened": "We found a quiet table."},
    )

    assert answer.url == page(cast)
    line = due_about(words)
    assert (line.met_on, line.met_by) == (DAY, str(WordsHeard.objects.get().reference))
    text = my_plan().text
    assert "Joe Adeyemi" in text
    assert "What happened then: We found a quiet table." in text


def test_recording_a_contact_marks_nothing_as_read(cast):
    words = said(cast)

    placements.record_contact(
        cast.running, said=contact_said(cast, DAY), by=cast.access("tutor"), on=DAY
    )

    assert due_about(words).met_on is None


def test_whoever_rings_sees_what_was_said_since_the_last_contact_and_what_is_unread(cast, visit):
    said(cast, "Old and read.", on=date(2026, 11, 16))
    actions.hear(
        said(cast, "Said and read long ago", on=date(2026, 11, 13)),
        what_happened="",
        by=cast.access("tutor"),
        on=DAY,
    )
    said(cast, "New words & more")

    text = visit("tutor", at("record_contact", cast.running)).text

    assert "New words & more" in text
    assert "Old and read." in text
    assert "long ago" not in text
    assert "I have read this" in text


def test_the_panels_ask_little_and_show_nothing_to_the_provider(cast):
    for _ in range(5):
        said(cast)
    values = {"placement": cast.running, "on": DAY}

    assert len(asked(lambda: panels.on_placement(cast.access("tutor"), **values))) <= 4
    assert len(asked(lambda: panels.before_contact(cast.access("tutor"), **values))) <= 3
    assert panels.on_placement(cast.access("bridge_worker"), **values) is None


def test_parents_get_only_what_is_shared_and_never_a_worry(cast):
    said(cast, "For me")
    shared = said(cast, "For all", is_shared=True)
    said(cast, "A worry", is_shared=True, is_worry=True)

    found = queries.shared_with_parents(cast.access("lead"), cast.running)

    assert [(one.reference, one.words, one.week) for one in found] == [
        (shared.reference, "For all", "Up and down")
    ]


def test_the_history_holds_not_a_word_of_it(cast):
    said(cast, QUIET, is_worry=True)

    found = entries(cast.access("lead"), cast.running.reference, limit=5)

    assert found[0].summary == "Wrote on their own page"
    assert not any(QUIET in str(one) or "worr" in one.summary for one in found)


def test_what_is_stored_as_due_is_what_the_rules_say(cast):
    words = said(cast)
    said(cast, is_worry=True)
    actions.hear(words, what_happened="", by=cast.access("tutor"), on=DAY)

    source = next(one for one in all_sources() if one.name == "words")
    batches = list(source.settlements(DAY))

    assert sum(map(len, batches)) == 2
    assert due.compare(cast.access("lead"), batches[0], kinds=source.kinds) == []
    assert set(source.known([words.reference, cast.running.reference])) == {words.reference}


def test_a_worry_is_heard_by_permission_and_only_at_the_school_of_the_child(cast):
    assert [role.name for role in roles_with(May.HEAR_WORRIES)] == ["headteacher", "deputy", "dsl"]
    for who, hears in (("head", True), ("dsl", True), ("lead", False), ("tutor", False)):
        assert queries.hears_worries(cast.access(who), cast.running) is hears, who
    for outsider in ("exclusions", "north_worker", "elm_lead"):
        assert not queries.hears_worries(cast.access(outsider), cast.running), outsider


def test_a_child_without_a_school_is_read_by_the_team(cast):
    words = actions.say(
        cast.without_school,
        week="2",
        words="",
        is_shared=False,
        is_worry=True,
        by=acting(cast.kofi),
        on=DAY,
    )

    assert due_about(words).team_id == cast.without_school.commissioner_team_id
    assert queries.hears_worries(cast.access("exclusions"), cast.without_school)
    assert not queries.hears_worries(cast.access("north_worker"), cast.without_school)


def test_a_note_is_written_shown_and_taken_back(cast, visit, my_plan):
    answer = visit("tutor", page(cast, "notes"), {"kind": "news", "text": "9B won the quiz."})
    assert answer.url == page(cast, "notes")
    assert "9B won the quiz." in my_plan().text

    note = Note.objects.get()
    visit("tutor", page(cast, "take_back_note", note=note.reference), {})

    assert "9B won the quiz." not in my_plan().text
    assert "Taken back" in visit("lead", page(cast, "notes")).text
    with pytest.raises(noting.AlreadyTakenBack):
        noting.take_back_note(note, by=cast.access("tutor"), on=DAY)


@pytest.mark.parametrize("text", ["Mum is on 07700 900101.", "Come to 7 Mill Lane, UB8 2AA"])
def test_a_note_with_an_address_or_number_of_the_family_is_stopped(cast, visit, text):
    answer = visit("tutor", page(cast, "notes"), {"kind": "note", "text": text})

    assert answer.status_code == 422
    assert "the page may lie on a table at home" in answer.text
    assert not Note.objects.exists()


def test_a_note_sent_twice_is_written_once(cast, visit):
    sent = {"kind": "note", "text": "Hello", "submit_token": "one"}

    visit("tutor", page(cast, "notes"), sent)
    visit("tutor", page(cast, "notes"), sent)

    assert Note.objects.count() == 1


def test_who_may_not_write_may_not(cast, visit):
    assert visit("teacher", page(cast, "notes")).status_code == 403
    assert visit("elm_lead", page(cast, "notes")).status_code == 404
    assert note_to(cast).written_by_name == "Joe Adeyemi"
