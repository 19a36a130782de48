"""Somebody looks at the statements about what helps: the child, a parent, the provider, the school."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from homeward.organisations.access import Access
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.writing import finish
from homeward.placements.codes import Rater
from homeward.placements.models import Placement, ReadinessRating
from homeward.placements.queries import readiness
from homeward.placements.rules.statements import LEVELS, statements
from homeward.pupils.models import FamilyAdult
from homeward.web.days import plural


@transaction.atomic
def rate_readiness(
    placement: Placement,
    *,
    rater: Rater,
    answers: Mapping[str, int],
    words: str = "",
    adult: FamilyAdult | None = None,
    name: str,
    by: Access,
    on: date,
) -> ReadinessRating:
    """Keep how one of the four sees what helps: {statement: 1 to 5}, less what was left out.

    A parent looks as `adult`, each for themselves; nobody else does. Of one half term the newest
    look stands; none is written over. Raises NotAllowed for a statement or a level that there is
    not, and where neither an answer nor a word was given.
    """
    keys = {one.key for one in statements()}
    if not set(answers) <= keys or not set(answers.values()) <= set(LEVELS):
        raise NotAllowed("Answer the statements that are shown, in the words that are shown.")
    if not answers and not words:
        raise NotAllowed("Answer one of the statements, or write something in your own words.")
    if (rater == Rater.PARENT) is (adult is None) or (
        adult is not None and adult.pupil_id != placement.pupil_id
    ):
        raise NotAllowed("A parent or carer answers for themselves, and nobody else as one.")
    rating = ReadinessRating.objects.create(
        keeper_id=placement.keeper_id,
        placement=placement,
        half_term=readiness.half_term_on(by, placement, on),
        rater=rater,
        adult=adult,
        name=name,
        answers=dict(answers),
        words=words,
        rated_on=on,
        recorded_by_id=by.person,
    )
    finish(
        placement,
        kind="readiness.rated",
        summary=f"{rater.label}: looked at what helps, {plural(len(answers), 'answer')}",
        by=by,
        on=on,
        after={"rater": rater.value, "half_term": rating.half_term, "answers": len(answers)},
    )
    return rating
