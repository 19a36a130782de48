"""What the letters about a return say: its steps, part-time to agree, and the day before."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from homeward.organisations.rules.policy import Policy
from homeward.placements.codes import LineKind, StaffPart
from homeward.placements.queries import ladder, plan, reviewed
from homeward.placements.queries import move as moving
from homeward.placements.queries.coming_back import Known
from homeward.placements.queries.facts import bare_facts
from homeward.placements.queries.letter_matter import Content, Matter, NotNow
from homeward.placements.queries.plan import Version
from homeward.placements.queries.return_page import ReturnPage, as_shown
from homeward.placements.queries.returning import ladder_fact
from homeward.placements.rules.plan import PlanText
from homeward.placements.rules.prepared import planned_on
from homeward.web.days import plural


def _return(of: Matter) -> ReturnPage:
    if of.placement.home_school is None:
        raise NotNow("There is no school yet to come back to.")
    shown = as_shown(_known(of, of.policy()), of.placement, on=of.on)
    if shown.known.text is None or shown.known.ladder is None:
        raise NotNow("Write the steps of the return first.")
    return shown


def _steps(shown: ReturnPage) -> dict[str, Any]:
    text = shown.known.text
    weeks = shown.known.policy.ladder_look_weeks
    return {
        "starts_on": text.starts_on if text else None,
        "full_time_on": text.full_time_on if text else None,
        "steps": [
            {
                "from_on": step.begins_on,
                "at_school": step.at_school,
                "at_provider": step.at_provider,
                "hours": step.school_hours,
            }
            for step in shown.steps
        ],
        "safe_adult": shown.adult_name,
        "safe_place": text.safe_place if text else "",
        "look_weeks": "week" if weeks == 1 else f"{weeks} weeks",
        "step_back_rule": text.step_back_rule if text else "",
    }


def return_plan(of: Matter, occasion: UUID | None, more: dict[str, str]) -> Content:
    """The steps of the return, and what the school does differently. Raises NotNow."""
    shown = _return(of)
    values = _steps(shown)
    lines = plan.latest_lines(of.access, of.placement, LineKind.ADJUSTMENT)
    values |= {
        "first_day_on": shown.next_day or values["starts_on"],
        "is_part_time": shown.is_part_time,
        "adjustments": [f"{one.what}: {one.who}" if one.who else one.what for one in lines],
    }
    return Content(values, shown.known.ladder.reference if shown.known.ladder else None)


def part_time(of: Matter, occasion: UUID | None, more: dict[str, str]) -> Content:
    """The part-time that is proposed, to be agreed. Raises NotNow."""
    shown = _return(of)
    if not shown.is_part_time:
        raise NotNow("No part-time is proposed, so there is nothing to agree.")
    row = shown.known.ladder
    values = _steps(shown) | {
        "full_time_hours": shown.full_time_hours,
        "weeks": plural(shown.weeks, "school week"),
        "longer_because": row.longer_because if row and shown.is_longer else "",
    }
    return Content(values, row.reference if row else None)


def day_before(of: Matter, occasion: UUID | None, more: dict[str, str]) -> Content:
    """The first day back or in a new place, said the day before. Raises NotNow."""
    move = moving.under_way(of.access, of.placement)
    if move is not None and move.starts_on and move.starts_on >= of.on:
        adult = of.named(StaffPart.RECEIVING_ADULT)
        values: dict[str, Any] = {
            "first_day_on": move.starts_on,
            "is_return": False,
            "to": move.receiving.name,
            "safe_adult": adult.name if adult else "",
            "at_school": "",
            "met_by": "",
            "safe_place": "",
        }
        return Content(values | {"helps": of.text.child_helps}, move.reference)
    if of.placement.home_school is None:
        raise NotNow("There is no school yet to come back to, and no move with a first day.")
    shown = as_shown(_known(of, Policy()), of.placement, on=of.on)
    if shown.next_day is None:
        raise NotNow("No first day back is set. Write the steps of the return first.")
    step = shown.next_step
    values = {
        "first_day_on": shown.next_day,
        "is_return": True,
        "to": "",
        "at_school": step.at_school if step else "Monday to Friday, the whole day",
        "met_by": step.met_by if step else "",
        "safe_adult": shown.adult_name,
        "safe_place": shown.known.text.safe_place if shown.known.text else "",
        "helps": of.text.child_helps,
    }
    return Content(values, shown.known.ladder.reference if shown.known.ladder else None)


def _known(of: Matter, policy: Policy) -> Known:
    """As much of a return as a letter says: four queries, and no other facts than its days.

    `policy` are the authority's numbers, or any, for a letter that says nothing of them.
    """
    access, placement = of.access, of.placement
    row, text = ladder.latest_said(access, placement)
    moves = tuple(ladder.move_rows(access, placement)) if placement.return_began_on and row else ()
    calendar = of.calendar()
    facts = replace(
        bare_facts(access, placement),
        plan=PlanText() if row else of.text,
        ladder=ladder_fact(row, ladder.facts_of(moves), None) if row else None,
        reviews=() if row else reviewed.reviews(access, [placement.pk])[placement.pk],
    )
    return Known(
        facts=facts,
        plan=Version(),
        ladder=row,
        text=text,
        moves=moves,
        answers=(),
        looks={},
        approval=None,
        tellings=(),
        adults=of.adults,
        calendar=calendar,
        policy=policy,
        planned_on=planned_on(facts, calendar=calendar),
        gaps=(),
    )
