"""What there is to tell about a placement, to whom, and what was told and looked at before."""

from dataclasses import dataclass
from datetime import date

from homeward.organisations.access import Access
from homeward.placements.codes import Audience, BelongingKind, Route, StaffPart
from homeward.placements.models import Belonging, NamedAdult, Placement, Telling
from homeward.placements.queries import plan
from homeward.placements.queries.week import week
from homeward.placements.rules.saying import week_said
from homeward.pupils import queries as pupils
from homeward.pupils.queries.record import ShownAdult


@dataclass(frozen=True, slots=True)
class Family:
    """The adults of the family, each with what must not be told to them.

    Without `is_kept_known` the person may not see what is kept from whom, and has to ask.
    """

    adults: tuple[tuple[str, tuple[str, ...]], ...]
    is_kept_known: bool


@dataclass(frozen=True, slots=True)
class ToTell:
    """What the placement says so far: how long, when and where, what comes next, who speaks weekly.

    Whatever is not decided yet is empty; the page then says so.
    """

    place: str
    week: str
    route: str
    target_on: date | None
    next_step: str
    next_step_on: date | None
    contact_adult: str
    key_worker: str
    family: Family | None
    earlier: tuple[Telling, ...]


def to_tell(access: Access, placement: Placement, audience: Audience, *, on: date) -> ToTell:
    """What to tell one audience: five queries, and five more for the family."""
    text = plan.latest(access, placement).text
    adults = _named(placement, on)
    destination = f": {text.route_destination}" if text.route_destination else ""
    return ToTell(
        place=placement.provider.organisation.name if placement.provider else "",
        week=week_said((one.weekday, one.half) for one in week(access, placement)),
        route=f"{Route(text.route).label}{destination}" if text.route else "",
        target_on=text.target_on,
        next_step=text.route_next_step,
        next_step_on=text.route_next_on,
        contact_adult=adults.get(StaffPart.WEEKLY_CONTACT, ""),
        key_worker=adults.get(StaffPart.KEY_WORKER, ""),
        family=_family(access, placement, on) if audience == Audience.PARENTS else None,
        earlier=tuple(
            Telling.objects.filter(placement=placement, audience=audience).order_by(
                "-told_on", "-id"
            )
        ),
    )


@dataclass(frozen=True, slots=True)
class LastLook:
    """One thing by which the child belongs, as somebody last looked at it."""

    label: str
    is_kept: bool
    looked_on: date
    note: str


def last_looks(access: Access, placement: Placement) -> list[LastLook]:
    """The newest look at each thing, in the order of the form: one query."""
    newest: dict[str, Belonging] = {}
    for row in Belonging.objects.filter(placement=placement).order_by("looked_on", "id"):
        newest[row.kind] = row
    looked_at = [(kind, newest[kind.value]) for kind in BelongingKind if kind.value in newest]
    return [
        LastLook(kind.label, look.is_kept, look.looked_on, look.note) for kind, look in looked_at
    ]


def _named(placement: Placement, on: date) -> dict[str, str]:
    rows = NamedAdult.objects.filter(placement=placement).order_by("from_on", "id")
    return {row.part: row.name for row in rows if row.to_on is None or row.to_on >= on}


def _family(access: Access, placement: Placement, on: date) -> Family:
    record = pupils.record(access, placement.pupil.reference, on=on)
    return Family(
        adults=tuple(_adult(shown) for shown in record.adults), is_kept_known=record.sees_shields
    )


def _adult(shown: ShownAdult) -> tuple[str, tuple[str, ...]]:
    says = [shown.who.lower()]
    if shown.row.has_parental_responsibility:
        says.append("parental responsibility")
    return f"{shown.row.name} ({', '.join(says)})", tuple(one.what.lower() for one in shown.kept)
