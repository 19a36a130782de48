"""Planning a placement page by page, as a lead or an officer would."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID, uuid5

from homeward.calendars.rules import Calendar
from homeward.demo.children import voice
from homeward.demo.words import THEMES, Theme, Voice
from homeward.demo.world import Ap, Staff, World
from homeward.placements import actions
from homeward.placements.actions import SessionWanted
from homeward.placements.codes import Kind, LineKind
from homeward.placements.models import Placement
from homeward.placements.rules.plan import Line
from homeward.providers.models import Site
from homeward.pupils.models import Pupil

THREADS = UUID("0193a2f0-5a1d-7000-8000-0000000000de")
BOTH = ("am", "pm")
WEEKS = {
    "full": [(day, half) for day in range(5) for half in BOTH],
    "four_days": [(day, half) for day in range(4) for half in BOTH],
    "two_days": [(day, half) for day in (1, 2) for half in BOTH],
    "mornings": [(day, "am") for day in range(5)],
    "four_mornings": [(day, "am") for day in range(4)],
    "four_afternoons": [(day, "pm") for day in range(4)],
}


@dataclass(kw_only=True)
class Away:
    """A child's time away as a story tells it; `placement` is there once the draft is begun."""

    pupil: Pupil
    theme: str
    at: str
    starts_on: date
    ends_on: date
    planner: Staff
    caller: Staff
    calendar: Calendar
    week: str = "full"
    kind: str = "short_term"
    follows: "Away | None" = None
    goes_to: str = ""
    learnt: str = ""
    first_review_on: date | None = None
    post16_lead: Staff | None = None
    dsl: Staff | None = None
    steps_on: tuple[date, date, date] | None = None
    placement: Placement | None = None
    is_over: bool = False
    threads: list[UUID] = field(default_factory=list)

    @property
    def now(self) -> Placement:
        """The placement; asked for only after the draft was begun."""
        if self.placement is None:
            raise LookupError("The draft was not begun yet.")
        return self.placement

    @property
    def says(self) -> Theme:
        return THEMES[self.theme]

    @property
    def voice(self) -> Voice:
        return voice(self.pupil)

    def before_start(self, school_days: int) -> date:
        """So many school days before the first day."""
        return self.calendar.nth_school_day_before(self.starts_on, school_days)

    def review_planned_on(self) -> date:
        """When the plan sets the first review: four school weeks in, or the middle if sooner."""
        middle = self.starts_on + (self.ends_on - self.starts_on) / 2
        wanted = min(middle, self.starts_on + timedelta(days=25))
        return self.first_review_on or self.calendar.first_school_day_on_or_after(wanted)

    def step_days(self) -> tuple[date, date, date]:
        """When the steps of the plan are to be taken: the first week, the middle, before the end."""
        if self.steps_on:
            return self.steps_on
        middle = self.starts_on + (self.ends_on - self.starts_on) / 2
        return (
            self.calendar.first_school_day_on_or_after(self.starts_on + timedelta(days=2)),
            self.calendar.last_school_day_on_or_before(middle),
            self.calendar.nth_school_day_before(self.ends_on, 6),
        )


def begin(away: Away, on: date) -> None:
    """Begin the draft, and nothing more; one that follows what did not hold, with what was learnt."""
    if away.follows and away.learnt:
        away.placement = actions.begin_again(
            away.follows.now, learnt=away.learnt, by=away.planner.access, on=on
        )
        return
    away.placement = actions.begin(
        away.pupil,
        by=away.planner.access,
        on=on,
        follows=away.follows.placement if away.follows else None,
    )


def plan(world: World, away: Away, on: date, *, leave: Collection[str] = ()) -> None:
    """Begin the draft and fill its short pages, but for those left: `why`, `provider`, `dates`,
    `week`, `arrangements`, `people`, or a section of the plan."""
    begin(away, on)
    pages = {
        "why": _why,
        "provider": _provider,
        "dates": _dates,
        "week": _week,
        "arrangements": _arrangements,
        "people": _people,
    }
    for name, page in pages.items():
        if name not in leave:
            page(world, away, on)
    write_plan(away, on, leave=leave)


def _amend(away: Away, on: date, **changes: object) -> None:
    away.placement = actions.amend(
        away.now, changes=changes, edited=away.now.edited, by=away.planner.access, on=on
    )


def _why(world: World, away: Away, on: date) -> None:
    says, voice = away.says, away.voice
    _amend(
        away,
        on,
        reason=says.reason,
        reason_detail=voice(says.detail),
        legal_basis=says.basis,
        immediate_need=voice(says.need),
        objective=voice(says.objective),
        objective_baseline=voice(says.baseline),
    )


def _provider(world: World, away: Away, on: date) -> None:
    provider = world.providers[away.at].provider
    away.placement = actions.choose_provider(
        away.now, provider=provider, by=away.planner.access, on=on
    )


