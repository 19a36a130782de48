"""A child comes back: the day, the steps, what happened on them, and the school prepared."""

from datetime import date

import pytest

from homeward.placements import actions
from homeward.placements.models import LadderMove, Placement, ReturnLadder
from tests.cast import DAY
from tests.placements.visiting import at

pytestmark = pytest.mark.django_db


def test_thin_path(visit, cast):
    for name in ("coming_back","write_ladder","ladder_move","prepared","record_return","part_time","part_time_agreement","day_before"):
        who = "head"
        answer = visit(who, at(name, cast.running))
        assert answer.status_code == 200, name
