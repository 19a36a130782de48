"""The records that stand in addresses, and whom of the cast each is shown to.

Who may open a kind of page at all is the page's own `@page`; this is whose record it may be.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from homeward.calendars.models import TermDate
from homeward.due.models import Expectation
from homeward.organisations.actions import set_policy_value
from homeward.organisations.models import Invitation, Membership, Organisation, Person
from homeward.placements.actions import ActionWanted, record_review, write_plan
from homeward.placements.actions.messages import send
from homeward.placements.actions.move import propose_move
from homeward.placements.codes import LineKind, MoveKind
from homeward.placements.models import (
    Contact,
    NamedAdult,
    Placement,
    PlanLine,
    Review,
    ReviewAction,
    Sending,
)
from homeward.placements.queries import latest
from homeward.placements.rules.plan import Line
from homeward.providers.models import SafeguardingConfirmation
from homeward.pupils.models import Pupil, Shield
from homeward.support.models import RequestStep, SchoolAsked, SupportRequest
from tests.cast import DAY, Cast, access_for

NO_SUCH = UUID("0193a2f0-ffff-7fff-bfff-ffffffffffff")
_ADJUSTMENT = UUID("0193a2f0-0000-7000-8000-0000000000ad")

OAK_PARK = frozenset({"lead", "head", "deputy", "dsl"})
"""Those at the home school who see all of its children."""
OFFICERS = frozenset({"exclusions", "post16", "commissioner"})
KEEPERS = frozenset({"commissioner", "admin"})
"""Those who keep people or dates of the whole area, as far as their role allows either."""
REGISTRARS = OFFICERS | {"admin"}
"""Those who keep the register of providers of the area."""
EVERYBODY = frozenset({"*"})


@dataclass(frozen=True)
class World:
    """The cast, and what neighbours have: another school's child and another authority's."""

    cast: Cast
    elm_pupil: Pupil
    far_pupil: Pupil
    elm_draft: Placement
    far_draft: Placement
    elm_invitation: Invitation
    elm_closure: TermDate
    shield: Shield
    request: SupportRequest
    elm_question: SupportRequest


@dataclass(frozen=True)
class Record:
    """One record that stands in an address, and whom of the cast it is shown to."""

    kwargs: dict[str, object]
    seen_by: frozenset[str] = EVERYBODY


type Find = Callable[[World], list[Record]]


def nothing(world: World) -> list[Record]:
    """An address in which no record stands: the same page for whoever may open it."""
    return [Record({})]


def said(**kwargs: object) -> Find:
    """An address with words that name no record, such as a section."""
    return lambda world: [Record(kwargs)]


def placement(**more: object) -> Find:
    """Placements of two schools and two authorities; `more` fills in the rest of the address."""

    def find(world: World) -> list[Record]:
        cast = world.cast
        shown = (
            (cast.running, OAK_PARK | OFFICERS | {"tutor", "bridge_worker"}),
            (cast.draft, OAK_PARK | OFFICERS | {"tutor"}),
            (cast.without_school, OFFICERS | {"north_worker"}),
            (world.elm_draft, OFFICERS | {"elm_lead"}),
            (world.far_draft, frozenset({"far_lead", "far_officer"})),
        )
        return [Record({"reference": one.reference} | more, seen) for one, seen in shown]

    return find


def whose_child(**more: object) -> Find:
    """The same placements, for the child's own school and authority, and not for the provider."""

    def find(world: World) -> list[Record]:
        return [
            Record(one.kwargs, one.seen_by - {"bridge_worker", "north_worker"})
            for one in placement(**more)(world)
        ]

    return find


def those_who_look(world: World) -> list[Record]:
    """The same placements, for those whose side has a view: the school and the provider.

    The authority has one where it commissions.
    """
    by_school = {
        world.cast.running.reference,
        world.cast.draft.reference,
        world.elm_draft.reference,
    }
    by_school.add(world.far_draft.reference)
    officers = OFFICERS | {"far_officer"}
    return [
        Record(one.kwargs, one.seen_by - officers) if one.kwargs["reference"] in by_school else one
        for one in placement()(world)
    ]


