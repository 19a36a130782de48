from dataclasses import replace
from datetime import date

import pytest
from django.http import Http404

from homeward.due.actions import waive
from homeward.due.kinds import guidance_is_shown_at
from homeward.due.models import Expectation
from homeward.due.queries import counts, everything, line, lines_about, today, waiting, waived
from homeward.due.rules import Chosen, Part
from homeward.organisations.access import NOBODY
from homeward.organisations.models import Person
from tests.due.conftest import CONTACT, LAW, REVIEW, TODAY, week

LAST_WEEK = week(date(2026, 11, 16))
THIS_WEEK = week(date(2026, 11, 23))
NEXT_WEEK = week(date(2026, 11, 30))
DUE_TODAY = week(date(2026, 11, 23), kind=REVIEW, due=1)


def periods(lines):
    return [one.due_on for one in lines]


def test_the_day_is_in_parts_worst_first(cast, expect):
    expect(THIS_WEEK, LAST_WEEK, DUE_TODAY, NEXT_WEEK)
    expect(week(date(2026, 11, 9)))

    page = today(cast.lead, TODAY)

    assert periods(page.late) == [date(2026, 11, 13), date(2026, 11, 20)]
    assert periods(page.today) == [TODAY]
    assert periods(page.this_week) == [date(2026, 11, 27)]
    assert page.later == 1
    assert page.finished == ""


def test_a_line_says_child_what_when_why_and_where(cast, expect):
    guidance_is_shown_at(lambda passage: f"/guidance/reintegration/#{passage.number}")
    about = expect(LAST_WEEK)

    (one,) = today(cast.lead, TODAY).late

    assert (one.child, one.place) == ("Amira", "Bridge House (example)")
    assert one.asks == "Weekly contact: Amira at Bridge House (example)"
    assert one.by_when == "4 days late"
    assert one.address == f"/placements/{about}/test.contact/2026-11-16/"
    assert one.button == "Record weekly contact"
    assert one.why.arithmetic == "the last school day of the week of 2026-11-16"
    assert one.why.address == f"/guidance/reintegration/#{one.why.number}"
    assert one.why.says


def test_a_count_that_ran_past_the_calendar_waits_for_term_dates(cast, expect):
    expect(replace(THIS_WEEK, due_on=None))

    page = today(cast.lead, TODAY)

    assert [one.by_when for one in page.dates_needed] == ["needs term dates first"]
    assert page.dates_needed[0].part is Part.DATES_NEEDED


def test_a_named_person_has_their_own_lines_and_the_lead_waits_for_them(cast, expect):
    expect(replace(THIS_WEEK, person=cast.tutor.person))
    expect(replace(THIS_WEEK, person=cast.lead.person))

    assert len(today(cast.tutor, TODAY).this_week) == 1
    assert today(cast.tutor, TODAY).waiting.items == ()
    page = today(cast.lead, TODAY)
    assert len(page.this_week) == 1
    assert [one.whom for one in page.waiting.items] == ["Ben Ode"]


def test_a_role_sees_what_is_due_from_it_and_from_nobody_by_name(cast, expect):
    expect(replace(THIS_WEEK, role="headteacher"))
    expect(replace(THIS_WEEK, role="headteacher", person=cast.lead.person))

    assert len(today(cast.head, TODAY).this_week) == 1
    assert len(today(cast.lead, TODAY).this_week) == 1
    assert [one.whom for one in today(cast.lead, TODAY).waiting.items] == ["Headteacher"]


def test_a_team_sees_what_is_due_from_it(cast, expect):
    expect(replace(THIS_WEEK, role="", team=cast.exclusions.pk), owner=cast.hillingdon)
    expect(replace(THIS_WEEK, role="post16_officer"), owner=cast.hillingdon)

    page = today(cast.officer, TODAY)

    assert [one.whom for one in page.this_week] == ["Exclusions Team"]
    assert [one.whom for one in page.waiting.items] == ["Post-16 team officer"]


def test_what_is_due_from_no_role_and_no_person_is_waited_for(cast, expect):
    expect(replace(THIS_WEEK, role=""))

    assert [one.whom for one in today(cast.lead, TODAY).waiting.items] == [
        "Oak Park School (example)"
    ]


def test_elm_road_and_nobody_see_nothing(cast, expect):
    about = expect(LAST_WEEK, THIS_WEEK)
    reference = Expectation.objects.first().reference

    for access in (cast.elm_lead, NOBODY):
        page = today(access, TODAY)
        assert (page.mine.items, page.waiting.items, page.later) == ((), (), 0)
        assert (page.people, page.finished) == ((), "Nothing is due from you.")
        assert everything(access, TODAY) == []
        assert waiting(access, TODAY).items == ()
        with pytest.raises(Http404):
            line(access, reference, TODAY)
    assert line(cast.lead, reference, TODAY).about == about


def test_somebody_who_sees_only_their_own_opens_only_their_own(cast, expect):
    expect(THIS_WEEK)
    reference = Expectation.objects.get().reference

    with pytest.raises(Http404):
        line(cast.tutor, reference, TODAY)


def test_a_record_one_may_not_open_is_not_named(cast, expect, declared):
    declared.hidden.add(expect(THIS_WEEK))

    (one,) = today(cast.lead, TODAY).this_week

    assert (one.child, one.record_address) == ("A record you cannot open", "")


def test_every_child_has_been_seen_this_week(cast, expect):
    expect(replace(THIS_WEEK, met_on=TODAY, met_by="a contact"), NEXT_WEEK)
    expect(replace(LAST_WEEK, met_on=date(2026, 11, 17)))

    assert today(cast.lead, TODAY).finished == "Every child has been seen this week."
    assert today(cast.tutor, TODAY).finished == "Every child has been seen this week."


