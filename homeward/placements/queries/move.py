"""The move of one placement as its pages show it, and whose it is to answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from homeward.calendars import queries as calendars
from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.organisations.codes import May, OrganisationKind
from homeward.organisations.models import Organisation, Person
from homeward.organisations.roles import ROLES
from homeward.placements.codes import Audience, MoveAnswerKind, Part, StaffPart
from homeward.placements.models import (
    Move,
    MoveAnswer,
    NamedAdult,
    Party,
    Placement,
    Telling,
    Waiting,
)
from homeward.placements.queries import plan
from homeward.placements.queries.plan import Version
from homeward.placements.queries.visible import NotVisible, placement
from homeward.placements.rules import move as rules
from homeward.placements.rules.facts import WaitFact
from homeward.web.search import words

FOUND_AT_MOST = 20


def may_answer(access: Access, move: Move) -> bool:
    """Whether somebody speaks for the receiving side: its own people who may, or an officer of the
    authority who writes down what was said."""
    if access.is_system:
        return True
    if access.organisation == move.receiving_id:
        return access.may(May.ANSWER_MOVE)
    if not (access.is_authority and access.may(May.ANSWER_REQUESTS)):
        return False
    return access.organisation == move.keeper_id or _takes_part(access, move.placement_id)


def standing_answer(access: Access, move: Move) -> MoveAnswer | None:
    """The answer that stands: the latest one."""
    return MoveAnswer.objects.filter(move=move).order_by("-answered_on", "-id").first()


def under_way(access: Access, placement: Placement) -> Move | None:
    """The move under way, with the receiving organisation."""
    rows = Move.objects.filter(placement=placement, withdrawn_on__isnull=True)
    return rows.select_related("receiving", "proposed_by").first()


def answering(access: Access, reference: UUID) -> tuple[Placement, Move]:
    """A placement and its move, for whoever speaks for the receiving side. Raises NotVisible."""
    found = placement(access, reference)
    move = under_way(access, found)
    if move is None or not may_answer(access, move):
        raise NotVisible
    return found, move


def moving(access: Access, reference: UUID) -> tuple[Placement, Move]:
    """A placement and its move, for all who see it. Raises NotVisible where there is no move."""
    found = placement(access, reference)
    move = under_way(access, found)
    if move is None:
        raise NotVisible
    return found, move


@dataclass(frozen=True, slots=True)
class Place:
    """A school or provider to which a move can go; a closed one with what it became."""

    organisation: Organisation
    is_home_school: bool
    has_closed: bool
    successor: Organisation | None


def places_called(access: Access, placement: Placement, typed: str) -> list[Place]:
    """Schools and providers whose names hold every word typed, those of the area first.

    Closed ones come last, each with its successor.
    """
    asked = words(typed.replace("\x00", ""))[:8]
    if not asked:
        return []
    found = Organisation.objects.filter(
        kind__in=[OrganisationKind.SCHOOL, OrganisationKind.PROVIDER]
    )
    for word in asked:
        found = found.filter(search_key__contains=word)
    rows = list(found.order_by("is_closed", "search_key", "pk")[:FOUND_AT_MOST])
    rows.sort(key=lambda row: (row.is_closed, row.authority_id != placement.keeper_id))
    after = organisations.successors(access, [row.pk for row in rows])
    return [
        Place(
            organisation=row,
            is_home_school=row.pk == placement.home_school_id,
            has_closed=row.is_closed,
            successor=after.get(row.pk),
        )
        for row in rows
    ]


def place_to_move(access: Access, reference: str) -> Organisation | None:
    """The school or provider of a reference; None for anything else."""
    try:
        wanted = UUID(reference)
    except ValueError:
        return None
    kinds = [OrganisationKind.SCHOOL, OrganisationKind.PROVIDER]
    return Organisation.objects.filter(reference=wanted, kind__in=kinds).first()


def people_there(access: Access, move: Move, *, on: date) -> list[Person]:
    """The people of the receiving side who sign in and may be named."""
    return organisations.with_roles(access, move.receiving_id, list(ROLES), on)


@dataclass(frozen=True, slots=True)
class Wait:
    """The stretches of waiting, the newest first, and how many school days they are by now."""

    stretches: tuple[Waiting, ...] = ()
    school_days: int = 0

    @property
    def now(self) -> Waiting | None:
        """The stretch that goes on."""
        return next((one for one in self.stretches if one.to_on is None), None)

    @property
    def is_open(self) -> bool:
        return self.now is not None


@dataclass(frozen=True, slots=True)
class MovePage:
    """What the page of a move shows; `move` is None where nobody is asked."""

    move: Move | None
    answers: tuple[MoveAnswer, ...]
    stands: MoveAnswer | None
    says: str
    word: str
    colour: str
    missing: tuple[str, ...]
    to_know: tuple[str, ...]
    adults: tuple[NamedAdult, ...]
    briefings: tuple[Telling, ...]
    earlier: tuple[Move, ...]
    wait: Wait
    plan_number: int
    may_answer: bool
    is_commissioning: bool

    @property
    def is_yes(self) -> bool:
        return self.stands is not None and self.stands.answer != MoveAnswerKind.DECLINED

    @property
    def is_no(self) -> bool:
        return self.stands is not None and self.stands.answer == MoveAnswerKind.DECLINED


def move_page(access: Access, placement: Placement, *, on: date) -> MovePage:
    """Read the page of a move: ten queries at most."""
    rows = list(
        Move.objects.filter(placement=placement)
        .select_related("receiving", "proposed_by")
        .order_by("-id")
    )
    move = next((row for row in rows if row.withdrawn_on is None), None)
    answers = _answers(move)
    stands = answers[0] if answers else None
    missing = _missing(move, stands)
    return MovePage(
        move=move,
        answers=answers,
        stands=stands,
        **_in_words(move, stands, placement, missing, on),
        missing=missing,
        to_know=to_know(access, placement, kind=move.kind) if move else (),
        adults=_adults(placement, on) if move else (),
        briefings=_briefings(placement) if move else (),
        earlier=tuple(row for row in rows if row.withdrawn_on is not None),
        wait=wait(access, placement, on=on),
        plan_number=plan.latest(access, placement).number if move else 0,
        may_answer=move is not None and may_answer(access, move),
        is_commissioning=is_commissioning(access, placement),
    )


def wait(access: Access, placement: Placement, *, on: date) -> Wait:
    """How long the child has been ready and waiting: one query, three where there was a wait."""
    rows = tuple(Waiting.objects.filter(placement=placement).order_by("-from_on", "-id"))
    if not rows:
        return Wait()
    calendar = calendars.calendar(access, placement.home_school_id or placement.commissioner_id)
    facts = [WaitFact(row.from_on, row.what_for, row.to_on) for row in rows]
    return Wait(rows, rules.waited(facts, calendar=calendar, on=on))


def to_know(access: Access, placement: Placement, *, kind: str = "") -> tuple[str, ...]:
    """What to know before a move, or one of a kind, is asked for."""
    return tuple(rules.to_know(kind=kind, has_ehc_plan=placement.pupil.has_ehc_plan))


def is_commissioning(access: Access, placement: Placement) -> bool:
    """Whether the person's organisation is more than the receiving side: no query for most."""
    if access.organisation in {
        placement.home_school_id,
        placement.commissioner_id,
        placement.keeper_id,
    }:
        return True
    return _takes_part(access, placement.pk)


