"""What the form of a review opens with: the one before, the targets, who can do things, the chain."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homeward.due import queries as due
from homeward.organisations.access import Access
from homeward.placements.codes import LineKind
from homeward.placements.models import Placement, Review, ReviewProgress
from homeward.placements.queries import plan
from homeward.placements.queries.chain import Total, total
from homeward.placements.queries.owners import Owner, owners
from homeward.placements.rules.plan import Line
from homeward.placements.rules.return_review import RETURN_REVIEW
from homeward.placements.rules.review import REVIEW
from homeward.placements.rules.review_saying import PROGRESS


@dataclass(frozen=True, slots=True)
class Target:
    """A target of the plan as it stands, and how far it was said to be at the review before."""

    line: Line
    says: str = ""
    seen_on: date | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """What to know while a review is recorded."""

    child: str
    last: Review | None
    due_on: date | None
    next_due_on: date | None
    targets: tuple[Target, ...]
    owners: tuple[Owner, ...]
    ends_on: date | None
    total: Total


def opening(access: Access, placement: Placement, *, on: date) -> Opening:
    """Open the form of a review: twelve queries at most."""
    lines = due.lines_about(access, placement.reference, on)
    asked = {REVIEW, RETURN_REVIEW}
    now = [line.due_on for line in lines.now if line.kind in asked and line.due_on]
    coming = [line.due_on for line in lines.coming if line.kind in asked and line.due_on]
    return Opening(
        child=placement.pupil.known_as,
        last=Review.objects.filter(placement=placement).order_by("-held_on", "-id").first(),
        due_on=min(now, default=None),
        next_due_on=min(coming, default=None),
        targets=targets(access, placement),
        owners=owners(access, placement, on=on),
        ends_on=placement.ends_on,
        total=total(access, placement, on=on),
    )


def targets(access: Access, placement: Placement) -> tuple[Target, ...]:
    """The targets of the newest plan, each with the progress said last: three queries."""
    lines = plan.latest(access, placement).text.of(LineKind.TARGET)
    said: dict[UUID, tuple[str, date]] = {}
    rows = ReviewProgress.objects.filter(placement=placement).order_by("review__held_on", "id")
    for thread, progress, held_on in rows.values_list("thread", "progress", "review__held_on"):
        said[thread] = (PROGRESS[progress], held_on)
    return tuple(Target(line, *said.get(line.thread, ("", None))) for line in lines)
