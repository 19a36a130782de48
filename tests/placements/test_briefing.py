"""The briefing: the staff list, who has read it, who is asked again, and the school prepared."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from homeward.due.models import Expectation
from homeward.letters.models import Message
from homeward.organisations import actions as organisations
from homeward.organisations.models import Membership
from homeward.placements import actions
from homeward.placements.actions.briefing import (
    BriefingChanged,
    ask_again,
    chase,
    excuse,
    read_briefing,
    send_briefing,
)
from homeward.placements.actions.teachers import add_teachers, close_leaver, end_teacher
from homeward.placements.codes import Audience
from homeward.placements.models import BriefingReceipt, TaughtBy, Teacher, Telling
from homeward.placements.queries.coming_back import known
from homeward.placements.rules import briefed
from homeward.placements.rules.prepared import BRIEFING, STAFF, UNREAD
from homeward.placements.rules.staff_list import Taught
from tests.asked import asked
from tests.cast import DAY
from tests.placements.briefings import (
    TIMETABLE,
    WRITTEN,
    name_teachers,
    read,
    send,
    teacher,
    write,
)
from tests.placements.coming_back import (
    FIRST,
    come_back,
    write_ladder,
    write_plan,
)
from tests.placements.visiting import answers, at, line, visit  # noqa: F401 - a fixture

NOT_YET = "Mr Tom Fell"


def gaps(cast, on=DAY):
    return {gap.key for gap in known(cast.access("lead"), cast.running, on=on).gaps}


# The staff list


def test_a_pasted_timetable_names_everybody_once_and_joins_who_signs_in(cast):
    name_teachers(cast)
    name_teachers(cast)

    assert TaughtBy.objects.filter(placement=cast.running).count() == 14
    assert teacher("Owen Marsh").person == cast.teacher
    assert teacher("Mrs Sal Green").email == ""


def test_a_teacher_known_by_another_child_stays_one_row(cast):
    name_teachers(cast)
    again = [Taught("Nadia Hassan", "Maths", "N.Hassan@oakpark.example")]

    add_teachers(cast.draft, wanted=again, by=cast.access("lead"), on=DAY)

    assert Teacher.objects.filter(email__iexact="n.hassan@oakpark.example").count() == 1


def test_a_list_with_one_bad_address_adds_nobody(cast):
    wanted = [Taught("Ms Hassan", "Maths"), Taught("Mr Fell", "English", "fell@")]

    with pytest.raises(actions.NotAllowed, match="fell@"):
        add_teachers(cast.running, wanted=wanted, by=cast.access("lead"), on=DAY)

    assert not TaughtBy.objects.exists()


def test_the_preview_says_line_by_line_and_saves_nothing(visit, cast):  # noqa: F811
    address = at("paste_teachers", cast.running)

    shown = visit("lead", address, {"text": TIMETABLE + "???\n"}).text

    assert "14 teachers" in shown
    assert "1 line was not understood" in shown
    assert "signs in here" in shown
    assert not TaughtBy.objects.exists()

    after = visit("lead", address, {"text": TIMETABLE, "step": "add"}, follow=True).text
    assert "Saved. 14 teachers added." in after
    assert "Ms Nadia Hassan" in after


def test_one_teacher_by_hand_and_the_end_of_one(visit, cast):  # noqa: F811
    visit("lead", at("add_teacher", cast.running), {"name": "Ms New", "subject": "Latin"})
    row = TaughtBy.objects.get()

    page = at("end_teacher", cast.running, taught=row.reference)
    sent = {"to_on_day": 24, "to_on_month": 11, "to_on_year": 2026}
    shown = visit("lead", page, sent, follow=True).text

    assert "Ms New: ended" in shown
    assert "Closed since 24 Nov 2026" in shown


def test_somebody_without_an_address_gets_a_card_with_figures_to_be_said(visit, cast):  # noqa: F811
    name_teachers(cast)
    row = TaughtBy.objects.get(teacher__name="Mrs Sal Green")
    page = at("teacher_card", cast.running, taught=row.reference)

    answer = visit("lead", page, {})

    assert "The six figures" in answer.text
    assert "<svg" in answer.content.decode()


def test_a_leaver_is_on_no_list_any_more(cast):
    name_teachers(cast)

    close_leaver(person=cast.teacher.pk, organisation=cast.oak_park.pk, on=DAY)

    assert TaughtBy.objects.get(teacher__name="Owen Marsh").to_on == DAY


def test_who_leaves_the_school_leaves_the_lists(cast, django_capture_on_commit_callbacks):
    name_teachers(cast)
    membership = Membership.objects.get(person=cast.teacher)

    with django_capture_on_commit_callbacks(execute=True):
        organisations.end_membership(membership, by=cast.access("head"), on=DAY)

    assert TaughtBy.objects.get(teacher__name="Owen Marsh").to_on == DAY


# The page


def test_the_page_is_prefilled_from_plan_and_steps_and_freezes_them(cast):
    write_ladder(cast)
    write_plan(cast)

    text = write(cast).text

    assert [one.what for one in text.adjustments] == ["A pass to leave the room"]
    assert (text.safe_adult, text.safe_place) == ("Joe Adeyemi", "The library office")
    assert text.starts_on == FIRST


def test_two_who_write_at_once_see_both_texts(visit, cast, client):  # noqa: F811
    page = at("write_briefing", cast.running, beginning="return")
    visit("lead", page)
    opened = answers(client, page, helps="A seat at the back.")
    write(cast)

    shown = visit("lead", page, opened).text

    assert "wrote version 1" in shown
    assert "A seat by the door." in shown
    assert "A seat at the back." in shown
    with pytest.raises(BriefingChanged):
        write(cast, helps="Other words")


def test_saving_what_stands_writes_no_version(cast):
    first = write(cast)

    assert write(cast, based_on=first.number).number == first.number
    assert write(cast, based_on=0).number == first.number


def test_an_empty_page_is_not_saved(visit, cast):  # noqa: F811
    nothing = dict.fromkeys(("good_at", "helps", "makes_worse"), "")
    page = at("write_briefing", cast.running, beginning="start")

    answer = visit("lead", page, {"based_on": "0", **nothing})

    assert answer.status_code == 422
    assert "Write at least one thing that helps" in answer.text


# Out, and read


def test_each_teacher_gets_a_letter_with_a_link_of_their_own(cast):
    name_teachers(cast)

    send(cast)

    letters = Message.objects.filter(letter="briefing")
    assert letters.count() == 14
    assert letters.filter(channel="email").count() == 13
    assert len({one.link for one in letters}) == 14
    assert all("Haddad" not in one.subject + one.body for one in letters)


def test_sending_it_twice_writes_to_nobody_twice(cast):
    name_teachers(cast)
    number = send(cast)

    with pytest.raises(actions.NotAllowed):
        send_briefing(cast.running, number=number, by=cast.access("lead"), on=DAY)

    assert Message.objects.filter(letter="briefing").count() == 14


def test_the_start_counts_as_told_once_its_briefing_is_out(cast):
    name_teachers(cast)

    send(cast, "start")

    assert Telling.objects.filter(audience=Audience.STAFF, how="briefing").exists()
    assert line(cast.running, "placements.tell", "staff").met_on is not None


def test_thirteen_have_read_it_and_the_lead_knows_who_has_not(visit, cast):  # noqa: F811
    write_ladder(cast)
    name_teachers(cast)
    read(cast, send(cast), but=[NOT_YET])

    shown = visit("lead", at("briefing", cast.running)).text

    assert "13 of 14 have read it" in shown
    assert f">{NOT_YET}</p>" in shown
    assert "written on 24 Nov 2026, waits to be sent" in shown
    stored = line(cast.running, briefed.UNREAD, "return")
    assert stored.subject == f"1 of 14 teachers has not read the briefing: {NOT_YET}."
    assert stored.met_on is None


def test_a_second_tap_keeps_the_first_receipt(cast):
    name_teachers(cast)
    number = send(cast)

    read(cast, number, "Ms Nadia Hassan")
    read(cast, number, "Ms Nadia Hassan", on=DAY + timedelta(days=1))

    assert BriefingReceipt.objects.get().read_on == DAY


def test_a_version_that_is_not_out_cannot_be_read(cast):
    name_teachers(cast)
    number = write(cast).number

    with pytest.raises(actions.NotAllowed):
        read_briefing(
            cast.running,
            teacher=teacher(NOT_YET),
            number=number,
            by=cast.access("lead"),
            on=DAY,
        )


def test_who_signs_in_has_a_line_that_is_met_by_reading(cast):
    name_teachers(cast)
    number = send(cast)
    own = Expectation.objects.get(about=cast.running.reference, kind=briefed.READ)
    assert (own.person, own.met_on) == (cast.teacher, None)

    read(cast, number, "Owen Marsh")

    own.refresh_from_db()
    assert own.met_on == DAY


# School is prepared


def test_a_telling_is_enough_where_no_teacher_is_named(cast):
    write_ladder(cast)
    assert STAFF in gaps(cast)

    actions.record_telling(
        cast.running,
        audience=Audience.RETURN_STAFF,
        told_on=DAY,
        how="meeting",
        told_by_name="Mara Lind",
        by=cast.access("lead"),
        on=DAY,
    )

    assert gaps(cast) & {STAFF, BRIEFING, UNREAD} == set()


def test_named_teachers_have_to_have_it_and_to_have_read_it(cast):
    write_ladder(cast)
    name_teachers(cast)
    assert gaps(cast) & {STAFF, BRIEFING, UNREAD} == {BRIEFING}

    number = send(cast)
    assert gaps(cast) & {STAFF, BRIEFING, UNREAD} == {UNREAD}

    read(cast, number)
    assert gaps(cast) & {STAFF, BRIEFING, UNREAD} == set()


def test_the_headteacher_says_why_not_and_nobody_else(cast):
    write_ladder(cast)
    name_teachers(cast)
    read(cast, send(cast), but=[NOT_YET])
    with pytest.raises(actions.NotAllowed):
        excuse(cast.running, because="He is ill", by=cast.access("lead"), on=DAY)

    excuse(cast.running, because="He is ill", by=cast.access("head"), on=DAY)

    assert UNREAD not in gaps(cast)
    assert line(cast.running, briefed.UNREAD, "return").met_on == DAY


def test_a_child_who_is_back_sooner_is_welcome_and_the_gap_is_due_that_day(cast):
    write_ladder(cast)
    name_teachers(cast)
    read(cast, send(cast), but=[NOT_YET])
    sooner = date(2026, 11, 25)

    actions.record_return(cast.running, came_on=sooner, by=cast.access("lead"), on=sooner)

    assert line(cast.running, "placements.return-gap", UNREAD).due_on == sooner
    assert chase(cast.running.reference, on=sooner) == 1


# Asked again


def test_who_has_not_read_it_is_asked_from_the_day_before_once_a_day(cast):
    write_ladder(cast)
    name_teachers(cast)
    number = send(cast)
    read(cast, number, but=[NOT_YET, "Mrs Sal Green"])
    day_before = date(2026, 11, 27)

    assert chase(cast.running.reference, on=date(2026, 11, 25)) == 0
    assert chase(cast.running.reference, on=day_before) == 1
    assert chase(cast.running.reference, on=day_before) == 0
    assert chase(cast.running.reference, on=date(2026, 11, 28)) == 0
    assert chase(cast.running.reference, on=FIRST) == 1
    assert Message.objects.filter(letter="briefing_again").count() == 2


def test_asking_stops_when_it_is_read(cast):
    write_ladder(cast)
    name_teachers(cast)
    number = send(cast)
    read(cast, number, but=[NOT_YET])

    read(cast, number, NOT_YET)

    assert chase(cast.running.reference, on=FIRST) == 0


def test_asking_by_hand_goes_once_a_day(cast):
    name_teachers(cast)
    read(cast, send(cast), but=[NOT_YET])
    tomorrow = DAY + timedelta(days=1)

    assert ask_again(cast.running, by=cast.access("lead"), on=tomorrow) == [teacher(NOT_YET)]
    with pytest.raises(actions.NotAllowed):
        ask_again(cast.running, by=cast.access("lead"), on=tomorrow)


def test_somebody_who_no_longer_teaches_is_not_counted(cast):
    name_teachers(cast)
    read(cast, send(cast), but=[NOT_YET])

    row = TaughtBy.objects.get(teacher__name=NOT_YET)
    end_teacher(row, to_on=DAY, by=cast.access("lead"), on=DAY)

    assert line(cast.running, briefed.UNREAD, "return").met_on == DAY


# Pages


@pytest.mark.parametrize("name", ["teachers", "briefing", "happening"])
@pytest.mark.parametrize("who", ["bridge_worker", "teacher"])
def test_staff_lists_and_readers_are_for_school_and_authority(visit, cast, name, who):  # noqa: F811
    name_teachers(cast)
    send(cast)

    answer = visit(who, at(name, cast.running))

    assert answer.status_code == 403
    assert "@oakpark.example" not in answer.text
    assert visit("tutor", at(name, cast.running)).status_code == 200


@pytest.mark.parametrize("name", ["teachers", "briefing", "happening"])
def test_each_page_asks_as_much_for_one_teacher_as_for_fourteen(visit, cast, name):  # noqa: F811
    write_ladder(cast)
    write_plan(cast)
    name_teachers(cast)
    read(cast, send(cast), but=[NOT_YET])
    address = at(name, cast.running)
    visit("lead", address)

    assert len(asked(lambda: visit("lead", address))) <= 15


def test_what_happens_asks_as_little_in_the_middle_of_a_return(visit, cast):  # noqa: F811
    write_ladder(cast)
    write_plan(cast)
    name_teachers(cast)
    come_back(cast)
    address = at("happening", cast.running)
    in_second_week = FIRST + timedelta(days=9)
    assert "Asked now, by" in visit("lead", address, on=in_second_week).text

    queries = asked(lambda: visit("lead", address, on=in_second_week))

    assert len(queries) <= 15, "\n".join(queries)


def test_a_past_fortnight_of_silence_reads_nobody_said(visit, cast):  # noqa: F811
    write_ladder(cast)
    write_plan(cast)
    name_teachers(cast)
    come_back(cast)
    address = at("happening", cast.running)

    assert "nobody said" not in visit("lead", address, on=FIRST + timedelta(days=9)).text
    assert "nobody said" in visit("lead", address, on=FIRST + timedelta(days=16)).text


@pytest.mark.parametrize("beginning", ["start", "return"])
@pytest.mark.parametrize("name", ["write_briefing", "send_briefing", "ask_teachers_again"])
def test_each_page_opens_before_anything_is_written(visit, cast, name, beginning):  # noqa: F811
    assert visit("lead", at(name, cast.running, beginning=beginning)).status_code == 200


def test_the_whole_way_by_the_pages(visit, cast):  # noqa: F811
    name_teachers(cast)
    said = {name: WRITTEN[name] for name in ("good_at", "helps", "makes_worse")}
    pairs = {"when_0": "I go quiet", "then_0": "Give me time", "based_on": "0"}
    page = at("write_briefing", cast.running, beginning="return")
    assert at("write_ladder", cast.running) in visit("lead", page).text
    saved = visit("lead", page, said | pairs, follow=True).text
    assert "Saved." in saved
    assert "new version" not in saved

    page = at("send_briefing", cast.running, beginning="return")
    assert "No email: print a card" in visit("lead", page).text
    sent = visit("lead", page, {"number": "1", "own_words": ""}, follow=True).text

    assert "Sent to 13; print a card for 1" in sent
    row = TaughtBy.objects.get(teacher__name="Mrs Sal Green")
    assert at("teacher_card", cast.running, taught=row.reference) in sent
    assert "0 of 14 have read it" in sent
    page = at("briefing_why_not", cast.running, beginning="return")
    after = visit("head", page, {"because": "Two are ill."}, follow=True).text
    assert "Two are ill." in after
    assert "Say why not all" not in after
    assert re.search(r'class="govuk-button govuk-button--secondary"[^>]*>Ask again<', after)


def test_facts_without_teachers_are_empty():
    from homeward.placements.rules.facts import Facts

    bare = Facts(reference=None, kind="short_term", starts_on=DAY, ends_on=None)

    assert briefed.reading(replace(bare), "return") is None
