"""Where a placement stands, read from its dated facts: there is no status column to lie."""

from datetime import date

from homeward.placements.codes import Stage
from homeward.placements.rules.facts import Facts


def stage(facts: Facts, on: date) -> Stage:
    """Name the stage of a placement on a day. A fact dated later than that day does not count yet."""
    if _by(facts.ended_on, on):
        return _after(facts, on)
    if _by(facts.withdrawn_on, on):
        return Stage.WITHDRAWN
    if _by(facts.refused_on, on):
        return Stage.REFUSED
    is_agreed = _by(facts.agreed_on, on)
    if not (is_agreed or _by(facts.urgent_on, on) or _by(facts.first_session_on, on)):
        return Stage.DRAFT
    if is_agreed and not _has_begun(facts, on):
        return Stage.AGREED
    if _by(facts.return_began_on, on):
        return Stage.RETURNING
    if facts.ends_on and facts.ends_on < on:
        return Stage.DUE_BACK
    return Stage.RUNNING if is_agreed else Stage.URGENT


def days_left(facts: Facts, on: date) -> int | None:
    """Calendar days from a day to the intended end, 0 on the last day.

    None before the start, past the intended end, after an ending, and without an intended end.
    """
    runs = stage(facts, on) in {Stage.RUNNING, Stage.URGENT, Stage.RETURNING} and _has_begun(
        facts, on
    )
    return (facts.ends_on - on).days if facts.ends_on and facts.ends_on >= on and runs else None


def _after(facts: Facts, on: date) -> Stage:
    """An ended placement: with a return or a move that is still checked, held, or did not hold."""
    if _by(facts.not_held_on, on):
        return Stage.NOT_HELD
    if _by(facts.held_on, on):
        return Stage.HELD
    return Stage.MONITORING if facts.checks_from_on else Stage.ENDED


def _has_begun(facts: Facts, on: date) -> bool:
    return _by(facts.begins_on, on)


def _by(day: date | None, on: date) -> bool:
    return day is not None and day <= on
