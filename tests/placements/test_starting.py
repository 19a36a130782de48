"""Facts are never refused, readiness is never faked: the start gate on the real records."""

from datetime import date, timedelta

import pytest

from homeward.due import queries as due
from homeward.due.models import OPEN, Expectation
from homeward.organisations import actions as organisations
from homeward.organisations.models import Membership
from homeward.placements import actions
from homeward.placements.models import Party
from homeward.placements.rules.contact import WEEKLY_CONTACT
from homeward.placements.rules.early_days import START_GAP
from homeward.providers import actions as providers
from tests.cast import DAY, whole_draft


def gaps_due(placement):
    return {
        one.period: one.due_on for one in Expectation.objects.filter(about=placement.reference, kind=START_GAP)
    }  # fmt: skip


def contact_lines(placement):
    return Expectation.objects.filter(about=placement.reference, kind=WEEKLY_CONTACT)


def moved_to_today(cast, draft):
    """A second plan whose dates are moved into those of Amira's running placement."""
    dates = {"starts_on": DAY, "ends_on": date(2026, 12, 18)}
    by = cast.access("lead")
    return actions.amend(draft, changes=dates, edited=draft.edited, by=by, on=DAY)


def test_a_child_who_came_is_recorded_whatever_is_missing_and_the_gaps_fall_due(cast):
    draft = actions.begin(cast.amira, by=cast.access("lead"), on=DAY)

    actions.record_first_session(draft, came_on=DAY, by=cast.access("tutor"), on=DAY)

    due = gaps_due(draft)
    assert {"provider", "ends-on", "targets"} <= set(due)
    assert set(due.values()) == {date(2026, 12, 1)}
    assert contact_lines(draft).exists()


def test_a_closed_gap_is_due_no_more(cast):
    draft = whole_draft(cast, pupil=cast.ben, leave_out=("key-worker",))
    actions.record_first_session(draft, came_on=DAY, by=cast.access("lead"), on=DAY)
    assert set(gaps_due(draft)) >= {"key-worker"}

    actions.name_adult(
        draft, part="key_worker", person=cast.north_worker, by=cast.access("lead"), on=DAY
    )

    assert "key-worker" not in gaps_due(draft)


def test_only_a_headteacher_a_deputy_or_an_officer_allows_an_urgent_start(cast):
    draft = whole_draft(cast, pupil=cast.ben, leave_out=("targets",))
    with pytest.raises(actions.NotAllowed):
        actions.allow_urgent_start(draft, because="Sixth day", by=cast.access("lead"), on=DAY)

    actions.allow_urgent_start(draft, because="Sixth day", by=cast.access("deputy"), on=DAY)

    assert gaps_due(draft) == {"targets": date(2026, 12, 1)}
    assert Party.objects.filter(placement=draft, part="provider").exists()


def test_a_spoken_confirmation_lets_a_child_start_and_is_due_in_writing_the_next_school_day(cast):
    new = providers.add_provider(
        name="Riverside (example)",
        authority=cast.hillingdon,
        by=cast.access("commissioner"),
        on=DAY,
    )
    providers.set_registration(
        new, is_registered=False, from_on=DAY, setting_type="other_unregistered",
        by=cast.access("commissioner"), on=DAY,
    )  # fmt: skip
    draft = whole_draft(cast, pupil=cast.ben, starts_on=DAY, leave_out=("sessions",))
    draft = actions.choose_provider(draft, provider=new, by=cast.access("lead"), on=DAY)
    site = providers.add_site(
        new, name="Barn", street="1 Lane (example)", postcode="UB8 3AA",
        by=cast.access("commissioner"), on=DAY,
    )  # fmt: skip
    week = [actions.SessionWanted(0, "am", 150, site)]
    actions.set_week(draft, sessions=week, by=cast.access("lead"), on=DAY)
    with pytest.raises(actions.GapsRemain) as refused:
        actions.allow_urgent_start(draft, because="Nowhere to go", by=cast.access("head"), on=DAY)
    assert {gap.key for gap in refused.value.gaps} == {"safeguarding"}

    providers.note_spoken_confirmation(
        new, confirmed_on=DAY, given_by="Kit Moss", by=cast.access("lead"), on=DAY
    )
    draft = actions.allow_urgent_start(
        draft, because="Nowhere to go", by=cast.access("head"), on=DAY
    )

    assert gaps_due(draft)["safeguarding-in-writing"] == date(2026, 11, 25)


def test_two_plans_of_one_child_cannot_be_agreed_for_the_same_half_day(cast):
    clash = moved_to_today(cast, whole_draft(cast, pupil=cast.amira, starts_on=date(2027, 1, 11)))

    with pytest.raises(actions.GapsRemain) as refused:
        actions.agree(clash, by=cast.access("lead"), on=DAY)

    assert "overlap" in {gap.key for gap in refused.value.gaps}


def test_an_overlap_that_really_happened_is_recorded_and_due(cast):
    clash = moved_to_today(cast, whole_draft(cast, pupil=cast.amira, starts_on=date(2027, 1, 11)))

    actions.record_first_session(clash, came_on=DAY, by=cast.access("lead"), on=DAY)

    assert "overlap" in gaps_due(clash)


