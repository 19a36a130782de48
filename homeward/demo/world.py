"""Who and what the stories are about: the day, the places and the people, by the names stories use."""

from dataclasses import dataclass, field
from datetime import date

from homeward.calendars import queries as calendars
from homeward.calendars.rules import Calendar
from homeward.demo.days import Days
from homeward.demo.names import Names
from homeward.demo.teller import Story, Teller
from homeward.organisations.access import NOBODY, Access
from homeward.organisations.models import Organisation, Person, Team
from homeward.providers.models import Provider, Site


@dataclass(frozen=True, slots=True)
class Staff:
    """A member of staff, and what they may do."""

    person: Person
    access: Access

    @property
    def name(self) -> str:
        return self.person.name


@dataclass(frozen=True, slots=True)
class Ap:
    """A provider of the demo, with its sites and its key worker, who may or may not sign in."""

    provider: Provider
    sites: tuple[Site, ...]
    key_worker: str
    person: Person | None = None


@dataclass
class World:
    """Everything that stories share. Staff by a short name, such as `staff["oak_park.lead"]`."""

    today: date
    days: Days
    names: Names
    authority: Organisation
    teller: Teller
    teams: dict[str, Team] = field(default_factory=dict)
    schools: dict[str, Organisation] = field(default_factory=dict)
    staff: dict[str, Staff] = field(default_factory=dict)
    providers: dict[str, Ap] = field(default_factory=dict)

    @property
    def founded_on(self) -> date:
        """The day on which the borough began to use Homeward: September, a year ago."""
        return date(self.days.academic_year - 1, 9, 1)

    def begin(self, story: Story) -> None:
        """Take up a story."""
        self.teller.begin(story)

    def calendar(self, school: Organisation | None) -> Calendar:
        """The calendar of a school, or of the authority for a child who has none."""
        return calendars.calendar(NOBODY, (school or self.authority).pk)