def test_one_who_is_done_does_not_speak_for_the_others(cast, expect):
    expect(replace(THIS_WEEK, met_on=TODAY, person=cast.tutor.person))
    expect(THIS_WEEK)

    assert today(cast.tutor, TODAY).finished == "You have done everything that is due from you."


def test_nothing_due_is_not_called_done(cast):
    assert today(cast.lead, TODAY).finished == "Nothing is due from you."


def test_the_list_is_narrowed_by_kind_and_person(cast, expect):
    expect(THIS_WEEK, DUE_TODAY)
    expect(replace(THIS_WEEK, person=cast.tutor.person))
    ben = Person.objects.get(pk=cast.tutor.person).reference

    assert today(cast.lead, TODAY, chosen=Chosen(kind=REVIEW)).this_week == ()
    page = today(cast.lead, TODAY, chosen=Chosen(person=ben))
    assert (len(page.mine.items), len(page.waiting.items)) == (0, 1)
    assert page.finished == "Nothing that you chose is due."
    assert [(one.value, one.says) for one in page.people] == [(str(ben), "Ben Ode")]
    assert len(everything(cast.lead, TODAY, chosen=Chosen(kind=CONTACT))) == 2


def test_a_long_list_comes_in_slices_without_gaps(cast, expect):
    for number in range(60):
        expect(LAST_WEEK if number % 2 else THIS_WEEK, replace(DUE_TODAY, due_on=None))

    first = today(cast.lead, TODAY)
    second = today(cast.lead, TODAY, after=first.mine.next_after)
    third = today(cast.lead, TODAY, after=second.mine.next_after)

    assert [len(page.mine.items) for page in (first, second, third)] == [50, 50, 20]
    assert third.mine.next_after == ""
    pages = (first, second, third)
    assert len({one.reference for page in pages for one in page.mine.items}) == 120
    assert first.late + first.this_week == first.mine.items
    assert len(third.dates_needed) == 20


@pytest.mark.parametrize("after", ["", "nonsense", "WyJ4IiwxXQ", "WyIiLCJ4Il0", "W10", "bnVsbA"])
def test_a_mark_of_nobodys_making_begins_somewhere_harmless(cast, expect, after):
    expect(THIS_WEEK)

    assert today(cast.lead, TODAY, after=after).late == ()
    assert waiting(cast.lead, TODAY, after=after).items == ()
    assert waived(cast.lead, TODAY, after=after).items == ()


def test_those_waited_for_have_a_list_of_their_own(cast, expect):
    for _ in range(15):
        expect(replace(THIS_WEEK, person=cast.tutor.person))

    page = today(cast.lead, TODAY)

    assert len(page.waiting.items) == 10
    assert page.waiting.next_after
    assert len(waiting(cast.lead, TODAY).items) == 15
    assert waiting(cast.tutor, TODAY).items == ()


def test_lines_about_a_record_say_what_is_now_coming_and_waived(cast, expect):
    about = expect(LAST_WEEK, THIS_WEEK, NEXT_WEEK, replace(DUE_TODAY, met_on=TODAY))
    expect(THIS_WEEK)
    late = Expectation.objects.get(about=about, period="2026-11-16")
    waive(late.reference, because="She was in hospital", by=cast.lead, on=TODAY)

    found = lines_about(cast.lead, about, TODAY)

    assert periods(found.now) == [date(2026, 11, 27)]
    assert periods(found.coming) == [date(2026, 12, 4)]
    assert found.waived[0].waiver.because == "She was in hospital"
    assert found.waived[0].waiver.by == "Mara Lind"
    elsewhere = lines_about(cast.elm_lead, about, TODAY)
    assert [(one.address, one.may_waive) for one in elsewhere.now] == [("", False)]
    assert elsewhere.now[0].whom == "AP lead, Oak Park School (example)"


def test_what_the_law_asks_cannot_be_waived(cast, expect):
    expect(week(date(2026, 11, 23), kind=LAW))

    assert [one.may_waive for one in today(cast.lead, TODAY).this_week] == [False]


def test_what_was_waived_is_gone_from_today_and_stands_in_its_list(cast, expect):
    about = expect(THIS_WEEK)
    waive(Expectation.objects.get().reference, because="Hospital", by=cast.lead, on=TODAY)

    assert today(cast.lead, TODAY).mine.items == ()
    (one,) = waived(cast.lead, TODAY).items
    assert (one.about, one.waiver.because) == (about, "Hospital")
    assert waived(cast.elm_lead, TODAY).items == ()
    assert waived(cast.tutor, TODAY).items == ()


def test_how_much_is_a_persons_own_is_counted(cast, expect):
    expect(LAST_WEEK, THIS_WEEK, DUE_TODAY, NEXT_WEEK)
    expect(replace(LAST_WEEK, person=cast.tutor.person))

    assert counts(cast.lead, TODAY).late == 1
    assert counts(cast.lead, TODAY).today == 1
    assert counts(cast.lead, TODAY).this_week == 1
    assert counts(cast.elm_lead, TODAY).late == 0


@pytest.mark.parametrize("many", [5, 50])
def test_today_takes_six_queries_however_long_it_is(
    cast, expect, many, declared, django_assert_num_queries
):
    for _ in range(many):
        expect(LAST_WEEK, THIS_WEEK, replace(DUE_TODAY, person=cast.tutor.person))

    with django_assert_num_queries(5):  # and one more in which placements describe themselves
        today(cast.lead, TODAY)

    assert len(declared.asked) == 1
