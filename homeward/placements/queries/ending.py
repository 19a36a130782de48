"""What the pages of an ending show: the form with what the record knows, and how it ended."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.http import Http404

from homeward.organisations.access import Access
from homeward.organisations.models import Organisation, School
from homeward.placements.codes import Outcome
from homeward.placements.models import Ending, Placement
from homeward.placements.queries.facts import bare_facts
from homeward.placements.queries.move import is_commissioning, under_way
from homeward.providers import queries as providers
from homeward.providers.models import Provider
from homeward.pupils import queries as pupils


class NoSuchPlace(LookupError):
    """There is no such school or provider. `field` is the question that named it."""

    def __init__(self, field: str, says: str) -> None:
        super().__init__(says)
        self.field = field


@dataclass(frozen=True, slots=True)
class EndingPage:
    """Whether the placement can end, how it did where it has, and what was put right before.

    `moves_to` names the place of the move under way, `providers` those to choose from otherwise;
    `named` is where the child went, as the form names it. The receiving side reads, and corrects
    nothing.
    """

    ending: Ending | None
    earlier: tuple[Ending, ...]
    begins_on: date | None
    has_started: bool
    moves_to: str = ""
    providers: tuple[tuple[str, str], ...] = ()
    named: dict[str, str] = field(default_factory=dict)
    may_correct: bool = False


def ending_page(
    access: Access, placement: Placement, *, is_asked: bool | None = None, on: date
) -> EndingPage:
    """What to know while an ending is recorded or read: one query for one that ended.

    `is_asked` is whether the form is shown: by default where nothing has ended.
    """
    facts = bare_facts(access, placement)
    rows = list(
        Ending.objects.filter(placement=placement)
        .select_related("goes_to", "recorded_by")
        .order_by("-id")
    )
    stands = rows[0] if rows and not rows[0].is_withdrawn else None
    asked = stands is None if is_asked is None else is_asked
    moves_to = _moves_to(access, placement) if asked else ""
    choices = providers.choices(access, on) if asked and not moves_to else []
    return EndingPage(
        ending=stands,
        earlier=tuple(rows[1:] if stands else rows),
        begins_on=facts.begins_on,
        has_started=bool(facts.agreed_on or facts.urgent_on or facts.first_session_on),
        moves_to=moves_to,
        providers=tuple((str(one.reference), one.label) for one in choices),
        named=_named(stands) if stands and asked else {},
        may_correct=stands is not None and is_commissioning(access, placement),
    )


def goes_to(access: Access, *, urn: str = "", provider: str = "") -> Organisation | None:
    """The open school of a URN or the chosen provider; None where neither is named.

    Raises NoSuchPlace.
    """
    if urn:
        school = pupils.school(access, urn)
        if school is None:
            raise NoSuchPlace("urn", "No open school has this URN")
        return school
    if not provider:
        return None
    try:
        return providers.provider(access, UUID(provider)).organisation
    except (ValueError, Http404) as wrong:
        raise NoSuchPlace("provider", "Choose one of the answers shown") from wrong


def _named(ending: Ending) -> dict[str, str]:
    """The place of a move as the form asks for it: the URN of a school, or a provider."""
    place = ending.goes_to
    if place is None or ending.outcome != Outcome.MOVED:
        return {}
    school = School.objects.filter(organisation=place).first()
    if school is not None:
        return {"urn": school.urn}
    provider = Provider.objects.filter(organisation=place).first()
    return {"provider": str(provider.reference)} if provider else {}


def _moves_to(access: Access, placement: Placement) -> str:
    move = under_way(access, placement)
    return move.receiving.name if move else ""
