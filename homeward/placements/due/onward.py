"""What is due where a child comes back to school or moves on, and to see that it lasts."""

from uuid import UUID

from django.urls import reverse

from homeward.due.kinds import Kind
from homeward.placements.due.describing import DESCRIBER, at, of_each
from homeward.placements.rules import checks, early_days, ladder, move, prepared


def _return_gap(about: UUID, period: str) -> str:
    """The page on which a gap of the school is closed."""
    key = ladder.AUTHORITY if period.startswith(ladder.AUTHORITY) else period
    name, more = prepared.PAGES[key]
    return reverse(f"placements:{name}", kwargs={"reference": about, **more})


def _full_time(about: UUID, period: str) -> str:
    return reverse("placements:ladder_move", args=[about]) + "?kind=full_time"


KINDS = (
    Kind(
        name=early_days.DUE_BACK,
        passage="house/due-back",
        title="Due back",
        sentence="Decide: {child} is due back",
        button="Record what happened",
        address=at("record_ending"),
        describer=DESCRIBER,
        may_waive=False,
    ),
    Kind(
        name=prepared.FIRST_DAY,
        passage="house/due-back",
        title="First day back",
        sentence="Record that {child} came back, or set another day",
        button="Record the first day",
        address=at("record_return"),
        describer=DESCRIBER,
    ),
    Kind(
        name=prepared.PREPARED,
        passage="reintegration/plan-of-support",
        title="School is prepared",
        sentence="Mark that the school is prepared for {child}",
        button="See what is missing",
        address=at("coming_back"),
        describer=DESCRIBER,
    ),
    Kind(
        name=prepared.RETURN_GAP,
        passage="reintegration/plan-of-support",
        title="Gap of a return",
        sentence="{child} is back at school. {subject}",
        button="Close the gap",
        address=_return_gap,
        describer=DESCRIBER,
        may_waive=False,
    ),
    Kind(
        name=prepared.ADJUSTMENT,
        passage="reintegration/adjustments",
        title="Adjustment in place",
        sentence="Is it in place for {child}? {subject}",
        button="Say whether it is in place",
        address=of_each("adjustment"),
        describer=DESCRIBER,
    ),
    Kind(
        name=ladder.LADDER_GAP,
        passage="house/ladder-length",
        title="Before part-time",
        sentence="Part-time for {child} still needs {subject}",
        button="Record it",
        address=_return_gap,
        describer=DESCRIBER,
        may_waive=False,
    ),
    Kind(
        name=ladder.LOOK,
        passage="house/ladder-length",
        title="Look at the ladder",
        sentence="Look at how the steps go for {child}: on, stay, or a step back",
        button="Record the look",
        address=at("ladder_move"),
        describer=DESCRIBER,
        is_one_at_a_time=True,
    ),
    Kind(
        name=ladder.FULL_TIME,
        passage="part-time/limits",
        title="Full time",
        sentence="{child} is to be full time at school: record it, or set another day",
        button="Record full time",
        address=_full_time,
        describer=DESCRIBER,
    ),
    Kind(
        name=ladder.FULL_TIME_OFFER,
        passage="part-time/limits",
        title="Offer full time",
        sentence="The parent did not agree to part-time: offer {child} full time",
        button="Offer full time",
        address=at("write_ladder"),
        describer=DESCRIBER,
        may_waive=False,
    ),
    Kind(
        name=checks.CHECK,
        passage="house/did-it-last",
        title="Did it last?",
        sentence="Does it still hold for {child}? This is the {subject}",
        button="Answer the check",
        address=of_each("record_check"),
        describer=DESCRIBER,
    ),
    Kind(
        name=checks.AUTHORITY_CHECK,
        passage="house/endings-checked",
        title="The authority’s check",
        sentence="Look after {child}, who {subject}",
        button="Record the check",
        address=at("authority_check"),
        describer=DESCRIBER,
        may_waive=False,
    ),
    Kind(
        name=move.MOVE_ANSWER,
        passage="house/move-answer",
        title="Answer to a move",
        sentence="Answer whether {child} may come",
        button="Answer",
        address=at("answer_move"),
        describer=DESCRIBER,
        may_waive=False,
    ),
    Kind(
        name=move.MOVE_ADULT,
        passage="house/move-prepared",
        title="Named adult at the new place",
        sentence="Name the adult to whom {child} can go at the new place",
        button="Name the adult",
        address=at("move_adult"),
        describer=DESCRIBER,
    ),
    Kind(
        name=move.MOVE_BRIEF,
        passage="house/move-prepared",
        title="Staff briefed at the new place",
        sentence="Brief the staff of the new place before {child} comes",
        button="Record the briefing",
        address=at("move_briefing"),
        describer=DESCRIBER,
    ),
    Kind(
        name=move.MOVE_FIRST_DAY,
        passage="house/move-prepared",
        title="First day at the new place",
        sentence="Record the first day of {child} at the new place",
        button="Record the first day",
        address=at("move_first_day"),
        describer=DESCRIBER,
        may_waive=False,
    ),
    Kind(
        name=move.WAITING,
        passage="house/ready-and-waiting",
        title="Ready and waiting",
        sentence="Find a place for {child}: {subject}",
        button="Open the wait",
        address=at("waiting"),
        describer=DESCRIBER,
        may_waive=False,
    ),
)