def authoritys_child(world: World) -> list[Record]:
    """The same placements, for the officers of the child's own authority."""
    officers = OFFICERS | {"far_officer"}
    return [Record(one.kwargs, one.seen_by & officers) for one in placement()(world)]


def within_running(name: str, found: Callable[[Placement], object]) -> Find:
    """Something within Amira's placement, such as a contact, by the name it has in the address."""

    def find(world: World) -> list[Record]:
        one = placement()(world)[0]
        return [Record(one.kwargs | {name: found(world.cast.running)}, one.seen_by)]

    return find


def asked_to_move(seen_by: frozenset[str]) -> Find:
    """Kofi's placement, with a move to Far Hill, which takes part only later and sees nothing yet."""

    def find(world: World) -> list[Record]:
        cast = world.cast
        propose_move(
            cast.without_school,
            kind=MoveKind.NEW_SCHOOL,
            receiving=cast.far_hill,
            because="A fresh start",
            joins_on=date(2027, 1, 11),
            by=cast.access("exclusions"),
            on=DAY,
        )
        return [Record({"reference": cast.without_school.reference}, seen_by)]

    return find


def adult(one: Placement) -> UUID:
    return NamedAdult.objects.filter(placement=one).first().reference


def contact(one: Placement) -> UUID:
    return Contact.objects.filter(placement=one).first().reference


def message(one: Placement) -> UUID:
    """A message to the family, written for the walk where there was none."""
    found = Sending.objects.filter(mailing__placement=one).first()
    if found is None:
        writes = access_for(Person.objects.get(email="lead@oakpark.example"))
        mailing = send(one, letter="review_outcome", occasion=review(one), by=writes, on=DAY)
        found = mailing.sendings.first()
    return found.message.reference


def review(one: Placement) -> UUID:
    """A review of the placement, held for the walk where there was none."""
    found = Review.objects.filter(placement=one).first()
    return (found or _hold_review(one)).reference


def action(one: Placement) -> UUID:
    """What that review decided."""
    review(one)
    return ReviewAction.objects.filter(placement=one).first().reference


def _hold_review(one: Placement) -> Review:
    return record_review(
        one,
        held_on=DAY,
        next_on=DAY + timedelta(days=14),
        is_child_present=True,
        is_parent_present=True,
        decision="continue",
        wanted=[ActionWanted(what="Ring the mother", who="Mara Lind", by_on=DAY)],
        by=access_for(Person.objects.get(email="lead@oakpark.example")),
        on=DAY,
    )


def adjustment(one: Placement) -> UUID:
    """An adjustment of the plan, written for the walk."""
    lead = access_for(Person.objects.get(email="lead@oakpark.example"))
    line = Line(kind=LineKind.ADJUSTMENT, thread=_ADJUSTMENT, what="A pass to leave the room")
    number = latest(lead, one).number
    write_plan(one, section="adjustments", based_on=number, lines=[line], by=lead, on=DAY)
    return _ADJUSTMENT


def step(one: Placement) -> UUID:
    return PlanLine.objects.filter(version__placement=one, kind="milestone").first().thread


def pupil(world: World) -> list[Record]:
    """Children of two schools and two authorities, and one without a school."""
    cast = world.cast
    return [
        Record({"reference": cast.amira.reference}, OAK_PARK | OFFICERS | {"tutor"}),
        Record({"reference": cast.kofi.reference}, OFFICERS),
        Record({"reference": world.elm_pupil.reference}, OFFICERS | {"elm_lead"}),
        Record({"reference": world.far_pupil.reference}, frozenset({"far_lead", "far_officer"})),
    ]


def family(**named: str) -> Find:
    """Something in the record of Amira's family, by its name in the cast."""
    return lambda world: [
        Record(
            {"reference": world.cast.amira.reference}
            | {name: getattr(world.cast, one).reference for name, one in named.items()},
            OAK_PARK | OFFICERS,
        )
    ]


def shield(world: World) -> list[Record]:
    """What is kept from Amira's mother."""
    kwargs = {"reference": world.cast.amira.reference, "shield": world.shield.reference}
    return [Record(kwargs, OAK_PARK | OFFICERS)]