def test_a_withdrawn_placement_opens_again_when_the_child_came(cast):
    draft = whole_draft(cast)
    actions.withdraw(draft, because="Not needed", by=cast.access("lead"), on=DAY)

    again = actions.record_first_session(draft, came_on=DAY, by=cast.access("lead"), on=DAY)

    assert again.withdrawn_on is None
    assert gaps_due(draft) == {}
    assert contact_lines(draft).exists()


def test_an_early_end_takes_away_only_the_weeks_after_it(cast):
    before = set(contact_lines(cast.running).values_list("period", flat=True))

    actions.record_ending(
        cast.running, ended_on=DAY, outcome="returned", is_planned=False,
        by=cast.access("lead"), on=DAY,
    )  # fmt: skip

    after = set(contact_lines(cast.running).values_list("period", flat=True))
    assert after < before
    assert max(after) == "2026-11-23"


def test_the_lines_of_somebody_who_left_fall_to_the_lead(cast):
    open_lines = contact_lines(cast.running).filter(met_on__isnull=True)
    assert set(open_lines.values_list("person", flat=True)) == {cast.tutor.pk}
    membership = Membership.objects.get(person=cast.tutor)

    organisations.end_membership(membership, by=cast.access("head"), on=DAY)
    actions.settle_placement(cast.running, on=DAY)

    assert set(open_lines.values_list("person", "role")) == {(None, "ap_lead")}


def test_a_cover_takes_the_weeks_of_their_days(cast):
    actions.name_adult(
        cast.running, part="cover", person=cast.dsl, from_on=DAY,
        to_on=DAY + timedelta(days=6), by=cast.access("lead"), on=DAY,
    )  # fmt: skip

    this_week = contact_lines(cast.running).get(period="2026-11-23")
    next_week = contact_lines(cast.running).get(period="2026-11-30")
    assert (this_week.person_id, next_week.person_id) == (cast.dsl.pk, cast.tutor.pk)


def test_a_child_without_a_school_is_the_teams(cast):
    lines = contact_lines(cast.without_school)

    assert set(lines.values_list("owner", "team")) == {
        (cast.hillingdon.pk, cast.exclusions_team.pk)
    }


def test_missed_weeks_stand_as_one_line_until_the_child_is_spoken_with(cast):
    by, later = cast.access("lead"), date(2026, 12, 9)
    actions.settle_placement(cast.running, on=later)

    before = [line.asks for line in contact_now(cast, later)]
    actions.record_contact(
        cast.running,
        said=actions.ContactSaid(
            made_on=later,
            made_by=cast.tutor.pk,
            made_by_name="Joe Adeyemi",
            method="phone",
            spoke_with="child",
        ),
        by=by,
        on=later,
    )

    assert before == ["Speak with Amira Haddad"]
    assert contact_now(cast, later) == []
    missed = contact_lines(cast.running).filter(met_on__isnull=True, lapsed_on=later)
    assert set(missed.values_list("period", flat=True)) == {"2026-11-23", "2026-11-30"}


def test_after_an_ending_only_its_checks_are_asked(cast):
    actions.record_ending(
        cast.running,
        ended_on=DAY,
        outcome="returned",
        is_planned=True,
        by=cast.access("lead"),
        on=DAY,
    )

    asked = Expectation.objects.filter(OPEN, about=cast.running.reference)
    assert set(asked.values_list("kind", flat=True)) == {"placements.check"}


def contact_now(cast, on):
    lines = due.lines_about(cast.access("lead"), cast.running.reference, on).now
    return [line for line in lines if line.kind == WEEKLY_CONTACT]


def test_two_part_time_provisions_together_are_full_time(cast):
    short = [actions.SessionWanted(day, "pm", 150, cast.north_site) for day in range(5)]
    draft = whole_draft(cast, pupil=cast.ben, kind="ks4_to_end", ends_on=date(2027, 6, 25))
    actions.set_week(draft, sessions=short, by=cast.access("lead"), on=DAY)
    with pytest.raises(actions.GapsRemain) as refused:
        actions.agree(draft, by=cast.access("lead"), on=DAY)
    assert "ks4-full-time" in {gap.key for gap in refused.value.gaps}

    beside = whole_draft(cast, pupil=cast.ben, at="bridge_house", leave_out=("sessions",))
    mornings = [actions.SessionWanted(day, "am", 150, cast.bridge_site) for day in range(5)]
    actions.set_week(beside, sessions=mornings, by=cast.access("lead"), on=DAY)
    actions.agree(beside, by=cast.access("lead"), on=DAY)

    assert actions.agree(draft, by=cast.access("lead"), on=DAY).agreed_on == DAY


def test_a_count_past_the_loaded_dates_becomes_a_task_to_load_them(cast):
    draft = whole_draft(cast, ends_on=date(2029, 1, 31))

    actions.agree(draft, by=cast.access("lead"), on=DAY)

    asked = Expectation.objects.get(kind="calendars.dates-needed", period="2028-29")
    assert asked.about == cast.hillingdon.reference
