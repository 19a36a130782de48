"""The invented cast of the house: two schools, two providers, an authority, Amira and her mother.

Made by the actions that the pages call. Use the fixture `cast`; the day of all tests is `DAY`.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID, uuid5

import pytest

from homeward.calendars.actions import load_terms
from homeward.calendars.codes import TermDateKind
from homeward.calendars.rules import TermRow
from homeward.organisations import actions as organisations
from homeward.organisations.access import Access, system
from homeward.organisations.actions.schools import SchoolRow, write_schools
from homeward.organisations.models import Organisation, Person, School, Team
from homeward.organisations.queries import access_of
from homeward.placements import actions as placements
from homeward.placements.actions import ContactSaid, SessionWanted
from homeward.placements.codes import LineKind
from homeward.placements.models import Contact, Placement
from homeward.placements.rules.plan import Line
from homeward.providers import actions as providers
from homeward.providers.models import Provider, Site
from homeward.pupils import actions as pupils
from homeward.pupils.models import FamilyAdult, Household, Pupil
from homeward.reference.identifiers import upn_check_letter
from tests.snapshot import laid_down

DAY = date(2026, 11, 24)
SEPTEMBER = date(2026, 9, 1)
_LINES = UUID("0193a2f0-0000-7000-8000-000000000000")

EXAMPLE_TERMS = [
    ("term", "2025-09-03", "2025-12-19", "Autumn term"),
    ("half_term", "2025-10-27", "2025-10-31", ""),
    ("term", "2026-01-05", "2026-03-27", "Spring term"),
    ("half_term", "2026-02-16", "2026-02-20", ""),
    ("term", "2026-04-13", "2026-07-21", "Summer term"),
    ("half_term", "2026-05-25", "2026-05-29", ""),
    ("term", "2026-09-02", "2026-12-18", "Autumn term"),
    ("half_term", "2026-10-26", "2026-10-30", ""),
    ("term", "2027-01-05", "2027-03-25", "Spring term"),
    ("half_term", "2027-02-15", "2027-02-19", ""),
    ("term", "2027-04-12", "2027-07-21", "Summer term"),
    ("half_term", "2027-05-31", "2027-06-04", ""),
    ("term", "2027-09-02", "2027-12-17", "Autumn term"),
    ("half_term", "2027-10-25", "2027-10-29", ""),
    ("term", "2028-01-04", "2028-03-31", "Spring term"),
    ("half_term", "2028-02-14", "2028-02-18", ""),
    ("term", "2028-04-18", "2028-07-20", "Summer term"),
    ("half_term", "2028-05-29", "2028-06-02", ""),
]

PEOPLE = {
    "lead": ("lead@oakpark.example", "Mara Lind", "oak_park", "ap_lead"),
    "tutor": ("tutor@oakpark.example", "Joe Adeyemi", "oak_park", "contact_adult"),
    "head": ("head@oakpark.example", "Ruth Penny", "oak_park", "headteacher"),
    "deputy": ("deputy@oakpark.example", "Samir Rao", "oak_park", "deputy"),
    "dsl": ("dsl@oakpark.example", "Nell Whitby", "oak_park", "dsl"),
    "teacher": ("teacher@oakpark.example", "Owen Marsh", "oak_park", "teacher"),
    "elm_lead": ("lead@elmroad.example", "Petra Stone", "elm_road", "ap_lead"),
    "far_lead": ("lead@farhill.example", "Ivo Lane", "far_hill", "ap_lead"),
    "bridge_worker": ("keyworker@bridgehouse.example", "Dee Moran", "bridge_house", "key_worker"),
    "north_worker": ("keyworker@northgate.example", "Carl Voss", "northgate", "key_worker"),
    "exclusions": ("exclusions@authority.example", "Hana Bird", "hillingdon", "exclusions_officer"),
    "post16": ("post16@authority.example", "Leo Quist", "hillingdon", "post16_officer"),
    "commissioner": ("commissioner@authority.example", "Ann Frey", "hillingdon", "commissioner"),
    "admin": ("admin@authority.example", "Ade Bello", "hillingdon", "administrator"),
    "far_officer": ("officer@farauthority.example", "Uma Hall", "harrow", "exclusions_officer"),
}


@dataclass
class Cast:
    """Everybody and everything. People by their part: `cast.lead`, `cast.exclusions`.

    `running` is Amira's placement at Bridge House, agreed, five school weeks long and in its
    fourth; `draft` is Ben's at Northgate, which misses nothing; `without_school` is Kofi's,
    agreed by the Exclusions Team, for he has no school.
    """

    hillingdon: Organisation
    harrow: Organisation
    oak_park: Organisation
    elm_road: Organisation
    far_hill: Organisation
    exclusions_team: Team
    post16_team: Team
    people: dict[str, Person] = field(default_factory=dict)
    accesses: dict[str, Access] = field(default_factory=dict)
    bridge_house: Provider = None
    bridge_site: Site = None
    northgate: Provider = None
    north_site: Site = None
    amira: Pupil = None
    mother: FamilyAdult = None
    household: Household = None
    ben: Pupil = None
    kofi: Pupil = None
    running: Placement = None
    contacts: list[Contact] = field(default_factory=list)
    draft: Placement = None
    without_school: Placement = None

    def __getattr__(self, name: str) -> Person:
        people = self.__dict__.get("people", {})
        if name in people:
            return people[name]
        raise AttributeError(name)

    def access(self, name: str) -> Access:
        """The access of one of the people on DAY, such as `cast.access("lead")`."""
        return self.accesses[name]


def access_for(person: Person, on: date = DAY) -> Access:
    """The access of a person on a day, as the middleware makes it."""
    return access_of(person, None, on)


def upn(number: int) -> str:
    """A permanent UPN of authority 999, which does not exist."""
    body = f"999{number:09d}"
    return upn_check_letter(body) + body


@pytest.fixture
def cast(db) -> Cast:
    """The whole cast with its three placements, on DAY."""
    return laid_down("cast", _made)


def _made() -> Cast:
    world = _places()
    _providers(world)
    _people(world)
    _children(world)
    world.running = _running(world)
    world.draft = whole_draft(world, pupil=world.ben)
    world.without_school = _without_school(world)
    return world


def _places() -> Cast:
    rows = [
        organisations.AuthorityRow(code="312", name="Hillingdon", gss_code="E09000017"),
        organisations.AuthorityRow(code="310", name="Harrow", gss_code="E09000015"),
    ]
    keys = organisations.load_authorities(rows)
    schools = [
        ("999901", "Oak Park School (example)", "312"),
        ("999902", "Elm Road School (example)", "312"),
        ("999903", "Far Hill School (example)", "310"),
    ]
    said = [
        SchoolRow(
            line,
            urn,
            {"name": name, "authority_code": code, "status": "Open", "phase": "Secondary"},
        )
        for line, (urn, name, code) in enumerate(schools, start=2)
    ]
    write_schools(said, keys)
    School.objects.update(is_example=True)
    found = {each.name: each for each in Organisation.objects.select_related("authority")}
    hillingdon, harrow = found["Hillingdon"], found["Harrow"]
    by = system(hillingdon.pk)
    terms = [
        TermRow(
            place.pk,
            TermDateKind(kind),
            date.fromisoformat(first),
            date.fromisoformat(last),
            name,
            "Example dates",
        )
        for place in (hillingdon, harrow)
        for kind, first, last, name in EXAMPLE_TERMS
    ]
    load_terms(terms, by=by, on=SEPTEMBER)
    exclusions = organisations.add_team(
        hillingdon,
        kind="exclusions",
        name="Exclusions Team",
        mailbox="exclusionsupport@hillingdon.gov.uk",
        phone="020 7946 0312",
        by=by,
        on=SEPTEMBER,
    )
    post16 = organisations.add_team(
        hillingdon,
        kind="post16",
        name="Post-16 team",
        mailbox="post16EET@hillingdon.gov.uk",
        phone="020 7946 0316",
        by=by,
        on=SEPTEMBER,
    )
    return Cast(
        hillingdon=hillingdon,
        harrow=harrow,
        oak_park=found["Oak Park School (example)"],
        elm_road=found["Elm Road School (example)"],
        far_hill=found["Far Hill School (example)"],
        exclusions_team=exclusions,
        post16_team=post16,
    )


def _providers(world: Cast) -> None:
    by = system(world.hillingdon.pk)
    world.bridge_house = providers.add_provider(
        name="Bridge House (example)", authority=world.hillingdon, by=by, on=SEPTEMBER
    )
    world.northgate = providers.add_provider(
        name="Northgate (example)", authority=world.hillingdon, by=by, on=SEPTEMBER
    )
    since = date(2024, 9, 1)
    providers.set_registration(
        world.bridge_house,
        is_registered=False,
        from_on=since,
        setting_type="other_unregistered",
        by=by,
        on=SEPTEMBER,
    )
    providers.set_registration(
        world.northgate, is_registered=True, from_on=since, urn="999911", by=by, on=SEPTEMBER
    )
    world.bridge_site = providers.add_site(
        world.bridge_house,
        name="The Boathouse",
        street="2 Canal Walk (example)",
        town="Uxbridge",
        postcode="UB8 1AA",
        by=by,
        on=SEPTEMBER,
    )
    world.north_site = providers.add_site(
        world.northgate,
        name="Main building",
        street="40 North Road (example)",
        town="Hayes",
        postcode="UB3 1AA",
        by=by,
        on=SEPTEMBER,
    )


def _people(world: Cast) -> None:
    by = system(world.hillingdon.pk)
    teams = {"exclusions": world.exclusions_team, "post16": world.post16_team}
    for name, (email, says, place, role) in PEOPLE.items():
        person = Person.objects.create_user(email, says)
        where = getattr(world, place)
        organisation = where.organisation if isinstance(where, Provider) else where
        organisations.join(
            person,
            organisation=organisation,
            role=role,
            team=teams.get(name),
            by=by,
            on=SEPTEMBER,
        )
        world.people[name] = person
        world.accesses[name] = access_for(person)
    for provider in (world.bridge_house, world.northgate):
        providers.confirm_in_writing(
            provider,
            confirmed_on=date(2026, 9, 7),
            expires_on=date(2027, 9, 6),
            given_by="The manager",
            by=world.access("commissioner"),
            on=date(2026, 9, 7),
        )


def _children(world: Cast) -> None:
    lead, officer = world.access("lead"), world.access("exclusions")
    said = {"last_name": "Haddad", "born_on": date(2013, 3, 14), "sex": "F", "year_group": 9}
    world.amira = pupils.add_pupil(
        keeper=world.hillingdon,
        home_school=world.oak_park,
        first_name="Amira",
        upn=upn(26000001),
        sen_provision="K",
        by=lead,
        on=SEPTEMBER,
        **said,
    )
    world.household = pupils.add_household(
        world.amira,
        street="7 Mill Lane (example)",
        town="Uxbridge",
        postcode="UB8 2AA",
        phone="01632 960101",
        is_childs_home=True,
        by=lead,
        on=SEPTEMBER,
    )
    world.mother = pupils.add_adult(
        world.amira,
        name="Leila Haddad",
        relationship="mother",
        has_parental_responsibility=True,
        household=world.household,
        phone="07700 900101",
        by=lead,
        on=SEPTEMBER,
    )
    world.ben = pupils.add_pupil(
        keeper=world.hillingdon,
        home_school=world.oak_park,
        first_name="Ben",
        last_name="O’Neil",
        born_on=date(2011, 1, 20),
        sex="M",
        year_group=11,
        upn=upn(26000002),
        by=lead,
        on=SEPTEMBER,
    )
    world.kofi = pupils.add_pupil(
        keeper=world.hillingdon,
        home_school=None,
        first_name="Kofi",
        last_name="Asante",
        born_on=date(2013, 6, 2),
        sex="M",
        year_group=9,
        upn=upn(26000003),
        by=officer,
        on=SEPTEMBER,
    )


def whole_draft(
    cast: Cast,
    *,
    pupil: Pupil | None = None,
    by: str = "lead",
    at: str = "northgate",
    kind: str = "short_term",
    starts_on: date | None = date(2026, 11, 30),
    ends_on: date | None = date(2027, 1, 29),
    on: date = DAY,
    leave_out: tuple[str, ...] = (),
    follows: Placement | None = None,
) -> Placement:
    """A draft that passes the start gate but for the gaps in `leave_out`, by their keys.

    `by` is one of the cast, `at` is `northgate` or `bridge_house`. Of the gaps, `registration`,
    `safeguarding` and those of Key Stage 4 belong to other records: bring them about there.
    """
    access, left = cast.access(by), set(leave_out)
    draft = placements.begin(pupil or cast.ben, by=access, on=on, follows=follows)
    draft = placements.amend(
        draft,
        changes=_why(left) | _dates(left, kind, starts_on, ends_on),
        edited=draft.edited,
        by=access,
        on=on,
    )
    provider = getattr(cast, at)
    if "provider" not in left:
        draft = placements.choose_provider(draft, provider=provider, by=access, on=on)
    if "sessions" not in left:
        site = cast.bridge_site if at == "bridge_house" else cast.north_site
        placements.set_week(draft, sessions=_week(left, site), by=access, on=on)
    _name_adults(cast, draft, left, at=at, kind=kind, access=access, on=on)
    _write_plan(draft, left, kind=kind, access=access, starts_on=starts_on or on, on=on)
    draft.refresh_from_db()
    return draft


def _why(left: set[str]) -> dict:
    said = {
        "reason": ("reason", "off_site_behaviour"),
        "legal-basis": ("legal_basis", "off_site_direction"),
        "immediate-need": ("immediate_need", "A calm place to learn in a small group."),
        "objective": ("objective", "Stay in four lessons out of five."),
    }
    written = {name: value for key, (name, value) in said.items() if key not in left}
    if "objective" not in left:
        written["objective_baseline"] = "One lesson out of five in October."
    return written


def _dates(left: set[str], kind: str, starts_on: date | None, ends_on: date | None) -> dict:
    said = {
        "kind": ("kind", kind),
        "starts-on": ("starts_on", starts_on),
        "ends-on": ("ends_on", ends_on),
        "ends-because": ("ends_because", "Six school weeks are enough for the first targets."),
    }
    return {name: value for key, (name, value) in said.items() if key not in left}


def _week(left: set[str], site: Site) -> list[SessionWanted]:
    where = None if "session-address" in left else site
    short = "ks4-full-time" in left
    return [
        SessionWanted(weekday, half, 60 if short else 150, where)
        for weekday in range(5)
        for half in ("am", "pm")
    ]


def _name_adults(
    cast: Cast, draft: Placement, left: set[str], *, at: str, kind: str, access: Access, on: date
) -> None:
    caller = cast.tutor if draft.home_school_id == cast.oak_park.pk else cast.exclusions
    worker = cast.bridge_worker if at == "bridge_house" else cast.north_worker
    wanted = [
        ("weekly-contact-adult", "weekly_contact", caller),
        ("key-worker", "key_worker", worker),
    ]
    if kind == "ks4_to_end":
        wanted.append(("post16-lead", "post16_lead", cast.post16))
    for gap, part, person in wanted:
        if gap not in left:
            placements.name_adult(draft, part=part, person=person, by=access, on=on)


def _write_plan(
    draft: Placement, left: set[str], *, kind: str, access: Access, starts_on: date, on: date
) -> None:
    number = 0
    for section, texts, lines in _sections(left, kind, starts_on):
        written = placements.write_plan(
            draft, section=section, based_on=number, texts=texts, lines=lines, by=access, on=on
        )
        number = written.number


def _sections(left: set[str], kind: str, starts_on: date):
    yield "route", _route(left, kind, starts_on), None
    if "first-review" not in left:
        yield "review", {"first_review_on": starts_on + timedelta(days=18)}, None
    if "targets" not in left:
        yield "targets", None, [target(starts_on + timedelta(days=30))]
    if "milestones" not in left:
        late = timedelta(days=10 if "first-week-milestone" in left else 2)
        yield "milestones", None, [milestone(starts_on + late)]


def _route(left: set[str], kind: str, starts_on: date) -> dict:
    is_ks4 = kind == "ks4_to_end"
    said = {
        "route": {"route": "post_16" if is_ks4 else "home_school"},
        "target-date": {"target_on": starts_on + timedelta(days=45)},
        "looked-for": {"looked_for": "Two calm weeks, and one adult at school to go to."},
        "route-owner": {"route_owner": "Mara Lind"},
    }
    written = {
        name: value for key, part in said.items() if key not in left for name, value in part.items()
    }
    if not left & {"route-owner", "destination-step"}:
        written["route_next_step"] = "Visit a college" if is_ks4 else "Meet the family at school"
        written["route_next_on"] = starts_on + timedelta(days=14)
    return written


def target(by_on: date, number: int = 1) -> Line:
    """A target that can be measured."""
    return Line(
        kind=LineKind.TARGET,
        thread=uuid5(_LINES, f"target {number}"),
        what="Ask for a break instead of leaving the room",
        baseline="Leaves three times a day",
        measure="Times left, counted by the key worker",
        by_on=by_on,
    )


def milestone(by_on: date, number: int = 1, person: int | None = None) -> Line:
    """A dated step of the plan."""
    return Line(
        kind=LineKind.MILESTONE,
        thread=uuid5(_LINES, f"milestone {number}"),
        what="The tutor visits and brings the class news",
        who="Joe Adeyemi",
        person=person,
        by_on=by_on,
    )


def contact_said(cast: Cast, made_on: date, **differences) -> ContactSaid:
    """A contact with the child by the tutor, with what a test wants different."""
    said = {
        "made_on": made_on,
        "made_by": cast.tutor.pk,
        "made_by_name": cast.tutor.name,
        "method": "phone",
        "spoke_with": "child",
        "seems": "4",
        "child_words": "I like the workshop.",
        "promise": "Send the photograph of the trip",
    }
    return ContactSaid(**said | differences)


def _running(world: Cast) -> Placement:
    lead, tutor = world.access("lead"), world.access("tutor")
    agreed_on, starts_on = date(2026, 10, 22), date(2026, 11, 2)
    placement = whole_draft(
        world,
        pupil=world.amira,
        at="bridge_house",
        starts_on=starts_on,
        ends_on=date(2026, 12, 11),
        on=date(2026, 10, 20),
    )
    placement = placements.agree(placement, by=lead, on=agreed_on)
    for audience in ("parents", "child", "staff"):
        placements.record_telling(
            placement,
            audience=audience,
            told_on=agreed_on,
            how="meeting",
            told_by_name="Mara Lind",
            by=lead,
            on=agreed_on,
        )
    placement = placements.record_first_session(placement, came_on=starts_on, by=lead, on=starts_on)
    world.contacts = [
        placements.record_contact(placement, said=contact_said(world, day), by=tutor, on=day)
        for day in (date(2026, 11, 4), date(2026, 11, 12), date(2026, 11, 18))
    ]
    return placement


def _without_school(world: Cast) -> Placement:
    by = world.access("exclusions")
    placement = whole_draft(
        world,
        pupil=world.kofi,
        by="exclusions",
        kind="interim",
        starts_on=date(2026, 11, 9),
        on=date(2026, 11, 4),
    )
    return placements.agree(placement, by=by, on=date(2026, 11, 5))
