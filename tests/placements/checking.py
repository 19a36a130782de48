"""A placement that ended, and checks of it: what the tests of checks begin with."""

from datetime import date

from homeward.placements import actions
from tests.cast import DAY

LAST_DAY = date(2026, 11, 6)
FIRST_BACK = date(2026, 11, 9)


def ended(cast, *, by="lead", on=DAY, placement=None, **said):
    """Amira's placement, ended: she is back at Oak Park since Monday 9 November 2026."""
    usual = {
        "ended_on": LAST_DAY,
        "outcome": "returned",
        "is_planned": True,
        "first_day_on": FIRST_BACK,
    }
    found = placement or cast.running
    actions.record_ending(found, **usual | said, by=cast.access(by), on=on)
    found.refresh_from_db()
    return found


def checked(cast, point="first", *, by="lead", on=DAY, placement=None, **said):
    """A check of it: on roll, and it holds."""
    usual = {"checked_on": on, "is_on_roll": True, "holds": "yes"}
    found = placement or cast.running
    check = actions.record_check(found, point=point, **usual | said, by=cast.access(by), on=on)
    found.refresh_from_db()
    return check