def _dates(world: World, away: Away, on: date) -> None:
    _amend(
        away,
        on,
        kind=away.kind,
        starts_on=away.starts_on,
        ends_on=away.ends_on,
        ends_because=away.voice(away.says.ends_because),
    )


def _week(world: World, away: Away, on: date) -> None:
    site = world.providers[away.at].sites[0]
    actions.set_week(away.now, sessions=week_at(site, away.week), by=away.planner.access, on=on)
    away.now.refresh_from_db()


def week_at(site: Site, name: str) -> list[SessionWanted]:
    """A planned week at one site; mornings alone are longer than halves of a whole day."""
    half_days = WEEKS[name]
    minutes = 150 if len({day for day, _ in half_days}) < len(half_days) else 180
    return [SessionWanted(day, half, minutes, site) for day, half in half_days]


def _arrangements(world: World, away: Away, on: date) -> None:
    _amend(
        away,
        on,
        attendance_reporting="By half past nine each day, by telephone to the school office.",
        transport="By bus with a pass; the school sends a taxi in the first week.",
        meals="Lunch is provided.",
        behaviour_rule="The key worker rings the school before anybody is sent home.",
    )


def _people(world: World, away: Away, on: date) -> None:
    ap = world.providers[away.at]
    name(away, "weekly_contact", away.caller, on)
    _key_worker(away, ap, on)
    if away.dsl:
        name(away, "dsl", away.dsl, on)
    if away.post16_lead:
        name(away, "post16_lead", away.post16_lead, on)


def name(away: Away, part: str, staff: Staff, on: date, *, to_on: date | None = None) -> None:
    """Name a member of staff for a part of the placement."""
    actions.name_adult(
        away.now, part=part, person=staff.person, to_on=to_on, by=away.planner.access, on=on
    )


def _key_worker(away: Away, ap: Ap, on: date) -> None:
    actions.name_adult(
        away.now,
        part="key_worker",
        person=ap.person,
        name="" if ap.person else ap.key_worker,
        phone="" if ap.person else ap.provider.phone,
        by=away.planner.access,
        on=on,
    )


def write_plan(away: Away, on: date, *, leave: Collection[str] = ()) -> None:
    """Write the reintegration plan section by section, but for those left."""
    texts, lines = _texts(away), _lines(away)
    number = 0
    for section in [*texts, *lines]:
        if section in leave:
            continue
        number = actions.write_plan(
            away.now,
            section=section,
            based_on=number,
            texts=texts.get(section),
            lines=lines.get(section),
            by=away.planner.access,
            on=on,
        ).number


def _texts(away: Away) -> dict[str, dict[str, object]]:
    says, voice = away.says, away.voice
    return {
        "route": _route(away),
        "trust": {"adult_strand": voice(says.adults), "peer_strand": voice(says.peers)},
        "child": {
            "child_hopes": says.hopes,
            "child_worries": says.worries,
            "child_helps": says.helps,
        },
        "parents": {"parents_view": voice(says.parents)},
        "review": {"first_review_on": away.review_planned_on()},
    }


def _route(away: Away) -> dict[str, object]:
    if away.kind == Kind.KS4_TO_END:
        return {
            "route": "post_16",
            "target_on": away.ends_on,
            "route_next_step": "Visit Riverbank College on an ordinary Wednesday",
            "route_next_on": away.step_days()[1],
        }
    going = {"route": "new_school", "route_destination": away.goes_to} if away.goes_to else {}
    return {
        "route": "home_school",
        "target_on": away.ends_on,
        "looked_for": away.voice(away.says.looked_for),
        "route_owner": away.planner.name,
        "route_next_step": "Meet family, provider and school, and agree the first week back",
        "route_next_on": away.step_days()[1],
    } | going


def _lines(away: Away) -> dict[str, list[Line]]:
    says, voice = away.says, away.voice
    target_on = away.calendar.last_school_day_on_or_before(away.ends_on)
    return {
        "targets": [
            Line(
                LineKind.TARGET,
                _thread(away),
                voice(what),
                baseline=voice(baseline),
                measure=voice(measure),
                by_on=target_on,
                progress=0,
            )
            for what, baseline, measure in says.targets
        ],
        "support": [
            Line(LineKind.SUPPORT, _thread(away), voice(what), who=who, by_on=away.starts_on)
            for what, who in says.support
        ],
        "adjustments": [
            Line(
                LineKind.ADJUSTMENT, _thread(away), voice(what), who=who, where="At the home school"
            )
            for what, who in says.adjustments
        ],
        "milestones": [
            Line(LineKind.MILESTONE, _thread(away), voice(what), who=away.planner.name, by_on=day)
            for what, day in zip(says.steps, away.step_days(), strict=True)
        ],
    }


def _thread(away: Away) -> UUID:
    """The name of a line through all versions of its plan."""
    away.threads.append(uuid5(THREADS, f"{away.now.pk} {len(away.threads)}"))
    return away.threads[-1]