def due(world: World) -> list[Record]:
    """Something due about Amira's placement, which is her school's to do."""
    row = Expectation.objects.filter(about=world.cast.running.reference).first()
    return [Record({"reference": row.reference}, OAK_PARK)]


def term_dates(**more: object) -> Find:
    """Places whose dates everybody may read, since holidays are public."""
    return lambda world: [
        Record({"reference": one.reference} | more)
        for one in (world.cast.hillingdon, world.cast.oak_park)
    ]


def kept_place(**more: object) -> Find:
    """Places whose dates or people somebody keeps: their own, or those of their whole area."""

    def find(world: World) -> list[Record]:
        cast = world.cast
        shown: tuple[tuple[Organisation, frozenset[str]], ...] = (
            (cast.oak_park, KEEPERS | OAK_PARK),
            (cast.elm_road, KEEPERS | {"elm_lead"}),
            (cast.hillingdon, KEEPERS),
            (cast.far_hill, frozenset({"far_lead"})),
        )
        return [Record({"reference": one.reference} | more, seen) for one, seen in shown]

    return find


def closure(world: World) -> list[Record]:
    """A day on which Elm Road is closed."""
    return [Record({"reference": world.elm_closure.reference}, KEEPERS | {"elm_lead"})]


def coming_number(world: World) -> list[Record]:
    """A number that the administrator has set for a day to come."""
    from_on, cast = date(2027, 1, 4), world.cast
    set_policy_value(
        cast.hillingdon,
        key="first_review_school_weeks",
        value=4,
        from_on=from_on,
        source="Schools Forum (example)",
        by=cast.access("admin"),
        on=DAY,
    )
    said = {"key": "first_review_school_weeks", "from_on": from_on.isoformat()}
    return [Record(said, frozenset({"admin"}))]


def membership(world: World) -> list[Record]:
    """Roles of people at three schools."""
    cast = world.cast
    shown = (
        (cast.teacher, KEEPERS | OAK_PARK),
        (cast.elm_lead, KEEPERS | {"elm_lead"}),
        (cast.far_lead, frozenset({"far_lead"})),
    )
    return [
        Record({"reference": Membership.objects.get(person=person).reference}, seen)
        for person, seen in shown
    ]


def invitation(world: World) -> list[Record]:
    """An invitation to Elm Road."""
    return [Record({"reference": world.elm_invitation.reference}, KEEPERS | {"elm_lead"})]


def provider(world: World) -> list[Record]:
    """Providers are known to all staff: whether one is registered is no secret."""
    return [Record({"reference": world.cast.bridge_house.reference})]


def kept_provider(world: World) -> list[Record]:
    """What only the authority on whose register the provider stands writes."""
    return [Record({"reference": world.cast.bridge_house.reference}, REGISTRARS)]


def site(world: World) -> list[Record]:
    return [Record({"reference": world.cast.bridge_site.reference}, REGISTRARS)]


def confirmation(world: World) -> list[Record]:
    row = SafeguardingConfirmation.objects.get(provider=world.cast.bridge_house)
    return [Record({"reference": row.reference}, REGISTRARS)]


def request(world: World) -> list[Record]:
    """Requests of two schools: one about Amira's placement, one about none."""
    return [
        Record({"reference": world.request.reference}, OAK_PARK | OFFICERS | {"tutor"}),
        Record({"reference": world.elm_question.reference}, OFFICERS | {"elm_lead"}),
    ]


def answered(world: World) -> list[Record]:
    """What only the authority of the team that was asked writes."""
    return [Record({"reference": world.request.reference}, OFFICERS)]


def request_step(world: World) -> list[Record]:
    row = RequestStep.objects.get(request=world.request)
    return [Record({"reference": row.reference}, OFFICERS)]


def school_asked(world: World) -> list[Record]:
    row = SchoolAsked.objects.get(request=world.request)
    return [Record({"reference": row.reference}, OFFICERS)]


def team(world: World) -> list[Record]:
    """The card of a team, which those who answer in its authority keep."""
    return [Record({"reference": world.cast.exclusions_team.reference}, OFFICERS)]
