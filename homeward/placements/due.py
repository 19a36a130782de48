"""The kinds of things that are due about a placement: what each asks, why, and its one button."""

from collections.abc import Callable, Collection, Mapping
from uuid import UUID

from django.urls import reverse

from homeward.due.kinds import Described, Kind, describer, register, stands_first
from homeward.organisations.access import Access
from homeward.placements import queries
from homeward.placements.rules import (
    checks,
    contact,
    early_days,
    ladder,
    messages,
    move,
    prepared,
    readiness,
    return_review,
    review,
    review_action,
)

DESCRIBER = "placements"


def describe(access: Access, abouts: Collection[UUID]) -> Mapping[UUID, Described]:
    """Name the child, the provider and the page of each placement the person may see: one query."""
    return {
        row.reference: Described(
            child=row.child,
            place=row.place,
            url=reverse("placements:placement", args=[row.reference]),
        )
        for row in queries.names(access, abouts)
    }


def _at(name: str) -> Callable[[UUID, str], str]:
    return lambda about, period: reverse(f"placements:{name}", args=[about])


def _telling(about: UUID, period: str) -> str:
    return reverse("placements:telling", args=[about, period])


def _action(about: UUID, period: str) -> str:
    return reverse("placements:action", args=[about, period])


def _milestone(about: UUID, period: str) -> str:
    return reverse("placements:milestone", args=[about, period])


def _return_gap(about: UUID, period: str) -> str:
    """The page on which a gap of the school is closed."""
    key = ladder.AUTHORITY if period.startswith(ladder.AUTHORITY) else period
    name, more = prepared.PAGES[key]
    return reverse(f"placements:{name}", kwargs={"reference": about, **more})


def _adjustment(about: UUID, period: str) -> str:
    return reverse("placements:adjustment", args=[about, period])


def _full_time(about: UUID, period: str) -> str:
    return reverse("placements:ladder_move", args=[about]) + "?kind=full_time"


def _invitation(about: UUID, period: str) -> str:
    return reverse("placements:new_message", args=[about, "review_invitation"])


def _again(about: UUID, period: str) -> str:
    return reverse("placements:new_message", args=[about, "asked_again"]) + f"?about={period}"


def _message(about: UUID, period: str) -> str:
    return reverse("placements:message", args=[about, period])


def _check(about: UUID, period: str) -> str:
    return reverse("placements:record_check", args=[about, period])