def plan_to_brief(access: Access, placement: Placement) -> Version:
    """The plan from which the new staff are briefed."""
    return plan.latest(access, placement)


def briefings(access: Access, placement: Placement) -> tuple[Telling, ...]:
    """When the staff of the receiving side were briefed, the newest first."""
    return _briefings(placement)


def _takes_part(access: Access, placement: int) -> bool:
    """Whether the person's organisation takes part on the commissioning side."""
    if access.organisation is None:
        return False
    rows = Party.objects.filter(placement=placement, organisation_id=access.organisation)
    return rows.filter(part__in=[Part.HOME_SCHOOL, Part.COMMISSIONER, Part.AUTHORITY]).exists()


def _answers(move: Move | None) -> tuple[MoveAnswer, ...]:
    if move is None:
        return ()
    rows = MoveAnswer.objects.filter(move=move).select_related("recorded_by")
    return tuple(rows.order_by("-answered_on", "-id"))


def _missing(move: Move | None, stands: MoveAnswer | None) -> tuple[str, ...]:
    if move is None:
        return ()
    answer = stands.answer if stands else ""
    return tuple(rules.withheld(kind=move.kind, answer=answer, consented_on=move.consented_on))


def _in_words(
    move: Move | None,
    stands: MoveAnswer | None,
    placement: Placement,
    missing: Sequence[str],
    on: date,
) -> dict[str, str]:
    """Where the move stands: a word with its colour, and a sentence."""
    if move is None:
        return {"word": "", "colour": "", "says": ""}
    word, colour = rules.move_word(
        answer=stands.answer if stands else "",
        first_day_on=move.first_day_on,
        is_withheld=bool(missing),
    )
    says = rules.move_says(
        child=placement.pupil.known_as,
        place=move.receiving.name,
        proposed_on=move.proposed_on,
        answer=stands.answer if stands else "",
        answered_on=stands.answered_on if stands else None,
        starts_on=move.starts_on,
        first_day_on=move.first_day_on,
        on=on,
    )
    return {"word": word, "colour": colour, "says": says}


def _adults(placement: Placement, on: date) -> tuple[NamedAdult, ...]:
    serves = Q(to_on__isnull=True) | Q(to_on__gte=on)
    rows = NamedAdult.objects.filter(serves, placement=placement, part=StaffPart.RECEIVING_ADULT)
    return tuple(rows.order_by("from_on", "id"))


def _briefings(placement: Placement) -> tuple[Telling, ...]:
    rows = Telling.objects.filter(placement=placement, audience=Audience.RECEIVING_STAFF)
    return tuple(rows.order_by("-told_on", "-id"))
