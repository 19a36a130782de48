"""What an adult or a child sees of what helps: their own answers, and nobody else's."""

from dataclasses import dataclass
from datetime import date

from homeward.family.rules.shown import says
from homeward.organisations.access import Access
from homeward.placements.codes import Rater
from homeward.placements.models import Placement
from homeward.placements.queries import readiness
from homeward.placements.queries.readiness import Opening
from homeward.placements.rules.readiness import half_term_says, side_by_side
from homeward.pupils.models import FamilyAdult


@dataclass(frozen=True, slots=True)
class MyAnswer:
    """One statement, as the reader answered it."""

    statement: str = says("What it says, in the reader’s own voice")
    answer: str = says("What the reader answered")
    change: str = says("What has changed since their last answer")


@dataclass(frozen=True, slots=True)
class WhatHelps:
    """The page of one reader. No answer of anybody else stands on it."""

    half_term: str = says("The half term")
    answered_on: date | None = says("When the reader answered in this half term")
    answers: tuple[MyAnswer, ...] = says("The reader’s own answers")
    words: str = says("What the reader wrote, word for word")
    is_open: bool = says("Whether they can answer now")


def what_helps(
    access: Access,
    placement: Placement,
    *,
    rater: Rater,
    adult: FamilyAdult | None = None,
    opening: Opening,
    on: date,
) -> WhatHelps:
    """The reader's own answers of the half term of a day, with the change: one query."""
    mine = readiness.own(access, placement, rater=rater, adult=adult)
    stands = opening.stands
    sides = side_by_side([mine], half_term=opening.half_term)
    return WhatHelps(
        half_term=half_term_says(opening.half_term),
        answered_on=stands.rated_on if stands else None,
        answers=tuple(
            MyAnswer(one.statement.says(rater, opening.child), view.says, view.change)
            for one in sides.open
            for view in one.views
            if view.level is not None
        )
        if stands
        else (),
        words=stands.words if stands else "",
        is_open=placement.ended_on is None or placement.ended_on > on,
    )
