"""Where a request stands, in a sentence."""

from dataclasses import dataclass
from datetime import date

from homeward.support.codes import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the sentence is made of."""

    state: State
    team: str
    school: str
    owner: str = ""
    due_on: date | None = None
    written_on: date | None = None
    closed_on: date | None = None
    outcome: str = ""
    schools_waiting: int = 0


def sentence(one: Standing, *, on: date, is_team: bool) -> str:
    """Say where the request stands, to the team or to the school."""
    if one.state is State.CLOSED:
        return f"Closed on {_day(one.closed_on)}: {_lower(one.outcome)}."
    if one.state is State.WAITING:
        whom = one.school if is_team else "you"
        return f"{_who(one)} asked {whom} something on {_day(one.written_on)}. {_reply(one, on, is_team)}"
    if one.state is State.ANSWERED:
        return f"{_who(one)} answered on {_day(one.written_on)}. {_schools(one)}"
    if one.state is State.OWNED:
        return f"{one.owner} of the {_team(one)} has it. {_answer(one, on)}"
    return _answer(one, on) if is_team else f"It is with the {_team(one)}. {_answer(one, on)}"


def late_by(due_on: date | None, on: date) -> int:
    """Days by which something is late; 0 where it is not."""
    return max((on - due_on).days, 0) if due_on else 0


def _answer(one: Standing, on: date) -> str:
    if one.due_on is None:
        return "By when an answer is due cannot be counted: term dates are missing."
    said = "An answer was due on" if late_by(one.due_on, on) else "An answer is due by"
    return f"{said} {_day(one.due_on)}."


def _reply(one: Standing, on: date, is_team: bool) -> str:
    if one.due_on is None:
        return ""
    if is_team:
        said = "Its reply was due on" if late_by(one.due_on, on) else "Its reply is due by"
        return f"{said} {_day(one.due_on)}."
    said = "Your reply was due on" if late_by(one.due_on, on) else "Please write back by"
    return f"{said} {_day(one.due_on)}."


def _schools(one: Standing) -> str:
    if not one.schools_waiting:
        return "Nothing waits."
    if one.schools_waiting == 1:
        return "One school that was asked has not answered yet."
    return f"{one.schools_waiting} schools that were asked have not answered yet."


def _who(one: Standing) -> str:
    return f"{one.owner} of the {_team(one)}" if one.owner else f"The {_team(one)}"


def _team(one: Standing) -> str:
    return one.team.removeprefix("The ").removeprefix("the ")


def _day(day: date | None) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}" if day else "a day that is not known"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
