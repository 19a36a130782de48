"""The start gate: what a placement must say before it may be marked agreed.

Each gap names the promise it protects. A gap withholds a mark; it never stands between a child
and a place to be.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from homeward.placements.codes import Kind, LineKind, Route
from homeward.placements.rules.facts import GapFact
from homeward.placements.rules.journey import LengthWarning
from homeward.placements.rules.plan import Line, PlanText
from homeward.reference.guidance import cites


@dataclass(frozen=True, slots=True)
class Gap(GapFact):
    """A gap, the passage whose promise it protects, and the short page that closes it."""

    passage: str
    section: str
    is_postponable: bool = True


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """One planned session of the week: weekday 0 to 4, morning or afternoon."""

    weekday: int
    half: str
    minutes: int
    has_address: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """What the gate looks at."""

    kind: str = ""
    reason: str = ""
    legal_basis: str = ""
    has_provider: bool = False
    standing: str = "unknown"
    confirmation: str = "none"
    starts_on: date | None = None
    ends_on: date | None = None
    ends_because: str = ""
    immediate_need: str = ""
    objective: str = ""
    objective_baseline: str = ""
    sessions: tuple[PlannedSession, ...] = ()
    overlap: str = ""
    concurrent_minutes: int = 0
    has_weekly_contact: bool = False
    has_key_worker: bool = False
    has_post16_lead: bool = False
    is_key_stage_4: bool = False
    plan: PlanText | None = None


@cites("reintegration/plan-from-the-start", "reintegration/length")
def gaps(draft: Draft, *, full_time_hours: int) -> list[Gap]:
    """Every promise that a draft does not yet keep, in the order of the task list."""
    return [
        *_why(draft),
        *_where(draft),
        *_when(draft),
        *_week(draft),
        *_kind_fits(draft, full_time_hours),
        *_people(draft),
        *_plan(draft),
    ]


def weekly_minutes(sessions: tuple[PlannedSession, ...]) -> int:
    return sum(session.minutes for session in sessions)


@cites("reintegration/immediate-need")
def _why(draft: Draft) -> Iterator[Gap]:
    if not draft.reason:
        yield Gap(
            "reason", "Say why the placement is needed.", "reintegration/immediate-need", "why"
        )
    if not draft.legal_basis:
        yield Gap(
            "legal-basis",
            "Say on what basis it is arranged.",
            "reintegration/immediate-need",
            "why",
        )
    if not draft.immediate_need.strip():
        yield Gap(
            "immediate-need",
            "Write the child's immediate need.",
            "reintegration/immediate-need",
            "why",
        )
    if not draft.objective.strip() or not draft.objective_baseline.strip():
        yield Gap(
            "objective",
            "Write an objective that can be measured, and where the child is now.",
            "reintegration/immediate-need",
            "why",
        )


@cites(
    "safeguarding/where-the-child-is",
    "safeguarding/written-confirmation",
    "house/spoken-confirmation",
)
def _where(draft: Draft) -> Iterator[Gap]:
    if not draft.has_provider:
        yield Gap(
            "provider",
            "Choose the provider.",
            "safeguarding/where-the-child-is",
            "provider",
            is_postponable=False,
        )
        return
    if draft.standing == "unknown":
        yield Gap(
            "registration",
            "Find out whether the provider is registered, and record it.",
            "reintegration/unregistered-is-short-term",
            "provider",
        )
    if draft.confirmation not in {"written", "spoken"}:
        yield Gap(
            "safeguarding",
            "Get the provider's written confirmation of safeguarding checks. "
            "For an urgent start a spoken one will do until the next school day.",
            "safeguarding/written-confirmation",
            "provider",
            is_postponable=False,
        )
    elif draft.confirmation == "spoken":
        yield Gap(
            "safeguarding-in-writing",
            "The safeguarding confirmation was spoken: get it in writing.",
            "safeguarding/written-confirmation",
            "provider",
        )


@cites("reintegration/length", "reintegration/short-term-is-planned")
def _when(draft: Draft) -> Iterator[Gap]:
    if not draft.kind:
        yield Gap("kind", "Say what kind of placement it is.", "reintegration/length", "dates")
    if draft.starts_on is None:
        yield Gap("starts-on", "Set the first day.", "reintegration/length", "dates")
    if draft.ends_on is None:
        yield Gap("ends-on", "Set the intended last day.", "reintegration/length", "dates")
    elif not draft.ends_because.strip():
        yield Gap(
            "ends-because",
            "Say why it is meant to last until then.",
            "reintegration/length",
            "dates",
        )


@cites("safeguarding/where-the-child-is")
def _week(draft: Draft) -> Iterator[Gap]:
    if not draft.sessions:
        yield Gap(
            "sessions",
            "Plan the week: which mornings and afternoons.",
            "safeguarding/where-the-child-is",
            "week",
            is_postponable=False,
        )
    elif not all(session.has_address for session in draft.sessions):
        yield Gap(
            "session-address",
            "Give each session an address.",
            "safeguarding/where-the-child-is",
            "week",
            is_postponable=False,
        )
    if draft.overlap:
        yield Gap(
            "overlap",
            f"{draft.overlap}: a child cannot be planned in two places at once.",
            "safeguarding/where-the-child-is",
            "week",
            is_postponable=False,
        )


@cites("reintegration/key-stage-4", "local/same-amount", "reintegration/unregistered-is-short-term")
def _kind_fits(draft: Draft, full_time_hours: int) -> Iterator[Gap]:
    if draft.kind != Kind.KS4_TO_END:
        return
    if not draft.is_key_stage_4:
        yield Gap(
            "ks4-year",
            "To the end of Year 11 is only for Key Stage 4 (Years 10 and 11).",
            "reintegration/key-stage-4",
            "dates",
        )
    if draft.has_provider and draft.standing == "unregistered":
        yield Gap(
            "ks4-registered",
            "To the end of Year 11 is only for a registered provider. "
            "Every placement with an unregistered one is short term.",
            "reintegration/key-stage-4",
            "dates",
        )
    if (
        draft.sessions
        and weekly_minutes(draft.sessions) + draft.concurrent_minutes <= full_time_hours * 60
    ):
        yield Gap(
            "ks4-full-time",
            f"To the end of Year 11 is only for full time: more than {full_time_hours} hours a week.",
            "reintegration/key-stage-4",
            "week",
        )


@cites("reintegration/weekly-contact", "reintegration/post-16-role")
def _people(draft: Draft) -> Iterator[Gap]:
    if not draft.has_weekly_contact:
        yield Gap(
            "weekly-contact-adult",
            "Name the adult who will speak with the child each week.",
            "reintegration/weekly-contact",
            "people",
        )
    if not draft.has_key_worker:
        yield Gap(
            "key-worker",
            "Name the provider's key worker.",
            "reintegration/plan-from-the-start",
            "people",
        )
    if draft.kind == Kind.KS4_TO_END and not draft.has_post16_lead:
        yield Gap("post16-lead", "Name a post-16 lead.", "reintegration/post-16-role", "people")


@cites(
    "reintegration/plan-from-the-start",
    "reintegration/longer-term-plan",
    "reintegration/clear-expectations",
    "reintegration/realistic-targets",
    "reintegration/september-destination",
    "safeguarding/half-termly-review",
    "reintegration/return-planned-from-the-start",
)
def _plan(draft: Draft) -> Iterator[Gap]:
    plan = draft.plan or PlanText()
    if draft.kind == Kind.KS4_TO_END:
        yield from _ks4_plan(plan)
    else:
        yield from _route(draft, plan)
    if not any(_can_be_measured(target) for target in plan.of(LineKind.TARGET)):
        yield Gap(
            "targets",
            "Write at least one target with a baseline, a measure and a date.",
            "reintegration/realistic-targets",
            "targets",
        )
    if not plan.of(LineKind.MILESTONE):
        yield Gap(
            "milestones",
            "Write the dated steps of the plan, the first in the first week.",
            "reintegration/return-planned-from-the-start",
            "milestones",
        )
    elif draft.starts_on and not _has_step_in_first_week(plan, draft.starts_on):
        yield Gap(
            "first-week-milestone",
            "Planning begins at the start: date one step in the first week.",
            "reintegration/return-planned-from-the-start",
            "milestones",
        )
    if plan.first_review_on is None:
        yield Gap(
            "first-review",
            "Set the date of the first review.",
            "safeguarding/half-termly-review",
            "review",
        )


def _route(draft: Draft, plan: PlanText) -> Iterator[Gap]:
    if not plan.route:
        yield Gap(
            "route",
            "Say where the placement leads: back to the home school, on, or post-16.",
            "reintegration/plan-from-the-start",
            "route",
        )
    if plan.target_on is None:
        yield Gap(
            "target-date",
            "Set the target date of the return or the move.",
            "reintegration/plan-from-the-start",
            "route",
        )
    if not plan.looked_for.strip():
        yield Gap(
            "looked-for",
            "Write what we look for before the return or the move.",
            "reintegration/clear-expectations",
            "route",
        )
    needs_owner = draft.standing != "registered" or plan.route in {
        Route.NEW_SCHOOL,
        Route.LONG_TERM,
    }
    if needs_owner and not (plan.route_owner.strip() and _has_next_step(plan)):
        yield Gap(
            "route-owner",
            "Name who takes the longer-term route forward, their next step and its date.",
            "reintegration/longer-term-plan",
            "route",
        )


def _ks4_plan(plan: PlanText) -> Iterator[Gap]:
    if plan.route not in ("", Route.POST_16):
        yield Gap(
            "route",
            "The route of a placement to the end of Year 11 is post-16.",
            "reintegration/september-destination",
            "route",
        )
    if not _has_next_step(plan):
        yield Gap(
            "destination-step",
            "Write the first step towards a September destination, with its date.",
            "reintegration/september-destination",
            "route",
        )


def _has_next_step(plan: PlanText) -> bool:
    return bool(plan.route_next_step.strip() and plan.route_next_on)


def _can_be_measured(target: Line) -> bool:
    texts = (target.what, target.baseline, target.measure)
    return all(text.strip() for text in texts) and target.by_on is not None


def _has_step_in_first_week(plan: PlanText, starts_on: date) -> bool:
    return any(
        line.by_on is not None and (line.by_on - starts_on).days < 7
        for line in plan.of(LineKind.MILESTONE)
    )


@cites("unregistered/twelve-weeks", "house/unregistered-sessions")
def warnings(draft: Draft, *, short_term_weeks: int, weekly_sessions: int) -> list[LengthWarning]:
    """National intentions that are not law (R-UAP-01): they warn, and never block."""
    found: list[LengthWarning] = []
    if draft.standing == "registered" or not draft.has_provider:
        return found
    if draft.starts_on and draft.ends_on:
        weeks = ((draft.ends_on - draft.starts_on).days + 7) // 7
        if weeks > short_term_weeks:
            found.append(
                LengthWarning(
                    f"Planned for {weeks} weeks. Short term with an unregistered provider is at "
                    f"most {short_term_weeks}.",
                    "unregistered/twelve-weeks",
                )
            )
    if len(draft.sessions) > weekly_sessions:
        found.append(
            LengthWarning(
                f"{len(draft.sessions)} sessions a week. The national intention for a longer "
                f"part-time placement is at most {weekly_sessions}.",
                "house/unregistered-sessions",
            )
        )
    return found
