"""The staff of the demo. All are invented, and all sign in with the same password, which is shown."""

from functools import cache

from django.contrib.auth.hashers import make_password

from homeward.demo.world import Staff, World
from homeward.organisations import actions as organisations
from homeward.organisations.access import system
from homeward.organisations.codes import DEMO_PASSWORD
from homeward.organisations.models import Organisation, Person
from homeward.organisations.queries import access_of

STAFF = {
    "oak_park.lead": ("lead@oakpark.example", "Mara Lind", ["ap_lead"]),
    "oak_park.tutor": ("tutor@oakpark.example", "Joe Adeyemi", ["contact_adult"]),
    "oak_park.second": ("year10@oakpark.example", "Priya Sund", ["contact_adult"]),
    "oak_park.head": ("head@oakpark.example", "Ruth Penny", ["headteacher"]),
    "oak_park.deputy": ("deputy@oakpark.example", "Samir Rao", ["deputy"]),
    "oak_park.dsl": ("dsl@oakpark.example", "Nell Whitby", ["dsl"]),
    "oak_park.teacher": ("teacher@oakpark.example", "Owen Marsh", ["teacher"]),
    "elm_road.lead": ("lead@elmroad.example", "Petra Stone", ["ap_lead"]),
    "elm_road.tutor": ("tutor@elmroad.example", "Bea Hollis", ["contact_adult"]),
    "elm_road.head": ("head@elmroad.example", "Alun Pryce", ["headteacher"]),
    "elm_road.dsl": ("dsl@elmroad.example", "Ines Prado", ["dsl"]),
    "canal_side.lead": ("lead@canalside.example", "Tunde Afolabi", ["ap_lead"]),
    "canal_side.tutor": ("tutor@canalside.example", "Will Hobday", ["contact_adult"]),
    "canal_side.head": ("head@canalside.example", "Grace Amory", ["headteacher"]),
    "canal_side.dsl": ("dsl@canalside.example", "Kit Lorimer", ["dsl"]),
    "hartwell.lead": ("lead@hartwell.example", "Sunita Vyas", ["ap_lead"]),
    "hartwell.tutor": ("tutor@hartwell.example", "Josie Flint", ["contact_adult"]),
    "hartwell.head": ("head@hartwell.example", "Mark Ellery", ["headteacher"]),
    "hartwell.dsl": ("dsl@hartwell.example", "Dora Quill", ["dsl"]),
    "willow_lane.lead": ("head@willowlane.example", "Rhian Parry", ["headteacher", "ap_lead"]),
    "willow_lane.tutor": ("year6@willowlane.example", "Tom Sellers", ["contact_adult"]),
    "willow_lane.dsl": ("dsl@willowlane.example", "Meg Oduya", ["dsl"]),
    "bridge_house.worker": ("keyworker@bridgehouse.example", "Dee Moran", ["key_worker"]),
    "northgate.worker": ("keyworker@northgate.example", "Carl Voss", ["key_worker"]),
    "northgate.manager": ("manager@northgate.example", "Elsa Brandt", ["provider_manager"]),
    "authority.exclusions": (
        "exclusions@authority.example",
        "Hana Bird",
        ["exclusions_officer"],
    ),
    "authority.post16": ("post16@authority.example", "Leo Quist", ["post16_officer"]),
    "authority.commissioner": ("commissioner@authority.example", "Ann Frey", ["commissioner"]),
    "authority.admin": ("admin@authority.example", "Ade Bello", ["administrator"]),
}


@cache
def _password() -> str:
    """Hashed once for everybody: hard hashing is slow, and this password is no secret."""
    return make_password(DEMO_PASSWORD)


def engage(world: World, place: str, organisation: Organisation) -> None:
    """Let the people of one place begin their work there."""
    for key, (email, name, roles) in STAFF.items():
        where, _, part = key.partition(".")
        if where != place:
            continue
        person = Person.objects.create(
            email=email,
            name=name,
            phone=f"020 7946 0{100 + world.names.number():03d}",
            password=_password(),
        )
        for role in roles:
            organisations.join(
                person,
                organisation=organisation,
                role=role,
                team=world.teams.get(part),
                by=system(world.authority.pk),
                on=world.founded_on,
            )
        world.staff[key] = Staff(person, access_of(person, None, world.today))
