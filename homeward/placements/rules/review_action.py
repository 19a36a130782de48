"""What reviews decided should be done: each action is due from its owner on its day."""

from datetime import date

from homeward.due.rules import Expected
from homeward.placements.rules.facts import Facts
from homeward.placements.rules.known import day_in_words
from homeward.reference.guidance import cites

ACTION = "placements.action"


@cites("safeguarding/half-termly-review")
def expected_actions(facts: Facts, *, role: str, on: date) -> list[Expected]:
    """Expect each action by its day, from the person who owns it.

    One that a name without an account owns falls to whoever leads the placement. An ending does
    not undo what was promised.
    """
    if facts.runs(on) is None:
        return []
    return [
        Expected(
            kind=ACTION,
            period=action.reference,
            opens_on=min(action.decided_on or action.by_on, action.by_on),
            due_on=action.by_on,
            role=role,
            person=action.person,
            owner=action.owner,
            subject=action.what if action.person else f"{action.what} ({action.who})",
            arithmetic="the day that the review set"
            if action.decided_on is None
            else f"the day that the review of {day_in_words(action.decided_on)} set",
            met_on=action.done_on,
        )
        for action in facts.actions
    ]
