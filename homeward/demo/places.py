"""The borough: its real schools and teams, its example term dates, and the invented places."""

from datetime import date

from django.db import transaction

from homeward.calendars import queries as calendars
from homeward.calendars.actions import load_terms
from homeward.calendars.rules import TermRow
from homeward.connections.import_schools import HILLINGDON, import_schools
from homeward.demo.days import NOTE, Days, example_year
from homeward.demo.names import Names
from homeward.demo.teller import Teller
from homeward.demo.world import World
from homeward.organisations import actions as organisations
from homeward.organisations import queries
from homeward.organisations.access import NOBODY, system
from homeward.organisations.actions.schools import SchoolRow, write_schools
from homeward.organisations.models import Organisation, School

CODE = "312"
SCHOOLS = {
    "oak_park": ("999901", "Oak Park School (example)", "Secondary", 11, 18, "Oak Park Lane"),
    "elm_road": ("999902", "Elm Road School (example)", "Secondary", 11, 16, "Elm Road"),
    "canal_side": ("999903", "Canal Side Academy (example)", "Secondary", 11, 18, "Towpath Way"),
    "hartwell": ("999904", "Hartwell School (example)", "Secondary", 11, 18, "Hartwell Rise"),
    "willow_lane": (
        "999905",
        "Willow Lane Primary School (example)",
        "Primary",
        3,
        11,
        "Willow Lane",
    ),
}
TEAMS = {
    "exclusions": (
        "Exclusions Team",
        "To help a child back into school, or to a fresh start at a new one.",
        "exclusionsupport@hillingdon.gov.uk",
        "020 7946 0312",
    ),
    "post16": (
        "Post-16 team",
        "To plan September with a young person in Year 11, and the support for it.",
        "post16EET@hillingdon.gov.uk",
        "020 7946 0316",
    ),
}


@transaction.atomic
def found(today: date, seed: int) -> World:
    """Make the borough without people: schools, teams and term dates, as they stand today."""
    import_schools(HILLINGDON)
    authority = queries.authority(NOBODY, CODE)
    if authority is None:
        raise LookupError("The list of authorities has no Hillingdon.")
    founded_in = (today.year if today.month >= 9 else today.year - 1) - 1
    _load_example_terms(authority, founded_in)
    days = Days(calendars.calendar(NOBODY, authority.pk), today)
    world = World(
        today=today,
        days=days,
        names=Names(seed, days.academic_year),
        authority=authority,
        teller=Teller(today),
    )
    world.schools = _example_schools(authority)
    _add_teams(world)
    return world


def _load_example_terms(authority: Organisation, founded_in: int) -> None:
    """Last year's, this year's and the next two, for counts that run on."""
    rows = [
        TermRow(authority.pk, kind, starts_on, ends_on, name, NOTE)
        for year in range(founded_in, founded_in + 4)
        for kind, starts_on, ends_on, name in example_year(year)
    ]
    load_terms(rows, by=system(authority.pk), on=date(founded_in, 9, 1))


def _example_schools(authority: Organisation) -> dict[str, Organisation]:
    rows = [
        SchoolRow(
            line,
            urn,
            {
                "name": name,
                "authority_code": CODE,
                "authority_name": authority.name,
                "status": "Open",
                "phase": phase,
                "type_name": "Example school",
                "lowest_age": lowest,
                "highest_age": highest,
                "street": f"{street} (example)",
                "town": "Uxbridge",
                "postcode": "UB8 1AA",
                "telephone": f"020 7946 0{urn[3:]}",
                "website": f"https://{key.replace('_', '')}.example",
            },
        )
        for line, (key, (urn, name, phase, lowest, highest, street)) in enumerate(
            SCHOOLS.items(), 2
        )
    ]
    write_schools(rows, {CODE: authority.pk})
    School.objects.filter(urn__in=[row.urn for row in rows]).update(is_example=True)
    by_urn = {
        each.code: each
        for each in Organisation.objects.filter(kind="school", code__in=[row.urn for row in rows])
    }
    return {key: by_urn[said[0]] for key, said in SCHOOLS.items()}


def _add_teams(world: World) -> None:
    for kind, (name, when_to_use, mailbox, phone) in TEAMS.items():
        world.teams[kind] = organisations.add_team(
            world.authority,
            kind=kind,
            name=name,
            when_to_use=when_to_use,
            mailbox=mailbox,
            phone=phone,
            verified_on=world.founded_on,
            by=system(world.authority.pk),
            on=world.founded_on,
        )
