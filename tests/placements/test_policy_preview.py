"""What a number would make due is worked out beforehand, and is what comes true."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction
from django.urls import reverse

from homeward.due import actions as due
from homeward.due.models import OPEN, Expectation
from homeward.due.rules import Turn
from homeward.organisations import actions as organisations
from homeward.organisations import queries
from homeward.organisations.access import NOBODY
from homeward.organisations.models import Membership, PolicyValue
from homeward.organisations.rules.policy_pack import NUMBERS
from homeward.placements import actions
from homeward.placements.actions import settle_all
from homeward.placements.actions.previewing import previewed
from homeward.placements.rules.expected import KINDS
from homeward.providers import actions as providers
from tests.asked import asked
from tests.cast import DAY, whole_draft
from tests.placements.visiting import boxes

REVIEW = "first_review_school_weeks"
SOURCE = "Schools Forum, 12 November 2026 (example)"
CHOICES = [
    (key, value)
    for key, number in NUMBERS.items()
    for value in sorted({number.least, number.default + 1, number.most})
    if number.least <= value <= number.most and value != number.default
]


@pytest.fixture
def later_review(cast):
    """Ben's placement, four weeks old on DAY, whose plan sets the first review late."""
    draft = whole_draft(
        cast,
        starts_on=date(2026, 11, 4),
        ends_on=date(2027, 1, 29),
        leave_out=("first-review",),
        on=date(2026, 11, 2),
    )
    actions.write_plan(
        draft,
        section="review",
        based_on=3,
        texts={"first_review_on": date(2027, 1, 8)},
        by=cast.access("lead"),
        on=date(2026, 11, 2),
    )
    draft.refresh_from_db()
    return actions.agree(draft, by=cast.access("lead"), on=date(2026, 11, 3))


@pytest.fixture
def urgent(cast):
    """A child of Elm Road who came before anything was written."""
    providers.note_spoken_confirmation(
        cast.bridge_house,
        confirmed_on=DAY,
        given_by="Kit Moss",
        by=cast.access("lead"),
        on=DAY,
    )
    draft = actions.begin(cast.amira, by=cast.access("lead"), on=DAY)
    return actions.record_first_session(draft, came_on=DAY, by=cast.access("lead"), on=DAY)


def open_lines(cast):
    rows = Expectation.objects.filter(OPEN, keeper=cast.hillingdon, kind__in=KINDS)
    return {(row.about, row.kind, row.period): row.due_on for row in rows}


def what_came_of_it(before, after):
    """The turns of each kind, counted from the rows before and after."""
    found = Counter()
    for key in before.keys() | after.keys():
        if key not in before:
            found[key[1], Turn.NEW] += 1
        elif key not in after:
            found[key[1], Turn.GONE] += 1
        elif before[key] != after[key]:
            found[key[1], Turn.MOVED] += 1
    return found


def counted(tally):
    return Counter(
        {(kind, turn): n for kind, turns in tally.by_kind.items() for turn, n in turns.items()}
    )


def seen_with(cast, key, value, **more):
    before = queries.policy(NOBODY, cast.hillingdon.pk, DAY)
    after = replace(before, **{key: value})
    return previewed(keeper=cast.hillingdon.pk, before=before, after=after, on=DAY, **more)


def test_the_preview_says_what_settling_does_afterwards(cast, later_review, urgent):
    settle_all(keeper=cast.hillingdon.pk, on=DAY)
    before, moved = open_lines(cast), set()

    for key, value in CHOICES:
        with transaction.atomic():
            seen = counted(seen_with(cast, key, value).tally)
            PolicyValue.objects.create(authority=cast.hillingdon, key=key, value=value, from_on=DAY)
            settle_all(keeper=cast.hillingdon.pk, on=DAY)
            assert seen == what_came_of_it(before, open_lines(cast)), (key, value)
            moved |= {key} if seen else set()
            transaction.set_rollback(True)

    assert {REVIEW, "urgent_gap_school_days", "review_half_term_school_days"} <= moved


def test_a_preview_writes_nothing_and_counts_by_kind_and_school(cast, later_review):
    settle_all(keeper=cast.hillingdon.pk, on=DAY)
    before = open_lines(cast)

    seen = seen_with(cast, REVIEW, 4)

    assert seen.tally.by_kind == {"placements.review": {Turn.MOVED: 1}}
    assert seen.tally.by_owner == {cast.oak_park.pk: {Turn.MOVED: 1}}
    (first,) = seen.tally.first
    assert (first.was_due_on, first.due_on) == (date(2026, 12, 11), date(2026, 11, 27))
    assert open_lines(cast) == before


