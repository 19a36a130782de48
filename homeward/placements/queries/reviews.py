"""What the pages of a review and of an ending show around their forms."""

from dataclasses import dataclass
from datetime import date

from homeward.due import queries as due
from homeward.organisations.access import Access
from homeward.placements.models import Ending, Placement, Review
from homeward.placements.queries.facts import bare_facts
from homeward.placements.rules.review import REVIEW


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The review before this one, and the days by which this and the one after it are due."""

    last: Review | None
    due_on: date | None
    next_due_on: date | None


def review_page(access: Access, placement: Placement, *, on: date) -> ReviewPage:
    """What to know while a review is recorded: three queries."""
    lines = due.lines_about(access, placement.reference, on)
    now = [line.due_on for line in lines.now if line.kind == REVIEW and line.due_on]
    coming = [line.due_on for line in lines.coming if line.kind == REVIEW and line.due_on]
    return ReviewPage(
        last=Review.objects.filter(placement=placement).order_by("-held_on", "-id").first(),
        due_on=min(now, default=None),
        next_due_on=min(coming, default=None),
    )


@dataclass(frozen=True, slots=True)
class EndingPage:
    """Whether the placement can end, and how it did where it has."""

    ending: Ending | None
    begins_on: date | None
    has_started: bool


def ending_page(access: Access, placement: Placement, *, on: date) -> EndingPage:
    """What to know while an ending is recorded: one query at most."""
    facts = bare_facts(access, placement)
    ending = None
    if placement.ended_on:
        ending = Ending.objects.filter(placement=placement).select_related("recorded_by").first()
    return EndingPage(
        ending=ending,
        begins_on=facts.begins_on,
        has_started=bool(facts.agreed_on or facts.urgent_on or facts.first_session_on),
    )
