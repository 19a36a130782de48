"""A school closes into its successor, an authority is split: nothing that is owed is lost."""

from datetime import date

import pytest

from homeward.calendars.actions import load_terms
from homeward.calendars.codes import TermDateKind
from homeward.calendars.models import TermDate
from homeward.calendars.rules import TermRow
from homeward.connections.import_schools import import_schools
from homeward.due.models import Expectation
from homeward.history.models import Entry
from homeward.jobs.models import Job
from homeward.organisations import actions as organisations
from homeward.organisations.access import system
from homeward.organisations.models import Organisation, Person
from homeward.placements import actions, queries
from homeward.placements.actions.checks import record_check
from homeward.placements.actions.move import answer_move
from homeward.placements.actions.waiting import begin_waiting
from homeward.placements.models import Contact, Party, Placement
from homeward.placements.work import settle_everywhere, take_over
from homeward.pupils import actions as pupils
from tests.cast import DAY, EXAMPLE_TERMS, SEPTEMBER, access_for, contact_said
from tests.placements.moving import asked, says

HEADER = "URN,LA (code),EstablishmentName,EstablishmentStatus (name),OpenDate,CloseDate,TypeOfEstablishment (code)"
LINKS = "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate"


@pytest.fixture
def register(tmp_path):
    """Import rows of the public register, and links."""

    def load(*rows, links=()):
        schools = tmp_path / "schools.csv"
        schools.write_text("\r\n".join([HEADER, *rows, ""]))
        linked = tmp_path / "links.csv"
        linked.write_text("\r\n".join([LINKS, *links, ""]))
        import_schools(schools, linked if links else None)

    return load


@pytest.fixture
def closes(register):
    """A school closes into a new one, as the register says it."""

    def close(urn, name, *, into="999950", new="Elm Tree Academy (example)"):
        register(
            f'{urn},312,"{name}",Closed,,23-11-2026,1',
            f'{into},312,"{new}",Open,24-11-2026,,1',
            links=[f'{urn},{into},"{new}",Successor,24-11-2026'],
        )
        return Organisation.objects.get(code=into)

    return close


def works_at(school, email="new@academy.example", role="ap_lead"):
    person = Person.objects.create_user(email, "Nia Ward")
    organisations.join(person, organisation=school, role=role, by=access_for(person), on=DAY)
    return access_for(person)


def owners(placement, kind):
    rows = Expectation.objects.filter(about=placement.reference, kind=kind, met_on__isnull=True)
    return set(rows.values_list("owner__name", flat=True))


def test_a_closing_is_heard_of_and_worked_on(cast, closes):
    closes("999902", "Elm Road School (example)")

    assert Job.objects.filter(kind="placements.take-over").exists()


def test_the_answer_to_a_move_is_owed_by_the_successor(cast, closes):
    asked(cast)
    academy = closes("999902", "Elm Road School (example)")

    take_over({}, DAY)

    assert owners(cast.running, "placements.move-answer") == {academy.name}
    lead = works_at(academy)
    assert queries.placement(lead, cast.running.reference) == cast.running
    answer_move(cast.running, answer="accepted", answered_on=DAY, by=lead, on=DAY)
    assert owners(cast.running, "placements.move-adult") == {academy.name}


def test_the_home_school_is_followed_by_its_successor_with_all_it_owes(cast, closes):
    academy = closes("999901", "Oak Park School (example)")

    take_over({}, DAY)

    now = Placement.objects.get(pk=cast.running.pk)
    cast.amira.refresh_from_db()
    assert (now.home_school, now.commissioner, cast.amira.home_school) == (academy,) * 3
    assert owners(cast.running, "placements.weekly-contact") == {academy.name}
    lead = works_at(academy)
    assert queries.placement(lead, cast.running.reference) == now
    told = Entry.objects.filter(about=cast.running.reference, kind="placement.school.succeeded")
    assert [one.payload.summary for one in told] == [
        "Oak Park School (example) has closed; Elm Tree Academy (example) takes over"
    ]


def test_the_people_of_the_closed_school_go_on_seeing_it(cast, closes):
    closes("999901", "Oak Park School (example)")

    take_over({}, DAY)

    assert queries.placement(cast.access("lead"), cast.running.reference)
    tutor = cast.access("tutor")
    made = actions.record_contact(cast.running, said=contact_said(cast, DAY), by=tutor, on=DAY)
    assert Contact.objects.filter(pk=made.pk).exists()


def test_taking_over_twice_changes_nothing(cast, closes):
    closes("999901", "Oak Park School (example)")
    take_over({}, DAY)
    before = Entry.objects.count(), Party.objects.count()

    settle_everywhere({}, DAY)

    assert (Entry.objects.count(), Party.objects.count()) == before