_KINDS = (
    Kind(
        name=contact.WEEKLY_CONTACT,
        passage="reintegration/weekly-contact",
        title="Weekly contact",
        sentence="Speak with {child}{subject}",
        button="Record contact",
        address=_at("record_contact"),
        describer=DESCRIBER,
        finished="Every child has been seen this week",
        is_one_at_a_time=True,
    ),
    Kind(
        name=review.REVIEW,
        passage="safeguarding/half-termly-review",
        title="Review",
        sentence="Hold a review for {child}",
        button="Record review",
        address=_at("record_review"),
        describer=DESCRIBER,
    ),
    Kind(
        name=return_review.RETURN_REVIEW,
        passage="house/return-review",
        title="Review before the end",
        sentence="Hold the review that decides what comes next for {child}",
        button="Record review",
        address=_at("record_review"),
        describer=DESCRIBER,
    ),
    Kind(
        name=return_review.RETURN_WARNING,
        passage="house/return-review",
        title="No review before the end yet",
        sentence="No review has decided what comes next for {child}: see that it is held",
        button="Record review",
        address=_at("record_review"),
        describer=DESCRIBER,
    ),
    Kind(
        name=return_review.RETURN_ESCALATION,
        passage="house/return-review",
        title="No review before the end, to the authority",
        sentence="The end is near and no review has decided what comes next for {child}: ask the school",
        button="Record review",
        address=_at("record_review"),
        describer=DESCRIBER,
    ),
    Kind(
        name=review_action.ACTION,
        passage="safeguarding/half-termly-review",
        title="Action of a review",
        sentence="Decided in a review: {subject}",
        button="Record as done",
        address=_action,
        describer=DESCRIBER,
    ),
    Kind(
        name=early_days.TELL,
        passage="house/told-by-the-start",
        title="Told by the start",
        sentence="Tell {subject}: how long it lasts and what comes next",
        button="Record who was told",
        address=_telling,
        describer=DESCRIBER,
    ),
    Kind(
        name=early_days.MILESTONE,
        passage="reintegration/return-planned-from-the-start",
        title="Step of the plan",
        sentence="A step of the plan: {subject}",
        button="Record step",
        address=_milestone,
        describer=DESCRIBER,
    ),
    Kind(
        name=early_days.BELONGING,
        passage="reintegration/still-a-pupil",
        title="Still one of us",
        sentence="Look at how {child} still belongs to the home school",
        button="Record belonging",
        address=_at("record_belonging"),
        describer=DESCRIBER,
    ),
    Kind(
        name=readiness.READINESS,
        passage="house/readiness",
        title="Looking at what helps",
        sentence="Look at what helps {child} now, beside how the others see it",
        button="Say how you see it",
        address=_at("rate_readiness"),
        describer=DESCRIBER,
    ),
    Kind(
        name=messages.INVITE,
        passage="house/review-invitation",
        title="Invitation to a review",
        sentence="Invite the family of {child} to the review on {subject}",
        button="Write the invitation",
        address=_invitation,
        describer=DESCRIBER,
    ),
    Kind(
        name=messages.ASK_AGAIN,
        passage="house/asked-again",
        title="Not answered yet",
        sentence="Ask again: {subject}",
        button="Ask again",
        address=_again,
        describer=DESCRIBER,
    ),
    Kind(
        name=messages.BOUNCED,
        passage="house/asked-again",
        title="A message came back",
        sentence="An email to {subject} came back: reach them another way",
        button="Reach them another way",
        address=_message,
        describer=DESCRIBER,
    ),
    Kind(
        name=early_days.START_GAP,
        passage="house/urgent-start",
        title="Gap of an urgent start",
        sentence="Started before the plan was whole. {subject}",
        button="Close the gap",
        address=_at("agreement"),
        describer=DESCRIBER,
        may_waive=False,
        is_first=True,
    ),
    Kind(
        name=early_days.DUE_BACK,
        passage="house/due-back",
        title="Due back",
        sentence="Decide: {child} is due back",
        button="Record what happened",
        address=_at("record_ending"),
        describer=DESCRIBER,
        may_waive=False,
    ),
    Kind(
        name=prepared.FIRST_DAY,
        passage="house/due-back",
        title="First day back",
        sentence="Record that {child} came back, or set another day",
        button="Record the first day",
        address=_at("record_return"),
        describer=DESCRIBER,
    ),
    Kind(
        name=prepared.PREPARED,
        passage="reintegration/plan-of-support",
        title="School is prepared",
        sentence="Mark that the school is prepared for {child}",
        button="See what is missing",
        address=_at("coming_back"),
        describer=DESCRIBER,
    ),
    Kind(
        name=prepared.RETURN_GAP,
        passage="reintegration/plan-of-support",
        title="Gap of a return",
        sentence="{child} is back at school. {subject}",
        button="Close the gap",
        address=_return_gap,
        describer=DESCRIBER,
        may_waive=False,
    ),
    Kind(
        name=prepared.ADJUSTMENT,
        passage="reintegration/adjustments",
        title="Adjustment in place",
        sentence="Is it in place for {child}? {subject}",
        button="Say whether it is in place",
        address=_adjustment,
        describer=DESCRIBER,
    ),
    Kind(
        name=ladder.LADDER_GAP,
        passage="house/ladder-length",
        title="Before part-time",
        sentence="Part-time for {child} still needs {subject}",
        button="Record it",
        address=_return_gap,
        describer=DESCRIBER,
        may_waive=False,
    ),
    Kind(
        name=ladder.LOOK,
        passage="house/ladder-length",
        title="Look at the ladder",
        sentence="Look at how the steps go for {child}: on, stay, or a step back",
        button="Record the look",
        address=_at("ladder_move"),
        describer=DESCRIBER,
        is_one_at_a_time=True,
    ),
    Kind(
        name=ladder.FULL_TIME,
        passage="part-time/limits",
        title="Full time",
        sentence="{child} is to be full time at school: record it, or set another day",
        button="Record full time",
        address=_full_time,
        describer=DESCRIBER,
    ),
    Kind(
        name=ladder.FULL_TIME_OFFER,
        passage="part-time/limits",
        title="Offer full time",
        sentence="The parent did not agree to part-time: offer {child} full time",
        button="Offer full time",
        address=_at("write_ladder"),
        describer=DESCRIBER,
        may_waive=False,
    ),
    Kind(
        name=checks.CHECK,
        passage="house/did-it-last",
        title="Did it last?",
        sentence="Does it still hold for {child}? This is the {subject}",
        button="Answer the check",
        address=_check,
        describer=DESCRIBER,
    ),
    Kind(
        name=checks.AUTHORITY_CHECK,
        passage="house/endings-checked",
        title="The authority’s check",
        sentence="Look after {child}, who {subject}",
        button="Record the check",
        address=_at("authority_check"),
        describer=DESCRIBER,
        may_waive=False,
    ),
    Kind(
        name=move.MOVE_ANSWER,
        passage="house/move-answer",
        title="Answer to a move",
        sentence="Answer whether {child} may come",
        button="Answer",
        address=_at("answer_move"),
        describer=DESCRIBER,
        may_waive=False,
    ),
    Kind(
        name=move.MOVE_ADULT,
        passage="house/move-prepared",
        title="Named adult at the new place",
        sentence="Name the adult to whom {child} can go at the new place",
        button="Name the adult",
        address=_at("move_adult"),
        describer=DESCRIBER,
    ),
    Kind(
        name=move.MOVE_BRIEF,
        passage="house/move-prepared",
        title="Staff briefed at the new place",
        sentence="Brief the staff of the new place before {child} comes",
        button="Record the briefing",
        address=_at("move_briefing"),
        describer=DESCRIBER,
    ),
    Kind(
        name=move.MOVE_FIRST_DAY,
        passage="house/move-prepared",
        title="First day at the new place",
        sentence="Record the first day of {child} at the new place",
        button="Record the first day",
        address=_at("move_first_day"),
        describer=DESCRIBER,
        may_waive=False,
    ),
    Kind(
        name=move.WAITING,
        passage="house/ready-and-waiting",
        title="Ready and waiting",
        sentence="Find a place for {child}: {subject}",
        button="Open the wait",
        address=_at("waiting"),
        describer=DESCRIBER,
        may_waive=False,
    ),
)


def declare() -> None:
    """Declare every kind and how placements are described."""
    describer(DESCRIBER, describe)
    stands_first(queries.started_with_gaps)
    for kind in _KINDS:
        register(kind)
