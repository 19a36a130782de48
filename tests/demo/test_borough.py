"""The demo borough has every state a placement can be in, and its record is whole."""

import json
import re
from collections import Counter
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from homeward.demo.borough import GoesBack, move
from homeward.due import queries as due
from homeward.organisations import clock
from homeward.organisations.access import NOBODY
from homeward.organisations.codes import DEMO_PASSWORD, DEMO_SIGN_INS, RoleName
from homeward.organisations.models import Membership, Organisation, Person, Team
from homeward.organisations.queries import access_of
from homeward.placements import queries
from homeward.placements.codes import Outcome, Stage
from homeward.placements.models import (
    Contact,
    Ending,
    NamedAdult,
    Placement,
    PlanVersion,
    Review,
    Session,
    UrgentStart,
)
from homeward.placements.rules.stage import stage
from homeward.pupils.models import FamilyAdult, Household, Pupil, Shield
from homeward.reference.identifiers import upn_problem
from tests.cast import DAY

DRAMA = re.compile(r"01632 960\d{3}|07700 900\d{3}|020 7946 0\d{3}")


def access(email):
    return access_of(Person.objects.get(email=email), None, DAY)


def said(command):
    out = StringIO()
    call_command(command, "--json", stdout=out)
    return json.loads(out.getvalue().splitlines()[-1])


@pytest.mark.usefixtures("borough")
class TestStates:
    def test_every_stage_is_there_and_every_ending(self):
        stages = Counter(stage(queries.bare_facts(NOBODY, one), DAY) for one in placements())

        assert set(stages) == set(Stage)
        assert sum(stages.values()) >= 40
        assert set(Ending.objects.values_list("outcome", flat=True)) == set(Outcome.values())

    def test_drafts_are_bare_half_written_and_whole(self):
        drafts = placements().filter(agreed_on=None, urgent_on=None, first_session_on=None)
        bare = drafts.filter(provider=None, withdrawn_on=None)
        half = drafts.filter(provider__organisation__name="Lantern Music (example)")
        by = access("lead@oakpark.example")
        gates = [
            queries.at_the_gate(by, one, on=DAY).gaps for one in drafts.filter(refused_on=None)
        ]

        assert bare.exists()
        assert half.exists()
        assert [] in [list(gaps) for gaps in gates]

    def test_contacts_went_as_contacts_go(self):
        assert Contact.objects.filter(corrects__isnull=False).exists()
        assert set(Contact.objects.values_list("spoke_with", flat=True)) == {
            "child",
            "parent",
            "provider",
            "nobody",
        }
        assert set(Contact.objects.values_list("last_promise_kept", flat=True)) >= {
            "yes",
            "not_yet",
        }
        assert NamedAdult.objects.filter(part="cover").exists()
        assert any(one.made_on.weekday() == 5 for one in Contact.objects.all())
        assert not Contact.objects.filter(is_outside_running=True).exists()

    def test_amira_is_heard_from_week_to_week(self):
        heard = Contact.objects.filter(placement__pupil__first_name="Amira").order_by("made_on")

        assert [one.made_by_name for one in heard] == ["Joe Adeyemi"] * 3
        assert [one.seems for one in heard] == ["2", "3", "4"]
        assert heard[2].last_promise_kept == "yes"
        assert heard[2].promise_by_on > DAY

    def test_there_is_a_start_by_decision_with_gaps_and_one_that_simply_happened(self):
        urgent = UrgentStart.objects.select_related("allowed_by")
        came = placements().filter(agreed_on=None, urgent_on=None, first_session_on__isnull=False)

        assert {one.allowed_as for one in urgent} == {"Headteacher", "Exclusions Team officer"}
        assert all(one.gaps for one in urgent)
        assert came.exists()

    def test_chains_have_two_and_three_legs_and_one_child_two_provisions_at_once(self):
        legs = Counter(one.journey_id for one in placements())
        same_days = Counter((one.pupil_id, one.starts_on) for one in placements() if one.agreed_on)

        assert {2, 3} <= set(legs.values())
        assert max(same_days.values()) == 2

    def test_bridge_house_is_one_short_of_the_line_and_a_fifth_is_a_draft(self):
        by = access("lead@oakpark.example")
        found = placements().filter(provider__organisation__name="Bridge House (example)")
        (meter,) = queries.meters(by, [found[0].provider], on=DAY)
        (fifth,) = found.filter(agreed_on=None, drafted_on__lt=DAY).exclude(ends_on=None)
        said = queries.at_the_gate(by, fifth, on=DAY)

        assert meter.worst.counted.full_time == 4
        assert meter.worst.verdict.line == "near"
        assert said.gaps == ()
        assert said.warnings[0].says.startswith("With this placement 5 children of compulsory")

    def test_year_11_goes_to_its_end_where_it_may(self):
        to_the_end = placements().filter(kind="ks4_to_end", agreed_on__isnull=False)

        assert to_the_end.count() >= 3
        assert all(one.is_registered_at_start for one in to_the_end)

    def test_a_team_owns_what_is_due_for_a_child_without_a_school(self):
        kofi = Pupil.objects.get(first_name="Kofi")
        lines = due.today(access("exclusions@authority.example"), DAY).mine.items

        assert kofi.home_school is None
        assert any(line.child == "Kofi Asante" for line in lines)

    def test_two_pairs_of_siblings_and_an_address_that_is_kept_from_a_father(self):
        families = Counter(Pupil.objects.values_list("last_name", flat=True))

        assert [families["Rahman"], families["Fielding"]] == [2, 2]
        assert (
            Household.objects.filter(pupil__last_name="Rahman").values("street").distinct().count()
            == 1
        )
        assert set(Shield.objects.values_list("from_adult__relationship", flat=True)) == {"father"}


