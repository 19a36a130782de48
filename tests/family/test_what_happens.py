"""Whether the help that was promised happens, as a parent reads it after the return."""

from datetime import timedelta

import pytest

from homeward.placements.actions.ticks import Ticked, tick_adjustments
from homeward.placements.queries import happening
from tests.asked import asked
from tests.cast import DAY
from tests.family.mother import father_of
from tests.family.test_parent_page import shield
from tests.placements.briefings import name_teachers
from tests.placements.checking import ended
from tests.placements.coming_back import FIRST, PASS, come_back, write_ladder, write_plan

SECOND_WEEK = FIRST + timedelta(days=9)
HEADING = "Does this help happen?"


@pytest.fixture
def back_at_school(cast):
    """Amira is back, and two of her teachers said whether the pass is taken."""
    write_plan(cast)
    write_ladder(cast)
    name_teachers(cast)
    come_back(cast)
    cast.running.refresh_from_db()
    return cast


def said(cast, *answers):
    """What as many teachers as there are answers say of the pass in the first fortnight."""
    lead, on = cast.access("lead"), SECOND_WEEK
    page = happening.page(lead, cast.running, on=on)
    for one, answer in zip(page.asked, answers, strict=False):
        tick_adjustments(
            cast.running,
            asked_on=page.now.asked_on,
            said={str(PASS): Ticked(answer)},
            name=one.owner.name,
            teacher=happening.teacher_of(lead, one.owner),
            by=lead,
            on=on,
        )


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (["yes", "yes"], "A pass to leave the room: this happens."),
        (["yes", "yes", "partly"], "A pass to leave the room: this happens in most lessons."),
        (["no"], "A pass to leave the room: this does not happen yet. The school looks at why."),
    ],
)
def test_a_parent_reads_whether_it_happens(back_at_school, phone, answers, words):
    said(back_at_school, *answers)

    text = phone("plan", on=SECOND_WEEK).text

    assert HEADING in text
    assert words in text


def test_nothing_is_said_before_the_return_or_before_anybody_was_asked(cast, phone):
    write_plan(cast)
    write_ladder(cast)
    assert HEADING not in phone("plan").text

    come_back(cast)

    assert HEADING not in phone("plan", on=SECOND_WEEK).text
    assert "A pass to leave the room" in phone("plan", on=SECOND_WEEK).text


def test_what_is_hidden_from_a_parent_is_left_out(back_at_school, phone):
    said(back_at_school, "yes")
    father = father_of(back_at_school)
    assert HEADING in phone("plan", adult=father, on=SECOND_WEEK).text
    type(back_at_school.oak_park).objects.filter(pk=back_at_school.oak_park.pk).update(
        name="A pass to leave"
    )
    shield(back_at_school, father, "school")

    text = phone("plan", adult=father, on=SECOND_WEEK).text

    assert "A pass to leave" not in text
    assert HEADING not in text
    assert "A pass to leave the room: this happens." in phone("plan", on=SECOND_WEEK).text


def test_the_plan_asks_the_database_fifteen_times_at_most_after_a_return(back_at_school, phone):
    said(back_at_school, "yes", "no", "partly")
    phone("plan", on=SECOND_WEEK)

    queries = asked(lambda: phone("plan", on=SECOND_WEEK))

    made_for_the_test = 1
    assert len(queries) - made_for_the_test <= 15, "\n".join(one[:200] for one in queries)


def test_before_a_return_nothing_is_asked(cast):
    lead = cast.access("lead")
    read = asked(lambda: happening.happening_in_words(lead, cast.running, lines=(), on=DAY))

    assert read == []


def test_nothing_more_is_said_once_the_child_goes_elsewhere(back_at_school, phone):
    said(back_at_school, "yes")
    more = {"outcome": "home_education", "first_day_on": None, "on": SECOND_WEEK}
    ended(back_at_school, ended_on=SECOND_WEEK, **more)

    assert HEADING not in phone("plan", on=SECOND_WEEK).text