def test_the_checks_are_owed_by_the_successor_and_answered_for_it(cast, closes):
    actions.record_ending(
        cast.running,
        ended_on=date(2026, 11, 6),
        outcome="moved",
        is_planned=True,
        goes_to=cast.elm_road,
        first_day_on=date(2026, 11, 9),
        by=cast.access("lead"),
        on=DAY,
    )
    assert owners(cast.running, "placements.check") == {cast.elm_road.name}
    academy = closes("999902", "Elm Road School (example)")

    take_over({}, DAY)

    assert owners(cast.running, "placements.check") == {academy.name}
    check = record_check(
        cast.running,
        point="first",
        checked_on=DAY,
        is_on_roll=True,
        holds="yes",
        by=works_at(academy),
        on=DAY,
    )
    assert check.answered_for == academy


def test_a_school_that_closes_twice_over_ends_at_the_last_one(cast, closes):
    asked(cast)
    closes("999902", "Elm Road School (example)")
    last = closes("999950", "Elm Tree Academy (example)", into="999951", new="Elm Two (example)")

    take_over({}, DAY)

    assert owners(cast.running, "placements.move-answer") == {last.name}


def test_a_school_split_in_two_keeps_what_it_owes_until_somebody_says_where(cast, closes, register):
    asked(cast)
    closes("999902", "Elm Road School (example)")
    register(
        "999952,312,Elm South (example),Open,,,1",
        links=["999902,999952,Elm South (example),Successor,24-11-2026"],
    )

    take_over({}, DAY)

    assert owners(cast.running, "placements.move-answer") == {cast.elm_road.name}
    says(cast, "yes")


def test_a_closed_school_without_a_successor_keeps_what_it_owes(cast, register):
    register("999901,312,Oak Park School (example),Closed,,23-11-2026,1")

    settle_everywhere({}, DAY)

    assert owners(cast.running, "placements.weekly-contact") == {cast.oak_park.name}


class TestAnAuthorityIsSplit:
    """Cumbria (909) into Cumberland (942) and Westmorland and Furness (943)."""

    @pytest.fixture
    def placed(self, cast, register):
        """A child of a school of Cumbria, whose placement runs."""
        register("999960,909,Fell School (example),Open,,,1")
        cumbria = Organisation.objects.get(kind="authority", code="909")
        school = Organisation.objects.get(code="999960")
        load_terms(
            [
                TermRow(cumbria.pk, TermDateKind(kind), *map(date.fromisoformat, days))
                for kind, *days, _ in EXAMPLE_TERMS
            ],
            by=system(cumbria.pk),
            on=SEPTEMBER,
        )
        lead = works_at(school, "lead@fell.example")
        child = pupils.add_pupil(
            keeper=cumbria,
            home_school=school,
            first_name="Ned",
            last_name="Hall",
            born_on=date(2013, 5, 5),
            sex="M",
            year_group=9,
            by=lead,
            on=DAY,
        )
        placement = actions.begin(child, by=lead, on=DAY)
        return actions.record_first_session(placement, came_on=date(2026, 11, 9), by=lead, on=DAY)

    @pytest.fixture
    def split(self, placed, register):
        """The register gives the school its new code."""
        register("999960,943,Fell School (example),Open,,,1")
        take_over({}, DAY)
        return Organisation.objects.get(kind="authority", code="943")

    def test_the_keeper_stays_and_nothing_that_is_due_is_lost(self, placed, split):
        now = Placement.objects.get(pk=placed.pk)
        due = Expectation.objects.filter(about=placed.reference, kind="placements.weekly-contact")

        assert now.keeper.code == "909"
        assert sorted(due.values_list("period", flat=True)) == [
            "2026-11-09",
            "2026-11-16",
            "2026-11-23",
        ]
        assert set(due.values_list("due_on", flat=True)) >= {date(2026, 11, 27)}

    def test_the_school_and_the_new_authority_see_it(self, placed, split):
        lead = access_for(Person.objects.get(email="lead@fell.example"))
        officer = works_at(split, "officer@943.example", "exclusions_officer")

        assert lead.authority == split.pk
        assert queries.placement(lead, placed.reference) == placed
        assert queries.placement(officer, placed.reference) == placed

    def test_what_is_due_from_the_authority_is_due_from_the_new_one(self, placed, split):
        lead = access_for(Person.objects.get(email="lead@fell.example"))

        begin_waiting(placed, from_on=DAY, what_for="A school near home", by=lead, on=DAY)

        assert owners(placed, "placements.waiting") == {split.name}

    def test_its_own_term_dates_take_the_place_of_the_old_ones(self, placed, split):
        kept = TermDate.objects.filter(organisation=split)

        assert kept.filter(note="Dates of Cumbria, carried over").exists()
        before = kept.count()
        settle_everywhere({}, DAY)
        assert kept.count() == before
