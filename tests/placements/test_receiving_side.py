"""What a receiving school sees of a placement, from when until when, and what is not its to write."""



from tests.house.test_access import ADDRESSES
from tests.placements.moving import asked
from tests.placements.visiting import at

THEIRS_TO_WRITE = {
    "move",
    "answer_move",
    "move_adult",
    "move_briefing",
    "move_first_day",
    "plan_section",
    "milestone",
}
READ = {
    "placement",
    "people",
    "plan",
    "plan_versions",
    "plan_version",
    "contacts",
    "contact",
    "safeguarding",
    "reviews",
    "review",
    "action",
    "history",
    "checks",
    "coming_back",
    "part_time_agreement",
    "day_before",
}


def addresses(placement):
    """Every address of one placement that needs no other record."""
    for name, one in sorted(ADDRESSES.items()):
        room, _, page = name.partition(":")
        if room == "placements" and set(one.pattern.converters) == {"reference"}:
            if page != "begin":
                yield page, at(page, placement)


def test_it_may_open_what_is_its_own_and_nothing_else_of_the_home_school(visit, cast):
    asked(cast)

    opened = {
        page for page, path in addresses(cast.running) if visit("elm_lead", path).status_code == 200
    }

    assert opened <= THEIRS_TO_WRITE | READ, opened - THEIRS_TO_WRITE - READ
    assert {"placement", "plan", "contacts", "people", "answer_move"} <= opened


def test_what_is_not_its_own_is_not_written_either(visit, cast):
    asked(cast)

    sent = {
        page: visit("elm_lead", path, {}).status_code
        for page, path in addresses(cast.running)
        if page not in THEIRS_TO_WRITE | READ
    }

    assert {page: status for page, status in sent.items() if status not in {403, 404}} == {}
