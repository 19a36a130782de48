"""Invented placements on ten years of invented calendars."""

from datetime import date, timedelta
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st

from homeward.calendars.rules import Period
from homeward.placements.codes import LadderMoveKind
from homeward.placements.rules.facts import (
    AdjustmentFact,
    ContactFact,
    LadderFact,
    MilestoneFact,
    NamedAdultFact,
    ReviewFact,
)
from homeward.placements.rules.journey import Leg
from tests.calendars.test_properties import CALENDARS, COVERED, DAY, INSIDE

from .worked import a_placement

__all__ = ["CALENDARS", "COVERED", "DAY", "INSIDE", "PLACEMENTS", "RUNS", "often"]

often = settings(max_examples=60, deadline=None)
LENGTHS = st.integers(0, 300)


def _within(starts_on: date, length: int) -> Period:
    return Period(starts_on, starts_on + timedelta(days=length))


RUNS = st.builds(_within, INSIDE, LENGTHS)
LEGS = st.lists(
    st.builds(_within, INSIDE.filter(lambda day: day.year < 2024), st.integers(0, 120)),
    min_size=1,
    max_size=6,
).map(lambda periods: [Leg(str(number), period) for number, period in enumerate(periods)])


@st.composite
def _ladders(draw, near):
    """A ladder of any length, at any time, with anything that may have happened on it."""
    starts_on = draw(near)
    return LadderFact(
        number=1,
        starts_on=starts_on,
        full_time_on=starts_on + timedelta(days=draw(st.integers(0, 90))),
        written_on=draw(near),
        has_safe_adult=draw(st.booleans()),
        has_reason_for_longer=draw(st.booleans()),
        parent_agrees=(agrees := draw(st.none() | st.booleans())),
        answered_on=None if agrees is None else draw(near),
        moves=sorted(
            (
                (draw(st.sampled_from(list(LadderMoveKind))), day, draw(st.integers(1, 3)))
                for day in draw(st.lists(near, max_size=6))
            ),
            key=lambda move: move[1],
        ),
    )


@st.composite
def _placements(draw):
    """A placement in any state, and a day on which it is looked at."""
    runs = draw(RUNS)
    on = runs.starts_on + timedelta(days=draw(st.integers(-30, 340)))
    near = st.integers(-20, 340).map(lambda days: runs.starts_on + timedelta(days=days))
    has_come = on >= runs.starts_on
    started = draw(st.sampled_from(["agreed", "urgent", "came"] if has_come else ["agreed"]))
    is_over = has_come and draw(st.booleans())
    length = (min(on, runs.ends_on) - runs.starts_on).days if is_over else 0
    facts = a_placement(
        starts_on=runs.starts_on,
        ends_on=draw(st.sampled_from([runs.ends_on, runs.ends_on, None])),
        agreed_on=runs.starts_on - DAY if started == "agreed" else None,
        urgent_on=runs.starts_on if started == "urgent" else None,
        first_session_on=runs.starts_on if started == "came" else None,
        ended_on=runs.starts_on + timedelta(days=draw(st.integers(0, length))) if is_over else None,
        first_review_on=draw(st.none() | near),
        has_school=draw(st.booleans()),
        contacts=[
            ContactFact(
                made_on, draw(st.booleans()), draw(st.sampled_from([1, 2, None])), f"{made_on}"
            )
            for made_on in draw(st.lists(near, max_size=25))
        ],
        adults=[
            NamedAdultFact(1, False, runs.starts_on - DAY),
            NamedAdultFact(2, True, draw(near), runs.ends_on),
        ],
        milestones=[
            MilestoneFact(UUID(int=number), "Visit", by_on, done_on=draw(st.none() | near))
            for number, by_on in enumerate(draw(st.lists(near, max_size=4)))
        ],
        reviews=[ReviewFact(held_on) for held_on in draw(st.lists(near, max_size=4))],
        belonging_on=draw(st.lists(near, max_size=4)),
        ladder=draw(st.none() | _ladders(near)),
        return_began_on=draw(st.none() | near) if has_come else None,
        reopened_on=draw(st.none() | near),
        adjustments=[AdjustmentFact(str(UUID(int=9)), "A pass", draw(st.sampled_from(["", "9B"])))],
        told_days={"authority": sorted(draw(st.lists(near, max_size=3)))},
    )
    return facts, on


PLACEMENTS = _placements()
