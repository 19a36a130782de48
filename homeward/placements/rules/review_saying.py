"""What the pages of reviews say: how long the chain is, what was saved, and how far a target is."""

from collections.abc import Sequence
from datetime import date

from homeward.placements.rules.journey import Chain
from homeward.placements.rules.saying import near_day

PROGRESS = {
    -2: "Much less than hoped",
    -1: "Less than hoped",
    0: "As hoped",
    1: "More than hoped",
    2: "Much more than hoped",
}
"""How far a target is, against what was hoped when it was set."""


def chain_says(chain: Chain | None, *, limit: int, is_planned: bool = False) -> str:
    """How long a chain is, or would be: "This makes 13 school weeks in the chain; short term is at
    most 12." The limit is said where not every placement of the chain is with a registered provider.
    """
    if chain is None:
        return ""
    count = f"{chain.weeks} school {'week' if chain.weeks == 1 else 'weeks'} in the chain"
    if not chain.is_counted_whole:
        count = f"at least {count}"
    said = f"This makes {count}" if is_planned else f"{count[0].upper()}{count[1:]}"
    if any(leg.is_registered is not True for leg in chain.legs):
        said += f"; short term is at most {limit}"
    said += "."
    return said if chain.is_counted_whole else f"{said} Term dates are needed to count them all."


def review_saved(next_on: date, today: date, *, actions: int = 0) -> str:
    """That a review was saved, how many actions are now due, and when the next review is."""
    said = f"Saved. The next review is set for {near_day(next_on, today)}."
    if actions:
        things = "1 action is" if actions == 1 else f"{actions} actions are"
        said += f" {things} now due from the owners."
    return said


def end_saved(new_on: date, today: date, chain: str) -> str:
    """That there is another intended last day, and how long the chain is with it."""
    return f"The intended last day is now {near_day(new_on, today)}. {chain}".strip()


def same_day_said(others: Sequence[str]) -> str:
    """That somebody else wrote down a review of the same day."""
    if not others:
        return ""
    return (
        f"{' and '.join(others)} recorded a review of the same day too. Both are kept: "
        "look whether they say the same."
    )


def before_start_said(held_on: date, begins_on: date | None, today: date) -> str:
    """That a meeting before the first day reviews nothing yet."""
    if begins_on is None or held_on >= begins_on:
        return ""
    return (
        f"It was held before the first day, {near_day(begins_on, today)}: it is kept, "
        "and counts for no half term."
    )
