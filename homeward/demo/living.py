"""The life of a placement after its plan: agreed, told, begun, reviewed, ended."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from homeward.calendars.rules import Period
from homeward.demo.around import look
from homeward.demo.calling import Calls, weekly
from homeward.demo.placing import Away, plan
from homeward.demo.returning import IT_HOLDS, Checked, checks, end
from homeward.demo.teller import Story
from homeward.demo.words import Meeting, meetings
from homeward.demo.world import World
from homeward.organisations.access import Access
from homeward.organisations.rules.policy import Policy
from homeward.placements import actions
from homeward.placements.codes import BelongingKind, Decision, Kind, LineKind, Rater
from homeward.placements.models import Review
from homeward.placements.queries import plan as plans
from homeward.placements.rules.return_review import review_before_end

EVERYBODY = ("parents", "child", "staff")
MEETINGS = {"parents": "meeting", "child": "meeting", "staff": "briefing"}
UNDERSTOOD = {
    "parents": "How long it lasts, who rings each week, and that the place at school is kept.",
    "child": "“So I’m still in my form.” Yes.",
    "staff": "What helps, who is asked, and when the first visit is.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a placement ended; `goes_to` is the new school, and `checks` what it or the home school
    answers when it is asked whether it holds."""

    on: date
    outcome: str
    destination: str = ""
    is_planned: bool = True
    because: str = ""
    child_said: str = ""
    what_worked: str = ""
    goes_to: str = ""
    checks: Sequence[Checked] = IT_HOLDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a placement goes. What is left to its default goes as it should.

    `told` are those who were told before the start; `steps` how many steps of the plan were taken on
    their day; `keeps_up` whether reviews are held and belonging is looked at in time.
    """

    calls: Calls = field(default_factory=Calls)
    told: Collection[str] = EVERYBODY
    steps: int = 3
    keeps_up: bool = True
    drafted: int = 7
    agreed: int = 4
    ended: Ended | None = None


def whole(world: World, away: Away, course: Course | None = None) -> Story:
    """A placement planned in time, agreed, begun on its day, and lived to its ending if it has one."""
    goes = course or Course()
    yield away.before_start(goes.drafted)
    plan(world, away, away.before_start(goes.drafted))
    yield away.before_start(goes.agreed)
    agreed_on = away.before_start(goes.agreed)
    away.placement = actions.agree(away.now, by=away.planner.access, on=agreed_on)
    yield away.before_start(goes.agreed - 1)
    tell(away, goes.told, away.before_start(goes.agreed - 1))
    follow(world, away, goes)
    yield away.starts_on
    came(away, away.starts_on)


def came(away: Away, on: date) -> None:
    """The child came for the first time."""
    away.placement = actions.record_first_session(
        away.now, came_on=on, by=away.planner.access, on=on
    )


def follow(world: World, away: Away, course: Course) -> None:
    """Take up everything that runs beside the placement: calls, reviews, steps, the ending."""
    world.begin(weekly(world, away, course.calls))
    world.begin(steps(away, course.steps))
    if course.keeps_up:
        until = course.ended.on if course.ended else max(away.ends_on, world.today)
        world.begin(reviews(world, away, until))
        world.begin(belonging(away, until))
        world.begin(readiness(world, away, until))
    if course.ended:
        world.begin(ending(world, away, course.ended))


def tell(away: Away, audiences: Iterable[str], on: date) -> None:
    """Tell those around the child how long it lasts and what comes next."""
    for audience in audiences:
        if audience == "staff" and away.pupil.home_school_id is None:
            continue
        actions.record_telling(
            away.now,
            audience=audience,
            told_on=on,
            how=MEETINGS[audience],
            told_by_name=away.planner.name,
            who="Form teachers and the office" if audience == "staff" else "",
            understood=UNDERSTOOD[audience],
            by=away.planner.access,
            on=on,
        )


def steps(away: Away, count: int) -> Story:
    """Take the first so many steps of the plan, each on its day."""
    lines = plans.latest(away.planner.access, away.now).text.of(LineKind.MILESTONE)
    dated = sorted((line.by_on, line.thread) for line in lines if line.by_on)
    for day, thread in dated[:count]:
        yield day
        if away.is_over:
            return
        actions.mark_milestone_done(
            away.now, thread=thread, done_on=day, by=away.planner.access, on=day
        )


def reviews(world: World, away: Away, until: date) -> Story:
    """Hold the first review on its day, then one late in each half term that has had none."""
    said = meetings()
    world.names.random.shuffle(said)
    days = [away.review_planned_on()]
    for half_term, inside in _half_terms(away, until):
        if not any(day in half_term for day in days):
            days.append(inside[-5])
    decides_on = _before_end(away, days)
    days = sorted({*days, *filter(None, [decides_on])})
    for count, day in enumerate(days):
        yield day
        if away.is_over:
            return
        later = [each for each in days if each > day]
        next_on = later[0] if later else _a_school_day(away, day + timedelta(weeks=6))
        held = hold_review(away, said[count % len(said)], day, next_on, is_last=day == decides_on)
        world.begin(do(away, held))


def _before_end(away: Away, days: Sequence[date]) -> date | None:
    """The day of the review that decides what comes next; one held about then is that review."""
    if away.kind == Kind.KS4_TO_END:
        return None
    planned = Period(away.starts_on, away.ends_on)
    due = review_before_end(planned, calendar=away.calendar, policy=Policy())
    if due is None:
        return None
    about_then = [day for day in days if due.opens_on <= day <= due.due_on]
    return about_then[0] if about_then else due.due_on


def _half_terms(away: Away, until: date) -> Iterator[tuple[Period, Sequence[date]]]:
    """Each half term with ten school days or more of the placement, and those days."""
    runs = Period(away.starts_on, max(until, away.starts_on))
    for half_term in away.calendar.half_terms:
        shared = half_term.period.overlap(runs)
        inside = away.calendar.school_days(shared) if shared else ()
        if len(inside) >= 10:
            yield half_term.period, inside


def _a_school_day(away: Away, day: date) -> date:
    return away.calendar.first_school_day_on_or_after(day)


def hold_review(
    away: Away, said: Meeting, on: date, next_on: date, *, is_last: bool = False
) -> Review:
    """Write down one review; the last before the end decides what comes next."""
    school = away.pupil.home_school
    targets = plans.latest(away.planner.access, away.now).text.of(LineKind.TARGET)
    back = Decision.RETURN if school else Decision.MOVE
    return actions.record_review(
        away.now,
        held_on=on,
        next_on=next_on,
        is_child_present=True,
        is_parent_present=True,
        who_else="The key worker and the form tutor",
        which_school=school.name.removesuffix(" (example)") if school else "None yet",
        child_said=said.child,
        parents_said=away.voice(said.parents),
        what_was_agreed=said.agreed,
        decision=back if is_last else said.decision,
        decided_because=said.because,
        progress=[
            actions.ProgressSaid(line.thread, said.progress, said.seen) for line in targets[:2]
        ],
        wanted=[
            actions.ActionWanted(
                what=said.action,
                person=away.caller.person,
                by_on=away.calendar.nth_school_day_after(on, 6),
            ),
            actions.ActionWanted(
                what="Send what was agreed to the parents",
                who="The school office",
                by_on=away.calendar.nth_school_day_after(on, 3),
            ),
        ],
        by=away.planner.access,
        on=on,
    )


def do(away: Away, held: Review) -> Story:
    """Do what a review decided, each thing on its day."""
    for action in held.actions.order_by("by_on", "id"):
        yield action.by_on
        actions.mark_action_done(
            action, done_on=action.by_on, by=away.planner.access, on=action.by_on
        )


def belonging(away: Away, until: date) -> Story:
    """Look once each half term at how the child still belongs to the home school."""
    if away.pupil.home_school_id is None:
        return
    for _, inside in _half_terms(away, until):
        yield inside[-4]
        if away.is_over:
            return
        actions.record_belonging(
            away.now,
            kept={kind.value: kind != BelongingKind.PHOTOGRAPHS for kind in BelongingKind},
            note="The class photograph has not been taken yet this year.",
            looked_on=inside[-4],
            by=away.planner.access,
            on=inside[-4],
        )


def readiness(world: World, away: Away, until: date) -> Story:
    """School and provider look at what helps, once each half term, and rarely quite alike."""
    for count, (_, inside) in enumerate(_half_terms(away, until)):
        yield inside[-3]
        if away.is_over:
            return
        for rater, by in (
            (Rater.SCHOOL, away.planner.access),
            (Rater.PROVIDER, Access(person_name=world.providers[away.at].key_worker)),
        ):
            levels = [world.names.random.choice((2, 3, 4, 4, 5)) for _ in range(12)]
            look(away, rater, [min(level + count, 5) for level in levels], by, inside[-3])


def ending(world: World, away: Away, ended: Ended) -> Story:
    """Record how the placement ended, on the day, and whether it holds after that."""
    yield ended.on
    end(
        away,
        ended.on,
        ended.outcome,
        destination=ended.destination,
        is_planned=ended.is_planned,
        because=ended.because,
        child_said=ended.child_said,
        what_worked=ended.what_worked,
        goes_to=world.schools[ended.goes_to] if ended.goes_to else None,
    )
    by = world.staff[f"{ended.goes_to}.lead"] if ended.goes_to else away.planner
    world.begin(checks(world, away, ended.checks, by=by))
