"""Children and their families: each child with a household and the adults around it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from homeward.demo.words import Voice
from homeward.demo.world import Staff, World
from homeward.pupils import actions
from homeward.pupils.models import FamilyAdult, Household, Pupil

PR = {"has_parental_responsibility": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a story says of a child; what it leaves open is drawn."""

    sex: str
    year: int
    first: str = ""
    last: str = ""
    preferred: str = ""
    born_on: date | None = None
    sen: str = "N"
    needs: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Home:
    """An address that siblings share: drawn once, written down for each of them."""

    last: str
    address: dict[str, str]
    phone: str
    mobile: str


type Family = Callable[[World, Pupil, Home, Staff, date], None]


def home(world: World, last: str = "") -> Home:
    """Draw where a family lives and how it is reached."""
    names = world.names
    return Home(last or names.last(), names.address(), names.home_phone(), names.mobile())


def child(
    world: World,
    said: Said,
    *,
    school: str | None,
    by: Staff,
    on: date,
    family: Family,
    at_home: Home | None = None,
) -> Pupil:
    """Begin a child's record, with the family around them."""
    lives = at_home or home(world, said.last)
    pupil = actions.add_pupil(
        keeper=world.authority,
        home_school=world.schools[school] if school else None,
        by=by.access,
        on=on,
        first_name=said.first or world.names.first(said.sex),
        last_name=said.last or lives.last,
        preferred_first_name=said.preferred,
        born_on=said.born_on or world.names.born_on(said.year),
        sex=said.sex,
        year_group=said.year,
        upn=world.names.upn(),
        sen_provision=said.sen,
        **said.needs,
    )
    family(world, pupil, lives, by, on)
    return pupil


def voice(pupil: Pupil) -> Voice:
    """Puts this child into the words of a theme."""
    return Voice(pupil.known_as, pupil.sex)


def with_mother(world: World, pupil: Pupil, lives: Home, by: Staff, on: date) -> None:
    """A mother and her children."""
    house = _house(pupil, lives, by, on)
    _adult(world, pupil, house, "mother", lives, by, on, **PR, channel="phone")


def with_both(world: World, pupil: Pupil, lives: Home, by: Staff, on: date) -> None:
    """Mother and father under one roof."""
    house = _house(pupil, lives, by, on)
    _adult(world, pupil, house, "mother", lives, by, on, **PR, channel="email")
    _adult(world, pupil, house, "father", lives, by, on, **PR, channel="phone")


def with_grandmother(world: World, pupil: Pupil, lives: Home, by: Staff, on: date) -> None:
    """A grandmother who brings the child up under a court's order."""
    house = _house(pupil, lives, by, on)
    order = {"court_order": "Special guardianship order", **PR}
    _adult(world, pupil, house, "grandparent", lives, by, on, **order, channel="letter")


def with_foster_carer(world: World, pupil: Pupil, lives: Home, by: Staff, on: date) -> None:
    """A foster carer; the social worker holds parental responsibility for the authority."""
    house = _house(pupil, lives, by, on)
    no = {"has_parental_responsibility": False}
    _adult(world, pupil, house, "foster_carer", lives, by, on, **no, channel="phone")
    _adult(world, pupil, None, "social_worker", lives, by, on, **PR, channel="email")


def with_interpreter(world: World, pupil: Pupil, lives: Home, by: Staff, on: date) -> None:
    """A father who has been here for a few months and reads another language better."""
    house = _house(pupil, lives, by, on)
    speaks = {"language": pupil.first_language, "needs_interpreter": True, **PR}
    _adult(world, pupil, house, "father", lives, by, on, **speaks, channel="phone")


def with_parents_apart(world: World, pupil: Pupil, lives: Home, by: Staff, on: date) -> None:
    """A mother whose address and telephone are kept from the father; a court said so.

    He may be told how the child is doing, and lives elsewhere.
    """
    house = _house(pupil, lives, by, on)
    _adult(world, pupil, house, "mother", lives, by, on, **PR, channel="phone")
    elsewhere = actions.add_household(
        pupil,
        name="Father's flat",
        **world.names.address(),
        phone=world.names.home_phone(),
        by=by.access,
        on=on,
    )
    order = {"court_order": "Child arrangements order (example)", **PR}
    father = _adult(world, pupil, elsewhere, "father", lives, by, on, **order, channel="letter")
    for hides in ("household", "phone"):
        actions.raise_shield(
            pupil,
            from_adult=father,
            hides=hides,
            because="The court's order: the mother's address is not to be told.",
            by=by.access,
            on=on,
        )


def _house(pupil: Pupil, lives: Home, by: Staff, on: date) -> Household:
    return actions.add_household(
        pupil, **lives.address, phone=lives.phone, is_childs_home=True, by=by.access, on=on
    )


def _adult(
    world: World,
    pupil: Pupil,
    house: Household | None,
    relationship: str,
    lives: Home,
    by: Staff,
    on: date,
    **said: Any,
) -> FamilyAdult:
    is_woman = relationship in {"mother", "grandparent", "foster_carer"}
    outsider = relationship in {"foster_carer", "social_worker"}
    first = world.names.first("F" if is_woman else "M")
    last = world.names.last() if outsider else lives.last
    return actions.add_adult(
        pupil,
        household=house,
        name=f"{first} {last}",
        relationship=relationship,
        phone=lives.mobile if relationship == "mother" else world.names.mobile(),
        email=f"{first.lower()}.{world.names.number()}@family.example",
        by=by.access,
        on=on,
        **said,
    )
