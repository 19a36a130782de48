"""Putting a child and a place together: the beginning of every story."""

from dataclasses import dataclass, field
from typing import Any

from homeward.demo.children import Family, Home, Said, child, with_mother
from homeward.demo.living import Course, whole
from homeward.demo.placing import Away
from homeward.demo.world import Staff, World


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who is away, from which school (None: no school yet), why, where, and in which school weeks.

    Weeks are counted from this one. `plans` and `calls` name staff; left open, the school's AP lead
    plans and its weekly-contact adult calls.
    """

    school: str | None
    said: Said
    theme: str
    at: str
    weeks: tuple[int, int]
    plans: str = ""
    calls: str = ""
    family: Family = with_mother
    at_home: Home | None = None
    more: dict[str, Any] = field(default_factory=dict)


def away(world: World, cast: Cast) -> Away:
    """Begin the child's record and hold what the story needs; nothing is planned yet."""
    place = cast.school or "authority"
    planner = _staff(
        world, cast.plans or (f"{place}.lead" if cast.school else "authority.exclusions")
    )
    caller = _staff(
        world, cast.calls or (f"{place}.tutor" if cast.school else "authority.exclusions")
    )
    pupil = child(
        world,
        cast.said,
        school=cast.school,
        by=planner,
        on=world.founded_on,
        family=cast.family,
        at_home=cast.at_home,
    )
    first, last = cast.weeks
    said: dict[str, Any] = {
        "starts_on": world.days.first(first),
        "ends_on": world.days.last(last),
        "dsl": world.staff.get(f"{place}.dsl"),
    }
    return Away(
        pupil=pupil,
        theme=cast.theme,
        at=cast.at,
        planner=planner,
        caller=caller,
        calendar=world.calendar(pupil.home_school),
        **said | cast.more,
    )


def lives(world: World, cast: Cast, course: Course | None = None) -> Away:
    """Begin a story in which everything is planned in time, and goes its course."""
    child = away(world, cast)
    world.begin(whole(world, child, course))
    return child


def next_leg(world: World, before: Away, *, at: str, weeks: tuple[int, int], **more: Any) -> Away:
    """The placement that follows another one of the same child."""
    said: dict[str, Any] = {
        "starts_on": world.days.first(weeks[0]),
        "ends_on": world.days.last(weeks[1]),
        "theme": before.theme,
        "week": before.week,
        "follows": before,
    }
    return Away(
        pupil=before.pupil,
        at=at,
        planner=before.planner,
        caller=before.caller,
        calendar=before.calendar,
        dsl=before.dsl,
        **said | more,
    )


def _staff(world: World, name: str) -> Staff:
    return world.staff[name]
