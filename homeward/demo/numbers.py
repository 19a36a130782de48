"""Numbers that the demo's authority sets for itself, each with where it is written."""

from datetime import date

from homeward.demo.teller import Story
from homeward.demo.world import World
from homeward.organisations.actions import set_policy_value

OWN = {
    "part_time_weeks": (6, "leap.hillingdon.gov.uk, Part-time timetable"),
    "short_term_weeks": (12, "The Skills Hub, admissions: ideally no more than 12 weeks"),
}
"""Both are the defaults; here somebody of the authority has said so."""


def adopt(world: World) -> None:
    """Let the authority say from the first day which numbers are its own."""
    for key, (value, source) in OWN.items():
        _set(world, key, value, world.founded_on, source, on=world.founded_on)
    world.begin(_sooner(world))


def _sooner(world: World) -> Story:
    """From next September the gaps of an urgent start are to be closed a day sooner."""
    on = world.days.day(-2, 2)
    yield on
    september = date(world.days.academic_year + 1, 9, 1)
    source = "Schools Forum (example), autumn meeting, minute 4"
    _set(world, "urgent_gap_school_days", 4, september, source, on=on)


def _set(world: World, key: str, value: int, from_on: date, source: str, *, on: date) -> None:
    set_policy_value(
        world.authority,
        key=key,
        value=value,
        from_on=from_on,
        source=source,
        by=world.staff["authority.admin"].access,
        on=on,
    )
