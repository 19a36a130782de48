"""Making the demo borough: places, people, and stories told day by day up to today."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max

from homeward.calendars.actions import add_closure
from homeward.calendars.codes import TermDateKind
from homeward.calendars.rules import monday_of
from homeward.demo import numbers, people, places, providers
from homeward.demo.digest import digest
from homeward.demo.stories import BOROUGH, SMALL
from homeward.demo.teller import Story
from homeward.demo.world import World
from homeward.history.models import Entry
from homeward.organisations.access import NOBODY
from homeward.organisations.models import Installation, Organisation, Person, School
from homeward.placements import queries
from homeward.placements.actions import settle_all
from homeward.placements.models import Contact, Placement
from homeward.providers.settling import settle_all as settle_providers
from homeward.pupils.models import Pupil
from homeward.support.settling import settle_all as settle_requests

SIZES = {"small": SMALL, "borough": BOROUGH}


class NotEmpty(Exception):
    """The database holds something that is no demonstration; nothing is written into it."""


class GoesBack(Exception):
    """The record of the demonstration holds something of the day `last`, which is later."""

    def __init__(self, last: date) -> None:
        super().__init__(f"The record goes up to {last}.")
        self.last = last


@dataclass(frozen=True, slots=True)
class Made:
    """What was made. The same day, seed and size give the same digest."""

    schools: int
    pupils: int
    placements: int
    contacts: int
    digest: str


def is_made() -> bool:
    """Whether this database is a demonstration already."""
    return Installation.objects.filter(is_demo=True).exists()


@transaction.atomic
def make(*, today: date, seed: int = 1, size: str = "borough", stays: bool = False) -> Made:
    """Make the borough in an empty database, all of it or nothing.

    It goes on with the real days, or `stays` on the one up to which it was told. Raises NotEmpty where
    there are organisations or people already.
    """
    if Organisation.objects.exists() or Person.objects.exists():
        raise NotEmpty
    Installation.objects.update_or_create(
        pk=1, defaults={"is_demo": True, "demo_today": today if stays else None}
    )
    world = places.found(today, seed)
    people.engage(world, "authority", world.authority)
    for name, school in world.schools.items():
        people.engage(world, name, school)
    providers.register(world)
    providers.confirm(world)
    numbers.adopt(world)
    _train_staff(world)
    world.begin(_boiler(world))
    for chapter in SIZES[size]:
        chapter(world)
    world.teller.tell()
    _settle(today)
    return found()


@transaction.atomic
def move(*, to: date) -> None:
    """Let a later day be today in the demonstration, and let what is due by then be due.

    Nothing is told of the days between. Raises GoesBack where something is written of a later day.
    """
    last = Entry.objects.aggregate(last=Max("on"))["last"]
    if last and to < last:
        raise GoesBack(last)
    Installation.objects.filter(is_demo=True).update(demo_today=to)
    _settle(to)


def _settle(today: date) -> None:
    for keeper in queries.keepers(NOBODY):
        settle_all(keeper=keeper, on=today)
    settle_providers(on=today)
    settle_requests(on=today)


def found() -> Made:
    """What stands in this database."""
    return Made(
        schools=School.objects.count(),
        pupils=Pupil.objects.count(),
        placements=Placement.objects.count(),
        contacts=Contact.objects.count(),
        digest=digest(),
    )


def _train_staff(world: World) -> None:
    """Oak Park's INSET day at the end of November, a Friday: that week's calls are due on Thursday."""
    friday = monday_of(date(world.days.academic_year, 11, 27)) + timedelta(days=4)
    add_closure(
        world.schools["oak_park"],
        kind=TermDateKind.INSET,
        starts_on=friday,
        ends_on=friday,
        name="INSET day",
        by=world.staff["oak_park.lead"].access,
        on=world.founded_on,
    )


def _boiler(world: World) -> Story:
    """A day without heating, written down on the morning it happened."""
    on = world.days.day(-2, 1)
    yield on
    add_closure(
        world.schools["canal_side"],
        kind=TermDateKind.CLOSURE,
        starts_on=on,
        ends_on=on,
        name="The boiler stopped",
        by=world.staff["canal_side.lead"].access,
        on=on,
    )
