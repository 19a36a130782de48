"""What the school asks one adult, and what they answered: one row, and their answers."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Subquery

from homeward.family.codes import QuestionKind
from homeward.family.models import FamilyAnswer
from homeward.family.queries.parent_page import Asked
from homeward.family.queries.reader import Reader
from homeward.organisations.access import Access
from homeward.organisations.models import School
from homeward.placements.codes import Rater
from homeward.placements.models import (
    EndDateChange,
    Ending,
    Placement,
    PlanVersion,
    ReturnLadder,
    Review,
    Sending,
)
from homeward.placements.queries import readiness
from homeward.placements.rules.saying import near_day

LETTER_OF = {
    QuestionKind.PLAN: "return_plan",
    QuestionKind.PART_TIME: "part_time_agreement",
    QuestionKind.END_DATE: "end_date_changed",
    QuestionKind.REVIEW: "review_invitation",
}
"""The letter that asks each question."""
_TITLES = {
    QuestionKind.PLAN: "Do you agree with the plan?",
    QuestionKind.PART_TIME: "Do you agree to part-time school for a while?",
    QuestionKind.END_DATE: "Do you agree with the new last day?",
    QuestionKind.REVIEW: "Will you come to the meeting?",
}


def row(access: Access, reader: Reader, placement: Placement, *, on: date) -> dict[str, Any]:
    """What single rows about a placement say, each the one that stands: one query."""
    plans, ladders = _of(PlanVersion, "-number"), _of(ReturnLadder, "-number")
    reviews, changes = _of(Review, "-held_on", "-id"), _of(EndDateChange, "-changed_on", "-id")
    mine = Sending.objects.filter(mailing__placement=OuterRef("pk"), adult=reader.adult)
    invited = mine.filter(mailing__letter=LETTER_OF[QuestionKind.REVIEW]).order_by("-id")
    endings = _of(Ending, "-id").filter(corrections__isnull=True, is_withdrawn=False)
    found = Placement.objects.filter(pk=placement.pk).values(
        plan=_one(plans, "reference"),
        plan_on=_one(plans, "written_on"),
        route=_one(plans, "route"),
        first_review_on=_one(plans, "first_review_on"),
        ladder=_one(ladders, "pk"),
        ladder_reference=_one(ladders, "reference"),
        ladder_from=_one(ladders, "starts_on"),
        ladder_to=_one(ladders, "full_time_on"),
        ladder_on=_one(ladders, "written_on"),
        review_on=_one(reviews, "next_on"),
        change=_one(changes, "reference"),
        change_to=_one(changes, "new_on"),
        change_on=_one(changes, "changed_on"),
        invitation=_one(invited, "mailing__reference"),
        invitation_about=_one(invited, "mailing__occasion"),
        invited_on=_one(invited, "mailing__made_on"),
        outcome=_one(endings, "outcome"),
        school_phone=_one(School.objects.filter(organisation=OuterRef("home_school")), "telephone"),
        team=F("commissioner_team__name"),
        team_phone=F("commissioner_team__phone"),
        has_letter=Exists(mine.filter(read_at__isnull=True)),
        **readiness.asking(Rater.PARENT, reader.adult, on=on),
    )
    return dict(found[0])


def asked(
    access: Access, reader: Reader, placement: Placement, known: Mapping[str, Any], *, on: date
) -> tuple[Asked, ...]:
    """Everything the school asks this adult now, with what they answered: one query."""
    latest = {
        one.question: one
        for one in FamilyAnswer.objects.filter(placement=placement, adult=reader.adult).order_by(
            "answered_on", "id"
        )
    }
    is_over = placement.ended_on is not None and placement.ended_on <= on
    found = [
        _asked(kind, beside, detail, day, latest.get(kind))
        for kind, beside, detail, day in _questions(known, on)
        if beside and (not is_over or kind in latest)
    ]
    return tuple(found)


def _questions(
    known: Mapping[str, Any], on: date
) -> list[tuple[QuestionKind, UUID | None, str, date | None]]:
    meeting_on = known["review_on"] or known["first_review_on"]
    ladder = known["ladder_reference"]
    is_part_time = ladder and known["ladder_to"] > known["ladder_from"]
    return [
        (
            QuestionKind.REVIEW,
            (known["invitation_about"] or known["invitation"]) if known["invitation"] else None,
            f"It is on {near_day(meeting_on, on)}." if meeting_on else "",
            known["invited_on"],
        ),
        (
            QuestionKind.PART_TIME,
            ladder if is_part_time else None,
            f"From {near_day(known['ladder_from'], on)}. Full time from"
            f" {near_day(known['ladder_to'], on)}."
            if is_part_time
            else "",
            known["ladder_on"],
        ),
        (
            QuestionKind.END_DATE,
            known["change"],
            f"The new last day is {near_day(known['change_to'], on)}." if known["change"] else "",
            known["change_on"],
        ),
        (
            QuestionKind.PLAN,
            known["plan"],
            f"It was written on {near_day(known['plan_on'], on)}." if known["plan"] else "",
            known["plan_on"],
        ),
    ]


def _asked(
    kind: QuestionKind, beside: UUID, detail: str, day: date | None, answer: FamilyAnswer | None
) -> Asked:
    return Asked(
        question=kind,
        beside=beside,
        title=_TITLES[kind],
        detail=detail,
        asked_on=day,
        is_yes=answer.is_yes if answer else None,
        answered_on=answer.answered_on if answer else None,
        said=answer.said if answer else "",
        is_changed=answer is not None and answer.beside != beside,
    )


def _of(model: Any, *order: str) -> Any:
    return model.objects.filter(placement=OuterRef("pk")).order_by(*order)


def _one(rows: Any, name: str) -> Subquery:
    return Subquery(rows.values(name)[:1])
