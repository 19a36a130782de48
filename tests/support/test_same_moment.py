"""Two people who do the same thing at the same moment: one of them gets a sentence."""

import pytest

from homeward.support import actions
from homeward.support.models import Outcome, Ownership, SchoolAsked
from tests.apart import at_once
from tests.cast import DAY
from tests.support.conftest import ask

pytestmark = pytest.mark.django_db(transaction=True)


def kinds(answers):
    return sorted(type(one).__name__ for one in answers)


def test_two_officers_who_take_a_request_at_once_leave_one_owner(cast, tmp_path):
    found = ask(cast)

    def take(name):
        return lambda: actions.take(found, by=cast.access(name), on=DAY)

    answers = at_once(tmp_path, take("exclusions"), take("commissioner"))

    assert kinds(answers) == [actions.AlreadyTaken.__name__, Ownership.__name__]


def test_a_request_is_closed_once(cast, tmp_path):
    found = ask(cast)

    def close(name):
        return lambda: actions.close(
            found,
            outcome="advised",
            came_of_it="Done",
            closed_on=DAY,
            by=cast.access(name),
            on=DAY,
        )

    answers = at_once(tmp_path, close("exclusions"), close("commissioner"))

    assert kinds(answers) == [actions.AlreadyClosed.__name__, Outcome.__name__]


def test_a_school_is_asked_once(cast, tmp_path):
    found = ask(cast, "fresh_start")

    def ask_elm_road(name):
        return lambda: actions.ask_school(
            found, school=cast.elm_road, asked_on=DAY, by=cast.access(name), on=DAY
        )

    answers = at_once(tmp_path, ask_elm_road("exclusions"), ask_elm_road("commissioner"))

    assert kinds(answers) == [actions.AlreadyAsked.__name__, SchoolAsked.__name__]
