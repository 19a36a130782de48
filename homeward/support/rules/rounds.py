"""The rounds of a request: whose turn it was to write, from when, and when they did."""

from dataclasses import dataclass
from datetime import date

from homeward.support.codes import Awaits
from homeward.support.rules.facts import Facts, Turn


@dataclass(frozen=True, slots=True)
class Round:
    """One turn to write: of whom, since when, and what ended it (`met_on` None: nothing yet)."""

    is_of_team: bool
    period: str
    since_on: date
    met_on: date | None = None
    met_by: str = ""


def rounds(facts: Facts) -> list[Round]:
    """Every round of a request, the oldest first.

    The team's begins when the school asks, writes again or the request is re-opened, and ends with
    the team's next words or when it is closed. Several letters of the school are one round. The
    school's begins when the team asks it something; it is dropped when the team answers by itself.
    """
    found: list[Round] = []
    now: Round | None = Round(is_of_team=True, period="asked", since_on=facts.asked_on)
    for turn in facts.turns:
        if turn.after_closing_on is not None:
            _close(turn.after_closing_on, now, found)
            now = None
        now = _after(turn, now, found)
    if facts.closed_on is not None:
        _close(facts.closed_on, now, found)
    elif now is not None:
        found.append(now)
    return found


def _close(on: date, now: Round | None, found: list[Round]) -> None:
    """Closing answers what the team still owed; what the school owed is not asked any more."""
    if now is not None and now.is_of_team:
        found.append(_met(now, max(on, now.since_on), ""))


def _after(turn: Turn, now: Round | None, found: list[Round]) -> Round | None:
    """The round that is open once something was written; the one before it joins those found."""
    asks = turn.is_from_team and turn.awaits != Awaits.TEAM
    if asks:
        if now is not None and now.is_of_team:
            found.append(_met(now, turn.on, turn.reference))
            now = None
        if turn.awaits == Awaits.NOBODY:
            return None
        return now or Round(False, f"question-{turn.number}", turn.on)
    if now is not None and not now.is_of_team:
        if not turn.is_from_team:
            found.append(_met(now, turn.on, turn.reference))
        now = None
    return now or Round(True, f"written-{turn.number}", turn.on)


def _met(now: Round, on: date, by: str) -> Round:
    return Round(now.is_of_team, now.period, now.since_on, met_on=on, met_by=by)
