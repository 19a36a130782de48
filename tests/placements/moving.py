"""A move to Elm Road as tests begin it, by the actions that the pages call."""

from datetime import date

from homeward.placements.actions import move as actions
from homeward.placements.codes import MoveAnswerKind
from tests.cast import DAY

JOINS_ON, STARTS_ON = DAY, date(2026, 12, 7)


def asked(cast, placement=None, *, receiving=None, by="lead", on=DAY, **differences):
    """Elm Road is asked to take the child; it takes part from today."""
    said = {
        "kind": "new_school",
        "receiving": receiving or cast.elm_road,
        "because": "A small start near home.",
        "joins_on": on,
        "starts_on": STARTS_ON,
    }
    return actions.propose_move(
        placement or cast.running, **said | differences, by=cast.access(by), on=on
    )


def says(cast, answer, placement=None, *, by="elm_lead", on=DAY, **differences):
    """Elm Road answers."""
    because = "No place in the year group." if answer == "no" else ""
    kinds = {
        "yes": MoveAnswerKind.ACCEPTED,
        "changes": MoveAnswerKind.AMENDED,
        "no": MoveAnswerKind.DECLINED,
    }
    said = {"answer": kinds[answer], "answered_on": on, "because": because}
    return actions.answer_move(
        placement or cast.running, **said | differences, by=cast.access(by), on=on
    )