def placements():
    return Placement.objects.select_related("pupil", "provider__organisation").order_by("pk")


@pytest.mark.usefixtures("borough")
class TestToday:
    def test_the_lead_has_a_believable_list_with_a_few_late(self):
        page = due.today(access("lead@oakpark.example"), DAY)

        assert 10 <= len(page.mine.items) <= 22
        assert 2 <= len(page.late) <= 7
        assert page.today
        assert page.this_week
        assert not page.dates_needed

    def test_the_tutor_has_three_to_five_children_to_ring(self):
        page = due.today(access("tutor@oakpark.example"), DAY)

        calls = [line for line in page.mine.items if line.title == "Weekly contact"]
        assert 3 <= len(calls) <= 5
        assert len(page.mine.items) - len(calls) <= 4
        assert "Amira Haddad" in {line.child for line in calls}

    def test_everybody_with_a_sign_in_may_open_today(self, client):
        for email in DEMO_SIGN_INS:
            client.force_login(Person.objects.get(email=email))
            assert client.get(reverse("due:today")).status_code == 200, email


@pytest.mark.usefixtures("borough")
class TestPeople:
    def test_every_sign_in_is_there_with_the_password_that_is_shown(self):
        people = {one.email: one for one in Person.objects.all()}

        assert set(DEMO_SIGN_INS) <= set(people)
        assert all(one.check_password(DEMO_PASSWORD) for one in people.values())

    def test_every_role_is_held_by_somebody(self):
        assert set(Membership.objects.values_list("role", flat=True)) == set(RoleName)

    def test_elm_road_sees_nothing_of_oak_park(self):
        elm_road = queries.visible(access("lead@elmroad.example"))
        oak_park = queries.visible(access("lead@oakpark.example"))

        assert elm_road.exists()
        assert oak_park.exists()
        assert not elm_road.filter(home_school__name__startswith="Oak Park").exists()
        assert not set(elm_road) & set(oak_park)

    def test_nobody_can_be_reached_and_nobody_is_real(self):
        phones = [
            *Person.objects.values_list("phone", flat=True),
            *Household.objects.values_list("phone", flat=True),
            *FamilyAdult.objects.values_list("phone", flat=True),
            *Team.objects.values_list("phone", flat=True),
        ]
        emails = [
            *Person.objects.values_list("email", flat=True),
            *FamilyAdult.objects.values_list("email", flat=True),
        ]

        assert [phone for phone in phones if not DRAMA.fullmatch(phone)] == []
        assert all(email.endswith(".example") for email in emails)
        assert all(
            one.upn[1:4] == "999" and not upn_problem(one.upn) for one in Pupil.objects.all()
        )

    def test_only_example_schools_have_children(self):
        homes = Organisation.objects.filter(
            pk__in=Pupil.objects.exclude(home_school=None).values("home_school")
        )

        assert all(one.name.endswith("(example)") and one.school.is_example for one in homes)
        assert Organisation.objects.filter(kind="school", school__is_example=False).count() > 100

    def test_the_teams_have_the_mailboxes_of_the_guidance_page(self):
        assert set(Team.objects.values_list("mailbox", flat=True)) == {
            "exclusionsupport@hillingdon.gov.uk",
            "post16EET@hillingdon.gov.uk",
        }


@pytest.mark.usefixtures("borough")
class TestRecord:
    def test_what_is_due_is_what_the_rules_say_and_the_history_holds(self):
        assert said("check_expectations")["differences"] == []
        assert said("verify_history")["broken"] == []

    def test_it_can_be_moved_on_to_a_later_day_and_stays_there(self, settings):
        settings.TODAY = None
        move(to=DAY + timedelta(days=7))

        assert clock.today() == DAY + timedelta(days=7)
        assert said("check_expectations")["differences"] == []
        page = due.today(access("tutor@oakpark.example"), clock.today())
        assert "Amira Haddad" in {line.child for line in page.late}

    def test_it_never_goes_back_behind_what_is_written(self):
        with pytest.raises(GoesBack, match="2026-11-24"):
            move(to=DAY - timedelta(days=1))

    def test_every_word_fits_its_child_and_speaks_of_strengths(self):
        texts = [
            *flat(Placement, "reason_detail", "immediate_need", "objective", "ends_because"),
            *flat(PlanVersion, "adult_strand", "peer_strand", "child_hopes", "parents_view"),
            *flat(Contact, "note", "child_words", "news_shared", "promise"),
            *flat(Review, "parents_said", "what_was_agreed", "child_said"),
        ]
        unkind = re.compile(
            r"refuser|non-compliant|failed placement|naughty|\bNEET\b", re.IGNORECASE
        )

        assert [text for text in texts if "{" in text or unkind.search(text)] == []

    def test_no_child_is_planned_in_two_places_at_once(self):
        for one in placements().filter(agreed_on__isnull=False, ended_on=None):
            mine = set(Session.objects.filter(placement=one).values_list("weekday", "half"))
            others = Session.objects.filter(
                placement__pupil=one.pupil, placement__ended_on=None
            ).exclude(placement=one)
            assert not mine & set(others.values_list("weekday", "half"))


def flat(model, *names):
    return [text for row in model.objects.values_list(*names) for text in row if text]
