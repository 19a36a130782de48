"""What stands above everything else, for everybody who may see the record, until it is closed."""

from datetime import date

from homeward.due import kinds
from homeward.due.queries import everything, today
from homeward.due.rules import Chosen
from tests.due.conftest import CONTACT, GAP, TODAY, kind, week

LAST_WEEK = week(date(2026, 11, 16))
GAP_TO_COME = week(date(2026, 11, 23), kind=GAP, due=9)


def first(access, **more):
    return [one.kind for one in today(access, TODAY, **more).first]


def test_it_stands_above_what_is_late_though_it_is_not_due_yet(cast, expect):
    expect(LAST_WEEK)
    expect(GAP_TO_COME)

    page = today(cast.lead, TODAY)

    assert [one.kind for one in page.first] == [GAP]
    assert [one.kind for one in page.late] == [CONTACT]
    assert page.this_week == page.today == ()


def test_whoever_sees_everything_of_the_school_has_it_on_top_with_whose_it_is(cast, expect):
    expect(GAP_TO_COME)

    page = today(cast.head, TODAY)

    assert [(one.kind, one.whom) for one in page.first] == [(GAP, "AP lead")]
    assert page.waiting.items == ()


def test_it_is_said_once_and_only_on_the_first_page(cast, expect):
    expect(LAST_WEEK)
    expect(GAP_TO_COME)

    page = today(cast.lead, TODAY)
    after = today(cast.lead, TODAY, after="WyIyMDI2LTExLTAxIiwxXQ")

    assert len([*page.first, *page.mine.items, *page.waiting.items]) == 2
    assert after.first == ()
    assert [one.kind for one in after.mine.items] == [CONTACT]
    assert [one.kind for one in everything(cast.lead, TODAY)] == [GAP, CONTACT]


def test_elm_road_has_nothing_of_it_and_who_sees_only_their_own_has_only_that(cast, expect):
    expect(GAP_TO_COME)

    assert first(cast.elm_lead) == first(cast.officer) == first(cast.tutor) == []


def test_a_record_that_a_room_shows_somebody_is_on_top_for_them_too(cast, expect, monkeypatch):
    shown, hidden = expect(GAP_TO_COME), expect(GAP_TO_COME)
    kinds.stands_first(lambda access, on: [shown] if access == cast.officer else [])

    page = today(cast.officer, TODAY)

    assert [one.about for one in page.first] == [shown]
    assert page.first[0].address == ""
    assert page.first[0].whom == "AP lead, Oak Park School (example)"
    assert page.finished == ""
    assert hidden not in [one.about for one in page.first]


def test_it_can_be_narrowed_and_is_gone_when_it_is_closed(cast, expect):
    about = expect(GAP_TO_COME)

    assert first(cast.lead, chosen=Chosen(kind=CONTACT)) == []
    assert first(cast.lead, chosen=Chosen(kind=GAP)) == [GAP]
    expect(about=about)
    assert first(cast.lead) == []


def test_what_opens_later_does_not_stand_there_yet(cast, expect):
    expect(week(date(2026, 11, 30), kind=GAP))

    assert first(cast.lead) == []


def test_safety_stands_before_all_that_stands_first_though_it_is_due_later(cast, expect):
    kinds.register(kind("test.worry", "A worry", is_first=True, is_safety=True))
    expect(GAP_TO_COME)
    expect(week(date(2026, 11, 23), kind="test.worry", due=20))

    assert first(cast.lead) == ["test.worry", GAP]


def test_two_kinds_may_describe_one_record_differently(cast, expect):
    kinds.register(kind("test.read", "To read", describer="elsewhere"))
    kinds.describer(
        "elsewhere",
        lambda access, abouts: {about: kinds.Described("Amira", url="/other/") for about in abouts},
    )
    read = week(date(2026, 11, 23), kind="test.read")
    about = expect(LAST_WEEK, read, also=["test.read"])

    lines = today(cast.lead, TODAY).mine.items

    assert {one.kind: one.record_address for one in lines} == {
        CONTACT: f"/placements/{about}/",
        "test.read": "/other/",
    }
