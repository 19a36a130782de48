"""Where a request stands, in a sentence for the team and one for the school."""

from dataclasses import replace
from datetime import date

import pytest

from homeward.support.codes import State
from homeward.support.rules.saying import Standing, sentence

ON = date(2026, 11, 24)
NEW = Standing(
    state=State.NEW, team="Exclusions Team", school="Oak Park", due_on=date(2026, 11, 27)
)
OWNED = replace(NEW, state=State.OWNED, owner="Hana Bird")
WAITING = replace(OWNED, state=State.WAITING, written_on=date(2026, 11, 20))
ANSWERED = replace(WAITING, state=State.ANSWERED, due_on=None)
CLOSED = replace(
    ANSWERED, state=State.CLOSED, closed_on=date(2026, 11, 23), outcome="Advice was given"
)
LATE = {"due_on": date(2026, 11, 20)}


@pytest.mark.parametrize(
    ("one", "is_team", "says"),
    [
        (NEW, True, "An answer is due by Friday 27 November 2026."),
        (
            NEW,
            False,
            "It is with the Exclusions Team. An answer is due by Friday 27 November 2026.",
        ),
        (replace(NEW, **LATE), True, "An answer was due on Friday 20 November 2026."),
        (
            replace(NEW, due_on=None),
            True,
            "By when an answer is due cannot be counted: term dates are missing.",
        ),
        (
            OWNED,
            False,
            "Hana Bird of the Exclusions Team has it. An answer is due by Friday 27 November 2026.",
        ),
        (
            WAITING,
            True,
            "Hana Bird of the Exclusions Team asked Oak Park something on Friday 20 November 2026."
            " Its reply is due by Friday 27 November 2026.",
        ),
        (
            WAITING,
            False,
            "Hana Bird of the Exclusions Team asked you something on Friday 20 November 2026."
            " Please write back by Friday 27 November 2026.",
        ),
        (
            replace(WAITING, owner="", **LATE),
            False,
            "The Exclusions Team asked you something on Friday 20 November 2026."
            " Your reply was due on Friday 20 November 2026.",
        ),
        (
            ANSWERED,
            True,
            "Hana Bird of the Exclusions Team answered on Friday 20 November 2026. Nothing waits.",
        ),
        (
            replace(ANSWERED, schools_waiting=2),
            True,
            "Hana Bird of the Exclusions Team answered on Friday 20 November 2026."
            " 2 schools that were asked have not answered yet.",
        ),
        (CLOSED, False, "Closed on Monday 23 November 2026: advice was given."),
    ],
)
def test_the_sentence(one, is_team, says):
    assert sentence(one, on=ON, is_team=is_team) == says
