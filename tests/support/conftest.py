"""What every test of requests needs: pages opened as somebody, and requests as they are asked."""

from datetime import date

import pytest

from homeward.due.models import Expectation
from homeward.support import actions
from tests.cast import DAY
from tests.placements.visiting import visit  # noqa: F401 - a fixture

ASKED_ON = date(2026, 11, 20)
"""A Friday: five school days after it is Friday 27 November."""


@pytest.fixture
def asked(cast):
    """Oak Park's request for Amira's return, asked on Friday 20 November."""
    return ask(cast)


def ask(cast, kind="return", by="lead", on=ASKED_ON, **more):
    """Ask as one of the cast, about Amira's placement unless a test says otherwise."""
    team = cast.post16_team if kind == "post_16" else cast.exclusions_team
    said = {
        "team": team,
        "placement": None if kind == "question" else cast.running,
        "asks": "Please come to the meeting on her first day back.",
        "tried": "Two visits and a shorter first day.",
        "sharing_basis": "She and her mother agreed" if kind == "post_16" else "",
    }
    return actions.ask_for_support(kind=kind, by=cast.access(by), on=on, **said | more)


def answer(cast, request, text="We will come.", by="exclusions", on=DAY, **more):
    """Write as the team."""
    return actions.reply(request, text=text, by=cast.access(by), on=on, **more)


def due_of(request, kind, **wanted):
    """The newest row of one kind about a request."""
    rows = Expectation.objects.filter(about=request.reference, kind=kind, **wanted)
    return rows.order_by("pk").last()