def test_a_line_that_was_waived_is_not_counted(cast, later_review):
    settle_all(keeper=cast.hillingdon.pk, on=DAY)
    row = Expectation.objects.get(
        OPEN, about=later_review.reference, kind="placements.review", due_on=date(2026, 12, 11)
    )
    due.waive(row.reference, because="Held by phone", by=cast.access("lead"), on=DAY)

    assert not seen_with(cast, REVIEW, 4).tally


def test_too_many_placements_are_counted_in_part_and_said_so(cast, later_review, visit):
    seen = seen_with(cast, REVIEW, 4, most=1)

    assert (seen.looked_at, seen.in_all) == (1, 3)


def test_the_preview_asks_as_many_questions_for_three_as_for_one(cast, later_review):
    one = asked(lambda: seen_with(cast, REVIEW, 4, most=1))
    three = asked(lambda: seen_with(cast, REVIEW, 4))

    assert len(three) <= len(one)


def preview(**more):
    said = {"value": "4", "source": SOURCE, "seen": "0"} | boxes("from_on", DAY) | more
    address = reverse("organisations:policy_preview", args=[REVIEW])
    return address, said


def test_the_administrator_sees_counts_and_no_child(cast, later_review, visit):
    address, said = preview()
    page = visit("admin", address + "?" + "&".join(f"{k}={v}" for k, v in said.items()))

    assert page.status_code == 200
    assert "1 thing due on another day." in page.text
    assert "Oak Park School (example)" in page.text
    assert "Counted on 3 placements" in page.text
    assert "Counts only: no child is named here" in page.text
    assert "Ben" not in page.text
    assert not PolicyValue.objects.exists()


def test_whoever_may_open_placements_too_sees_the_first_by_name(cast, later_review, visit):
    Membership.objects.create(
        person=cast.admin, organisation=cast.hillingdon, role="commissioner", from_on=DAY
    )
    address, said = preview()
    page = visit("admin", address + "?" + "&".join(f"{k}={v}" for k, v in said.items()))

    assert (
        "Ben O’Neil: Review, due on another day, Friday 27 November 2026 "
        "(now Friday 11 December 2026)" in re.sub("</?a[^>]*>", "", page.text)
    )


def test_a_number_that_makes_nothing_due_says_so(cast, visit):
    _, said = preview(value="10")
    address = reverse("organisations:policy_preview", args=["short_term_weeks"])
    page = visit("admin", address + "?" + "&".join(f"{k}={v}" for k, v in said.items()))

    assert "Nothing that is due about placements changes." in page.text


def test_a_spoken_confirmation_is_previewed_at_its_provider(cast, urgent, visit):
    _, said = preview(value="3")
    address = reverse("organisations:policy_preview", args=["spoken_confirmation_school_days"])
    page = visit("admin", address + "?" + "&".join(f"{k}={v}" for k, v in said.items()))

    assert "Counted on 1 provider, as it stands today." in page.text


def test_what_was_saved_is_due_once_the_worker_has_been_round(cast, later_review, visit):
    address, said = preview()

    pages = [visit("admin", address, said | {"submit_token": "one"}, follow=True) for _ in "12"]
    assert "First review is 4 school weeks from today." in pages[0].text
    assert pages[0].redirect_chain == pages[1].redirect_chain
    settle_all(keeper=cast.hillingdon.pk, on=DAY)

    assert "Hold a review for Ben O’Neil" in visit("lead", "/today/").text
    assert PolicyValue.objects.count() == 1


def test_what_a_change_leaves_alone_keeps_its_reference(cast, later_review):
    settle_all(keeper=cast.hillingdon.pk, on=DAY)
    before = set(Expectation.objects.values_list("reference", flat=True))
    organisations.set_policy_value(
        cast.hillingdon,
        key=REVIEW,
        value=4,
        from_on=DAY,
        source=SOURCE,
        by=cast.access("admin"),
        on=DAY,
    )
    settle_all(keeper=cast.hillingdon.pk, on=DAY)

    assert set(Expectation.objects.values_list("reference", flat=True)) == before
