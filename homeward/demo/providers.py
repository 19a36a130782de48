"""The invented providers: registered and not, one that changed, one about which little is known."""

from dataclasses import dataclass
from datetime import date, timedelta

from homeward.demo.people import engage
from homeward.demo.world import Ap, World
from homeward.organisations.access import system
from homeward.providers import actions
from homeward.providers.models import Provider, Site

UNREGISTERED = "other_unregistered"


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one provider. `identifiers` are those of `set_registration`."""

    name: str
    offers: str
    sites: tuple[tuple[str, str, str, str], ...]
    key_worker: str
    is_registered: bool | None
    identifier: tuple[str, str] = ("", "")


PROVIDERS = {
    "bridge_house": Said(
        "Bridge House (example)",
        "Boat building, cooking, and English and mathematics in groups of four.",
        (
            ("The Boathouse", "2 Canal Walk (example)", "Uxbridge", "UB8 1AB"),
            ("The Kitchen", "5 Market Yard (example)", "Uxbridge", "UB8 1AD"),
        ),
        "Dee Moran",
        False,
        ("setting_type", UNREGISTERED),
    ),
    "northgate": Said(
        "Northgate (example)",
        "An alternative provision school for Key Stages 3 and 4, full time, with GCSE courses.",
        (("Main building", "40 North Road (example)", "Hayes", "UB3 1AB"),),
        "Carl Voss",
        True,
        ("urn", "999911"),
    ),
    "quayside": Said(
        "Quayside School (example)",
        "Small classes for children who find a large school too much. Registered since last year.",
        (("Quayside", "11 Wharf Street (example)", "West Drayton", "UB7 1AB"),),
        "Moses Adair",
        True,
        ("urn", "999912"),
    ),
    "riverbank": Said(
        "Riverbank College (example)",
        "Construction, hair and catering for young people of 14 to 16, two days a week.",
        (("Trades centre", "1 College Way (example)", "Uxbridge", "UB8 1AE"),),
        "Fay Lindqvist",
        True,
        ("ukprn", "10099913"),
    ),
    "greenfold": Said(
        "Greenfold Farm (example)",
        "Animal care and growing, outdoors in every weather.",
        (("The farm", "Greenfold Lane (example)", "Ruislip", "HA4 1AB"),),
        "Bryn Tudor",
        False,
        ("setting_type", UNREGISTERED),
    ),
    "second_wind": Said(
        "Second Wind Workshop (example)",
        "Mending bicycles, with one mentor to two young people.",
        (("The workshop", "Unit 3, Mill Yard (example)", "Hayes", "UB3 1AD"),),
        "Sol Renner",
        False,
        ("setting_type", "work_based"),
    ),
    "tuition": Said(
        "Hayes Tuition Rooms (example)",
        "One-on-one tuition in English, mathematics and science, there or in a library.",
        (("Library room", "Library Square (example)", "Hayes", "UB3 1AE"),),
        "Anwen Hart",
        False,
        ("setting_type", "one_on_one_tuition"),
    ),
    "stepping_stones": Said(
        "Stepping Stones Studio (example)",
        "Art, music and a quiet room, for mornings.",
        (("The studio", "9 Chapel Street (example)", "West Drayton", "UB7 1AD"),),
        "Noor Campbell",
        False,
        ("setting_type", UNREGISTERED),
    ),
    "lantern": Said(
        "Lantern Music (example)",
        "Recording and sound. New to the borough.",
        (("Arch 14", "Railway Arches (example)", "Hayes", "UB3 1AF"),),
        "Ty Okonjo",
        None,
    ),
}
NOTHING_GIVEN = {"stepping_stones", "lantern"}
RUN_OUT = "second_wind"


def register(world: World) -> None:
    """Put the providers on the register: whether they are registered, where they are."""
    for key, said in PROVIDERS.items():
        provider = actions.add_provider(
            name=said.name,
            authority=world.authority,
            what_it_offers=said.offers,
            phone=f"020 7946 0{200 + world.names.number():03d}",
            email=f"office@{key.replace('_', '')}.example",
            by=system(world.authority.pk),
            on=world.founded_on,
        )
        _say_registration(world, key, provider, said)
        sites = tuple(_site(world, provider, *site) for site in said.sites)
        engage(world, key, provider.organisation)
        worker = world.staff.get(f"{key}.worker")
        world.providers[key] = Ap(
            provider, sites, said.key_worker, worker.person if worker else None
        )


def _say_registration(world: World, key: str, provider: Provider, said: Said) -> None:
    if said.is_registered is None:
        return
    by, on = system(world.authority.pk), world.founded_on
    since = date(on.year - 2, 9, 1)
    name, value = said.identifier
    if key == "quayside":
        actions.set_registration(
            provider, is_registered=False, from_on=since, setting_type=UNREGISTERED, by=by, on=on
        )
        since = date(on.year, 9, 1)
    actions.set_registration(
        provider, is_registered=said.is_registered, from_on=since, by=by, on=on, **{name: value}
    )


def _site(world: World, provider: Provider, name: str, street: str, town: str, code: str) -> Site:
    return actions.add_site(
        provider,
        name=name,
        street=street,
        town=town,
        postcode=code,
        opened_on=date(world.founded_on.year - 2, 9, 1),
        by=system(world.authority.pk),
        on=world.founded_on,
    )


def confirm(world: World) -> None:
    """Write down the safeguarding confirmations: current ones, and one that has just run out."""
    commissioner = world.staff["authority.commissioner"]
    for key, ap in world.providers.items():
        if key in NOTHING_GIVEN:
            continue
        given_on = world.founded_on + timedelta(days=6)
        if key == RUN_OUT:
            until = world.today - timedelta(days=12)
        else:
            until = date(world.days.academic_year + 1, 8, 31)
        actions.confirm_in_writing(
            ap.provider,
            confirmed_on=given_on,
            expires_on=until,
            given_by=ap.key_worker,
            kept_where="The commissioning folder of the AP team",
            by=commissioner.access,
            on=given_on,
        )
