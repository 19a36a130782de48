"""Which letters could be written about a placement now, and why; what is due first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from homeward.placements.codes import Audience, LegalBasis, Outcome
from homeward.placements.rules.known import day_in_words
from homeward.reference.guidance import cites

NEAR = timedelta(days=7)
"""How long before a first day its card is offered."""


@dataclass(frozen=True, slots=True)
class Written:
    """One letter that was written: to what occasion, and on which day."""

    letter: str
    occasion: UUID | None
    made_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a placement knows that letters tell of. `last_review` and the like are reference and day."""

    has_school: bool
    legal_basis: str = ""
    has_place: bool = False
    starts_on: date | None = None
    is_settled: bool = False
    told: frozenset[str] = frozenset()
    review_on: date | None = None
    review: UUID | None = None
    last_review: tuple[UUID, date] | None = None
    last_change: tuple[UUID, date] | None = None
    ladder: tuple[UUID, date] | None = None
    is_part_time: bool = False
    first_day: tuple[UUID | None, date] | None = None
    ending: tuple[UUID, date, str] | None = None
    since_on: date | None = None
    invitation_days: int = 6
    written: Sequence[Written] = field(default=())


@dataclass(frozen=True, slots=True)
class Offer:
    """A letter that could be written now. `is_due` where it has not been, and should be."""

    letter: str
    because: str
    occasion: UUID | None = None
    is_due: bool = False
    written_on: date | None = None


@cites(
    "reintegration/parents-told",
    "reintegration/child-told",
    "reintegration/staff-told",
    "house/review-invitation",
    "off-site/review-decision",
    "off-site/written-notice",
)
def offers(now: Situation, *, on: date) -> list[Offer]:
    """The letters that could be written, those that should be first, in the order of a placement."""
    found = [*_start(now), *_reviews(now, on), *_return(now, on), *_end(now, on)]
    found.append(Offer("personal_link", "Gives an adult the link to their own page."))
    found.append(Offer("personal_link_child", "Gives the child the link to their own plan."))
    told = _by_letter(now.written)
    made = [_seen(one, told) for one in found]
    return sorted(made, key=lambda one: not one.is_due)


def _by_letter(written: Sequence[Written]) -> Mapping[tuple[str, UUID | None], date]:
    return {(one.letter, one.occasion): one.made_on for one in written}


def _seen(one: Offer, told: Mapping[tuple[str, UUID | None], date]) -> Offer:
    """An offer that was taken up before is no longer due."""
    written_on = told.get((one.letter, one.occasion))
    return Offer(
        one.letter, one.because, one.occasion, one.is_due and written_on is None, written_on
    )


def _start(now: Situation) -> Iterator[Offer]:
    if now.starts_on is None or not now.has_place:
        return
    says = f"It starts on {day_in_words(now.starts_on)}."
    audiences = {
        "placement_starting": Audience.PARENTS,
        "placement_starting_child": Audience.CHILD,
    }
    if now.has_school:
        audiences["placement_starting_staff"] = Audience.STAFF
    for letter, audience in audiences.items():
        is_told = audience in now.told
        more = " They were told already." if is_told else " Nobody has told them yet."
        yield Offer(letter, says + more, is_due=now.is_settled and not is_told)
    if now.has_school and now.legal_basis == LegalBasis.OFF_SITE_DIRECTION:
        yield Offer(
            "off_site_direction",
            "The law asks for a written notice two school days before the first day.",
            is_due=now.is_settled,
        )


def _reviews(now: Situation, on: date) -> Iterator[Offer]:
    if now.review_on is not None and now.review_on >= on:
        says = f"The next review is on {day_in_words(now.review_on)}."
        is_near = now.review_on - timedelta(days=now.invitation_days) - NEAR <= on
        yield Offer("review_invitation", says, now.review, is_due=is_near)
        yield Offer("review_invitation_child", says, now.review, is_due=is_near)
    if now.last_review is not None:
        reference, day = now.last_review
        says = f"A review was held on {day_in_words(day)}."
        yield Offer("review_outcome", says, reference, is_due=True)
    if now.last_change is not None:
        reference, day = now.last_change
        says = f"The last day was changed on {day_in_words(day)}."
        yield Offer("end_date_changed", says, reference, is_due=True)


def _return(now: Situation, on: date) -> Iterator[Offer]:
    if now.ladder is not None:
        reference, day = now.ladder
        says = f"The steps of the return were written on {day_in_words(day)}."
        yield Offer("return_plan", says, reference, is_due=True)
        if now.is_part_time:
            says = "Part-time needs the parent’s agreement."
            yield Offer("part_time_agreement", says, reference, is_due=True)
    if now.first_day is not None:
        occasion, day = now.first_day
        if day >= on:
            says = f"The first day is {day_in_words(day)}."
            for letter in ("day_before", "day_before_child"):
                yield Offer(letter, says, occasion, is_due=day - NEAR <= on)


def _end(now: Situation, on: date) -> Iterator[Offer]:
    if now.ending is not None:
        reference, day, _ = now.ending
        says = f"It ended on {day_in_words(day)}."
        for letter in ("it_is_over", "it_is_over_child"):
            yield Offer(letter, says, reference, is_due=True)
    if now.since_on is not None and now.since_on <= on:
        is_move = now.ending is not None and now.ending[2] != Outcome.RETURNED
        what = "At the new place" if is_move else "Back"
        says = f"{what} since {day_in_words(now.since_on)}."
        occasion = now.ending[0] if now.ending else None
        yield Offer("check_in", says, occasion, is_due=now.since_on + NEAR <= on)
