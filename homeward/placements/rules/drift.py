"""Drift: the one thing that is most wrong with a placement, in a sentence with its numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from homeward.placements.codes import DriftKind, Route
from homeward.placements.rules.saying import near_day
from homeward.reference.guidance import Passage, cites, passage

TWO_WEEKS = 2
TWICE = 2
LAST_DAYS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DriftFacts:
    """What the overview knows of one placement: `is_open` until it ends, checked afterwards.

    `begun_by` is the day on which an urgent start was allowed, or on which the child came.
    `missed_weeks` counts the school weeks since the child was last spoken with whose contact is late.
    `prepared_by` is the day by which the school is to be marked prepared, and `full_time_by` the one
    from which the child is to be full-time, each while that is still open; `decision_due_on` the one
    of the review before the planned end.
    """

    is_open: bool = True
    is_agreed: bool = True
    begins_on: date | None = None
    ends_on: date | None = None
    begun_by: date | None = None
    gaps: int = 0
    gaps_due_on: date | None = None
    extensions: int = 0
    missed_weeks: int = 0
    last_spoken_on: date | None = None
    check_due_on: date | None = None
    check: str = "A check"
    route: str = Route.HOME_SCHOOL
    came_back_on: date | None = None
    prepared_by: date | None = None
    full_time_by: date | None = None
    ladder_misses: str = ""
    review_due_on: date | None = None
    decision_due_on: date | None = None
    waiting_from_on: date | None = None
    waiting_school_days: int | None = None


@dataclass(frozen=True, slots=True)
class Drift:
    """What is most wrong. `weight` is 0 where nothing is, and the higher the worse."""

    kind: DriftKind
    sentence: str
    rule: Passage | None = None

    @property
    def weight(self) -> int:
        return weight(self.kind)

    @property
    def is_wrong(self) -> bool:
        return self.kind is not DriftKind.ON_COURSE


def weight(kind: DriftKind) -> int:
    """How much worse one kind of drift is than another: kinds are listed the worst first."""
    return len(DriftKind) - 1 - list(DriftKind).index(kind)


@cites(
    "house/urgent-start",
    "house/due-back",
    "reintegration/weekly-contact",
    "house/did-it-last",
    "reintegration/adjustments",
    "house/ready-and-waiting",
    "reintegration/plan-from-the-start",
    "safeguarding/half-termly-review",
    "house/return-review",
    "house/ladder-length",
    "house/short-term",
)
def drift(facts: DriftFacts, on: date) -> Drift:
    """Say the worst thing that is wrong with a placement on a day, or that it is on course."""
    for kind, says, key in _RULES:
        sentence = says(facts, on)
        if sentence:
            return Drift(kind, sentence, passage(key))
    return Drift(DriftKind.ON_COURSE, _on_course(facts, on))


def _gaps(facts: DriftFacts, on: date) -> str:
    if not facts.is_open or facts.is_agreed:
        return ""
    since = f" on {near_day(facts.begun_by, on)}" if facts.begun_by else ""
    if not facts.gaps:
        return f"Started{since} before it was agreed; every gap is closed, but it is not marked agreed."
    gaps = "1 gap" if facts.gaps == 1 else f"{facts.gaps} gaps"
    be = "is" if facts.gaps == 1 else "are"
    started = f"Started{since} with gaps: {gaps} {be} still open"
    if facts.gaps_due_on is None:
        return f"{started}."
    if facts.gaps_due_on < on:
        return f"{started}, {_days(on - facts.gaps_due_on)} late."
    return f"{started}, due by {near_day(facts.gaps_due_on, on)}."


def _past_end(facts: DriftFacts, on: date) -> str:
    if not facts.is_open or facts.ends_on is None or facts.ends_on >= on:
        return ""
    if facts.came_back_on is not None and facts.came_back_on <= on:
        return ""
    past = f"{_days(on - facts.ends_on)} past its intended end"
    return f"{past}{_extended(facts)}; no decision."


def _not_spoken(facts: DriftFacts, on: date) -> str:
    if not facts.is_open or facts.missed_weeks < TWO_WEEKS:
        return ""
    weeks = f"Not spoken with for {facts.missed_weeks} school weeks"
    if facts.last_spoken_on is None:
        return f"{weeks}: never since the start."
    return f"{weeks}: last on {near_day(facts.last_spoken_on, on)}."


def _check(facts: DriftFacts, on: date) -> str:
    if facts.is_open or facts.check_due_on is None or facts.check_due_on >= on:
        return ""
    late = _days(on - facts.check_due_on)
    due = near_day(facts.check_due_on, on)
    return f"{facts.check} is not answered: it was due by {due}, {late} ago."


def _not_prepared(facts: DriftFacts, on: date) -> str:
    day = facts.prepared_by
    if not facts.is_open or day is None or day > on + LAST_DAYS:
        return ""
    if facts.came_back_on is not None and facts.came_back_on <= on:
        since = near_day(facts.came_back_on, on)
        return f"Coming back since {since}, and the school is not marked prepared."
    if day < on:
        return f"Was to come back on {near_day(day, on)}, and the school is not marked prepared."
    when = "today" if day == on else f"on {near_day(day, on)}"
    return f"Comes back {when}, and the school is not marked prepared."


def _ladder(facts: DriftFacts, on: date) -> str:
    if not facts.is_open:
        return ""
    if facts.full_time_by is not None and facts.full_time_by < on:
        return (
            f"Part-time on the return ladder {_days(on - facts.full_time_by)} longer than planned: "
            f"full time was to be from {near_day(facts.full_time_by, on)}."
        )
    return f"The return ladder still misses {facts.ladder_misses}." if facts.ladder_misses else ""


def _no_route(facts: DriftFacts, on: date) -> str:
    if not facts.is_open or facts.route:
        return ""
    return "No route: the plan does not say where the placement leads."


def _no_review(facts: DriftFacts, on: date) -> str:
    if not facts.is_open or facts.review_due_on is None or facts.review_due_on >= on:
        return ""
    due = near_day(facts.review_due_on, on)
    return f"No review was held: one was due by {due}, {_days(on - facts.review_due_on)} ago."


def _undecided(facts: DriftFacts, on: date) -> str:
    if not facts.is_open or facts.decision_due_on is None or facts.decision_due_on >= on:
        return ""
    due, late = near_day(facts.decision_due_on, on), _days(on - facts.decision_due_on)
    return f"No review has decided what comes next: one was due by {due}, {late} ago."


def _waiting(facts: DriftFacts, on: date) -> str:
    if not facts.is_open or facts.waiting_from_on is None or facts.waiting_from_on > on:
        return ""
    since = f"since {near_day(facts.waiting_from_on, on)}"
    if facts.waiting_school_days is None:
        return f"Ready and waiting {since}: no place is found yet."
    days = _days(timedelta(days=facts.waiting_school_days), "school day")
    return f"Ready and waiting for {days}, {since}: no place is found yet."


def _often_extended(facts: DriftFacts, on: date) -> str:
    if not facts.is_open or facts.extensions < TWICE or facts.ends_on is None:
        return ""
    said = (
        f"{_extended(facts).removeprefix(', ')}; it is now to end on {near_day(facts.ends_on, on)}."
    )
    return said[:1].upper() + said[1:]


def _on_course(facts: DriftFacts, on: date) -> str:
    if not facts.is_open:
        return "Being checked: no check is late."
    if facts.begins_on is not None and facts.begins_on > on:
        return f"Starts on {near_day(facts.begins_on, on)}."
    if facts.came_back_on is not None and facts.came_back_on <= on:
        return f"Coming back step by step since {near_day(facts.came_back_on, on)}."
    if facts.ends_on is None:
        return "On course."
    if facts.ends_on == on:
        return "On course: today is the last day."
    return f"On course: {_days(facts.ends_on - on)} left."


def _extended(facts: DriftFacts) -> str:
    times = {0: "", 1: ", extended once", 2: ", extended twice"}
    return times.get(facts.extensions, f", extended {facts.extensions} times")


def _days(span: timedelta, word: str = "day") -> str:
    return f"1 {word}" if span.days == 1 else f"{span.days} {word}s"


type _Says = Callable[[DriftFacts, date], str]

_RULES: tuple[tuple[DriftKind, _Says, str], ...] = (
    (DriftKind.GAPS, _gaps, "house/urgent-start"),
    (DriftKind.PAST_END, _past_end, "house/due-back"),
    (DriftKind.NOT_SPOKEN, _not_spoken, "reintegration/weekly-contact"),
    (DriftKind.CHECK, _check, "house/did-it-last"),
    (DriftKind.NOT_PREPARED, _not_prepared, "reintegration/adjustments"),
    (DriftKind.LADDER, _ladder, "house/ladder-length"),
    (DriftKind.NO_ROUTE, _no_route, "reintegration/plan-from-the-start"),
    (DriftKind.NO_REVIEW, _no_review, "safeguarding/half-termly-review"),
    (DriftKind.NO_REVIEW, _undecided, "house/return-review"),
    (DriftKind.WAITING, _waiting, "house/ready-and-waiting"),
    (DriftKind.EXTENDED, _often_extended, "house/short-term"),
)
