"""The reviews of a placement, what came of them, and the changes of the last day."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homeward.organisations.access import Access
from homeward.placements.models import (
    EndDateChange,
    Placement,
    PlanLine,
    Review,
    ReviewAction,
    ReviewProgress,
)
from homeward.placements.queries.chain import Total, total, with_end
from homeward.placements.queries.facts import bare_facts
from homeward.placements.queries.visible import NotVisible
from homeward.placements.rules.review_saying import (
    PROGRESS,
    before_start_said,
    chain_says,
    end_saved,
    review_saved,
    same_day_said,
)
from homeward.web.days import day


@dataclass(frozen=True, slots=True)
class Held:
    """One review with the actions that came of it."""

    review: Review
    actions: tuple[ReviewAction, ...]
    change: EndDateChange | None = None

    @property
    def open_actions(self) -> int:
        return sum(action.done_on is None for action in self.actions)


@dataclass(frozen=True, slots=True)
class ReviewsPage:
    """Every review of a placement, newest first, its open actions, and how the last day moved."""

    held: tuple[Held, ...]
    changes: tuple[EndDateChange, ...]
    total: Total
    may_change_end: bool

    @property
    def open_actions(self) -> tuple[ReviewAction, ...]:
        actions = [one for held in self.held for one in held.actions if one.done_on is None]
        return tuple(sorted(actions, key=lambda one: (one.by_on, one.pk)))


def reviews_page(access: Access, placement: Placement, *, on: date) -> ReviewsPage:
    """Read the list: nine queries."""
    changes = changes_of_end(access, placement)
    return ReviewsPage(
        held=_held(placement, _reviews(placement), changes),
        changes=changes,
        total=total(access, placement, on=on),
        may_change_end=_has_started(placement) and placement.ended_on is None,
    )


def changes_of_end(access: Access, placement: Placement) -> tuple[EndDateChange, ...]:
    """How the intended last day was changed, newest first: one query."""
    rows = EndDateChange.objects.filter(placement=placement).select_related("changed_by", "review")
    return tuple(rows.order_by("-id"))


@dataclass(frozen=True, slots=True)
class EndDatePage:
    """The last day that stands, how it moved, and the reviews in which it can be decided."""

    reviews: tuple[Review, ...]
    changes: tuple[EndDateChange, ...]
    total: Total
    has_started: bool

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The reviews as a list to choose from: what the form sends, and what a person reads."""
        return [
            (
                str(one.reference),
                f"{day(one.held_on)}: {one.get_decision_display()}"
                if one.decision
                else day(one.held_on),
            )
            for one in self.reviews
        ]


def end_date_page(access: Access, placement: Placement, *, on: date) -> EndDatePage:
    """Read what stands around a change of the last day: eight queries."""
    return EndDatePage(
        reviews=tuple(_reviews(placement)),
        changes=changes_of_end(access, placement),
        total=total(access, placement, on=on),
        has_started=_has_started(placement),
    )


@dataclass(frozen=True, slots=True)
class Reached:
    """How far one target had come at a review."""

    what: str
    progress: int
    says: str
    note: str


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One review in full."""

    held: Held
    reached: tuple[Reached, ...]
    is_latest: bool
    same_day: tuple[Review, ...]


def review_page(access: Access, placement: Placement, reference: UUID) -> ReviewPage:
    """Read one review: five queries. Raises NotVisible."""
    everything = _reviews(placement)
    review = next((one for one in everything if one.reference == reference), None)
    if review is None:
        raise NotVisible
    changes = changes_of_end(access, placement)
    return ReviewPage(
        held=_held(placement, [review], changes)[0],
        reached=_reached(review),
        is_latest=review == everything[0],
        same_day=tuple(
            one for one in everything if one.held_on == review.held_on and one != review
        ),
    )


def action(access: Access, placement: Placement, reference: UUID) -> ReviewAction:
    """One action of a review of a placement. Raises NotVisible."""
    found = (
        ReviewAction.objects.filter(placement=placement, reference=reference)
        .select_related("review", "person")
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def review(access: Access, placement: Placement, reference: str) -> Review | None:
    """The review that was chosen from a list, or None."""
    return next((one for one in _reviews(placement) if str(one.reference) == reference), None)


def saved(access: Access, placement: Placement, written: Review, *, on: date) -> list[str]:
    """What there is to say once a review was written."""
    others = Review.objects.filter(placement=placement, held_on=written.held_on)
    names = others.exclude(pk=written.pk).order_by("id").values_list("recorded_by__name", flat=True)
    said = [
        review_saved(written.next_on, on, actions=written.actions.count()),
        end_says(access, placement, written, on=on),
        same_day_said(sorted(set(names))),
        before_start_said(written.held_on, bare_facts(access, placement).begins_on, on),
    ]
    return [one for one in said if one]


def end_says(access: Access, placement: Placement, written: Review, *, on: date) -> str:
    """What a review made of the last day and the chain; empty where it left them."""
    change = EndDateChange.objects.filter(review=written).first()
    return "" if change is None else end_saved_said(access, placement, change.new_on, on=on)


def end_saved_said(access: Access, placement: Placement, new_on: date, *, on: date) -> str:
    """That another last day stands, with the length of the chain."""
    measured = total(access, placement, on=on)
    chain = measured.journey.chain
    return end_saved(new_on, on, chain_says(chain, limit=measured.limit, is_planned=True))


def would_make(
    access: Access, placement: Placement, before: Total, ends_on: date | None, *, on: date
) -> str:
    """What another last day would make of the chain; empty where none was typed."""
    if ends_on is None:
        return ""
    after = with_end(access, placement, before, ends_on=ends_on, on=on)
    return chain_says(after.chain, limit=before.limit, is_planned=True)


def _has_started(placement: Placement) -> bool:
    return bool(placement.agreed_on or placement.urgent_on or placement.first_session_on)


def _reviews(placement: Placement) -> list[Review]:
    rows = Review.objects.filter(placement=placement).select_related("recorded_by")
    return list(rows.order_by("-held_on", "-id"))


def _held(
    placement: Placement, reviews: Sequence[Review], changes: Sequence[EndDateChange]
) -> tuple[Held, ...]:
    actions: dict[int, list[ReviewAction]] = defaultdict(list)
    for row in ReviewAction.objects.filter(review__in=reviews).order_by("by_on", "id"):
        actions[row.review_id].append(row)
    by_review = {change.review_id: change for change in changes if change.review_id}
    return tuple(Held(one, tuple(actions[one.pk]), by_review.get(one.pk)) for one in reviews)


def _reached(review: Review) -> tuple[Reached, ...]:
    """Each target in the words that it had in the plan of that day."""
    rows = list(ReviewProgress.objects.filter(review=review).order_by("id"))
    words: dict[UUID, str] = {}
    lines = PlanLine.objects.filter(
        version__placement=review.placement_id, thread__in=[row.thread for row in rows]
    ).order_by("version__number")
    for line in lines.select_related("version"):
        if line.thread not in words or line.version.written_on <= review.recorded_on:
            words[line.thread] = line.what
    return tuple(
        Reached(words.get(row.thread, ""), row.progress, PROGRESS[row.progress], row.note)
        for row in rows
    )
