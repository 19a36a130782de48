"""The hours-and-heads count over schools: warned of as a draft, shown as counts, never as children."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from homeward.placements import actions as placements
from homeward.placements import queries
from homeward.placements.actions import SessionWanted
from homeward.placements.queries.heads import meters
from homeward.placements.rules.heads import Line
from homeward.providers import actions as providers
from homeward.pupils import actions as pupils
from tests.cast import DAY, whole_draft
from tests.placements.visiting import asked, at, visit  # noqa: F401

AGREED_ON = date(2026, 11, 20)
STARTS_ON = date(2026, 11, 23)
ENDS_ON = date(2027, 1, 29)


@pytest.fixture
def elm_children(cast):
    """Bring children of Elm Road to Bridge House: full-time, from yesterday, each as said."""

    def bring(number, first=1, **more):
        by = cast.access("elm_lead")
        for each in range(first, first + number):
            child = pupils.add_pupil(
                keeper=cast.hillingdon,
                home_school=cast.elm_road,
                first_name="Tomas",
                last_name=f"Berg{each}",
                born_on=date(2012, 5, 5),
                sex="M",
                year_group=9,
                by=by,
                on=AGREED_ON,
                **more,
            )
            draft = whole_draft(
                cast,
                pupil=child,
                by="elm_lead",
                at="bridge_house",
                starts_on=STARTS_ON,
                ends_on=ENDS_ON,
                on=AGREED_ON,
            )
            placements.agree(draft, by=by, on=AGREED_ON)

    return bring


def bridge_house(cast, name):
    (found,) = meters(cast.access(name), [cast.bridge_house], on=DAY)
    return found


def test_all_schools_children_are_counted_and_amira_among_them(cast, elm_children):
    elm_children(2)

    found = bridge_house(cast, "lead")

    (boathouse,) = found.shown
    assert (boathouse.name, boathouse.counted.pupils, boathouse.counted.full_time) == (
        "The Boathouse",
        3,
        3,
    )
    assert boathouse.verdict.line == Line.CLEAR
    assert [one.name for one in found.said] == ["All its addresses together"]
    assert found.schools == ()


def test_officers_see_the_schools_with_counts_and_only_those_their_area_keeps(cast, elm_children):
    elm_children(2)

    ours = bridge_house(cast, "exclusions").schools
    theirs = bridge_house(cast, "far_officer").schools

    assert [(one.name, one.pupils, one.full_time) for one in ours] == [
        ("Elm Road School (example)", 2, 2),
        ("Oak Park School (example)", 1, 1),
    ]
    assert [(one.name, one.pupils) for one in theirs] == [("Schools of other authorities", 3)]


def test_a_registered_provider_has_no_meter(cast):
    assert meters(cast.access("lead"), [cast.northgate], on=DAY) == []


def test_the_fifth_full_time_child_is_warned_of_while_it_is_a_draft(cast, elm_children, visit):  # noqa: F811
    elm_children(3)
    fifth = whole_draft(cast, at="bridge_house")

    for name in ("agreement", "week", "provider", "placement"):
        page = visit("lead", at(name, fifth))

        assert (
            "With this placement 5 children of compulsory school age would be full-time at "
            "The Boathouse, Bridge House (example). A setting with 5 must be registered as a school. "
            "This does not stop you." in page.text
        ), name
        assert "R-UAP-02 When a setting must be a school · The law" in page.text
        assert "Elm Road" not in page.text
        assert "Berg" not in page.text


def test_a_warning_never_blocks(cast, elm_children):
    elm_children(3)
    fifth = whole_draft(cast, at="bridge_house")

    agreed = placements.agree(fifth, by=cast.access("lead"), on=DAY)

    assert agreed.agreed_on == DAY


def test_the_fourth_is_not_warned_of_and_part_time_weeks_do_not_make_five(cast, elm_children):
    elm_children(2)
    fourth = whole_draft(cast, at="bridge_house")
    assert not _warned(cast, fourth)
    elm_children(1, first=7)

    assert _warned(cast, fourth)
    short = [SessionWanted(day, "am", 180, cast.bridge_site) for day in range(5)]
    placements.set_week(fourth, sessions=short, by=cast.access("lead"), on=DAY)
    assert not _warned(cast, fourth)


def test_a_looked_after_child_alone_is_warned_of(cast):
    changes = {"is_looked_after": True, "looked_after_by": "Hillingdon"}
    pupils.amend_pupil(cast.ben, changes=changes, by=cast.access("lead"), on=DAY)
    draft = whole_draft(cast, at="bridge_house")

    (says,) = _warned(cast, draft)

    assert says.startswith("With this placement a child who is looked after or has an education,")


def test_two_sites_are_added_up_for_the_whole_provider(cast, elm_children):
    elm_children(3)
    kitchen = providers.add_site(
        cast.bridge_house,
        name="The Kitchen",
        street="5 Market Yard (example)",
        town="Uxbridge",
        postcode="UB8 1AD",
        by=cast.access("commissioner"),
        on=DAY,
    )
    fifth = whole_draft(cast, at="bridge_house")
    week = [SessionWanted(day, half, 150, kitchen) for day in range(5) for half in ("am", "pm")]
    placements.set_week(fifth, sessions=week, by=cast.access("lead"), on=DAY)

    (says,) = _warned(cast, fifth)
    placements.agree(fifth, by=cast.access("lead"), on=DAY)
    found = bridge_house(cast, "lead")

    assert [(one.name, one.verdict.line) for one in found.said] == [
        ("The Boathouse", Line.NEAR),
        ("All its addresses together", Line.CROSSED),
    ]
    assert found.whole.verdict.says.startswith("From Monday 30 November: 5 children")
    assert "would be full-time at Bridge House (example) from" not in says
    assert "would be full-time at Bridge House (example). A setting with 5" in says


def test_who_runs_past_the_end_is_still_there_and_who_ended_is_not(cast):
    late = DAY + timedelta(days=40)
    (found,) = meters(cast.access("lead"), [cast.bridge_house], on=late)
    assert found.whole.counted.pupils == 1

    placements.record_ending(
        cast.running,
        ended_on=DAY,
        outcome="other",
        destination="Elsewhere",
        is_planned=True,
        by=cast.access("lead"),
        on=DAY,
    )
    assert bridge_house(cast, "lead").whole.counted.pupils == 0


def test_five_and_fifty_children_take_as_many_queries(cast, elm_children):
    few = asked(lambda: bridge_house(cast, "exclusions"))
    elm_children(12)

    many = asked(lambda: bridge_house(cast, "exclusions"))

    assert len(many) == len(few) <= 5
    assert bridge_house(cast, "exclusions").whole.counted.full_time == 13


def test_the_providers_page_shows_the_meter_and_no_other_schools_child(cast, elm_children, visit):  # noqa: F811
    elm_children(4)
    address = reverse("providers:provider", args=[cast.bridge_house.reference])

    page = visit("lead", address)
    assert "Must be registered 5 children of compulsory school age are full-time here." in page.text
    assert "1 of the placements here is yours to see." in page.text
    assert "Elm Road" not in page.text
    officers = visit("exclusions", address)
    assert "Elm Road School (example)" in officers.text
    assert "Berg" not in officers.text + page.text
    assert (
        "Hours and heads"
        not in visit("lead", reverse("providers:provider", args=[cast.northgate.reference])).text
    )


def _warned(cast, draft):
    gate = queries.at_the_gate(cast.access("lead"), draft, on=DAY)
    return [one.says for one in gate.warnings if one.passage == "unregistered/must-register"]
