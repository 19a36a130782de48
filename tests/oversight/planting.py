"""Twelve placements of Oak Park, in each of which one thing is wrong, and one with which nothing is."""

from datetime import date, timedelta

from homeward.due.models import Expectation
from homeward.placements import actions as placements
from homeward.placements.models import (
    EndDateChange,
    Ending,
    Placement,
    PlanVersion,
    Review,
    Waiting,
)
from homeward.placements.rules.ladder import FULL_TIME
from homeward.placements.rules.prepared import PREPARED
from homeward.pupils import actions as pupils
from tests.cast import DAY, contact_said, whole_draft

AGREED_ON = date(2026, 9, 3)
BORN_ON = date(2013, 3, 14)
STARTS_ON = date(2026, 11, 16)
ENDS_ON = date(2027, 1, 29)


def plant(cast):
    """Plant the twelve and the one that is well; answers what the overview is to say of each child."""
    return {
        "Gaps": _gaps(cast, "Gaps", ("route", "targets", "first-review"), date(2026, 11, 16)),
        "Gap": _gaps(cast, "Gap", ("first-review",), date(2026, 11, 23)),
        "Overrun": _overrun(cast),
        "Past": _past(cast),
        "Silent": _silent(cast),
        "Unasked": _unasked(cast),
        "Unready": _unready(cast),
        "Ladder": _ladder(cast),
        "Routeless": _routeless(cast),
        "Unreviewed": _unreviewed(cast),
        "Waiting": _waiting(cast),
        "Extended": _extended(cast),
        "Well": _well(cast),
    }


def a_child(cast, name, by="lead", school=None):
    return pupils.add_pupil(
        keeper=cast.hillingdon,
        home_school=school or cast.oak_park,
        first_name=name,
        last_name="Planted",
        born_on=BORN_ON,
        sex="F",
        year_group=9,
        by=cast.access(by),
        on=AGREED_ON,
    )


def agreed(cast, name, *, starts_on=STARTS_ON, ends_on=ENDS_ON, by="lead", spoken_on=()):
    """An agreed placement at Northgate, of which everybody was told and nothing is late."""
    school = cast.elm_road if by == "elm_lead" else cast.oak_park
    on = starts_on - timedelta(days=6)
    draft = whole_draft(
        cast,
        pupil=a_child(cast, name, by, school),
        by=by,
        starts_on=starts_on,
        ends_on=ends_on,
        on=on,
    )
    found = placements.agree(draft, by=cast.access(by), on=on)
    for day in spoken_on:
        said = contact_said(cast, day)
        placements.record_contact(found, said=said, by=cast.access(by), on=day)
    return found


def _settled(cast, found, on=DAY):
    placements.settle_placement(found, on=on)


def _gaps(cast, name, leave_out, on):
    draft = whole_draft(cast, pupil=a_child(cast, name), starts_on=on, on=on, leave_out=leave_out)
    placements.allow_urgent_start(
        draft, because="Nowhere to go tomorrow.", by=cast.access("head"), on=on
    )
    due_on = {16: "1 day late", 23: "due by Monday 30 November"}[on.day]
    gaps = "1 gap is" if len(leave_out) == 1 else f"{len(leave_out)} gaps are"
    return f"Started on Monday {on.day} November with gaps: {gaps} still open, {due_on}."


def _extend(cast, found, times):
    review = Review.objects.create(
        keeper=cast.hillingdon,
        placement=found,
        held_on=DAY,
        is_child_present=True,
        is_parent_present=True,
        next_on=DAY + timedelta(days=9),
        recorded_on=DAY,
        recorded_by=cast.lead,
    )
    for number in range(times):
        EndDateChange.objects.create(
            keeper=cast.hillingdon,
            placement=found,
            review=review,
            old_on=DAY - timedelta(days=60 - number),
            new_on=DAY - timedelta(days=59 - number),
            because="More time.",
            who_agreed="Everybody",
            changed_on=DAY,
            changed_by=cast.lead,
        )


def _overrun(cast):
    found = agreed(
        cast, "Overrun", starts_on=date(2026, 9, 14), ends_on=date(2026, 11, 3), spoken_on=(DAY,)
    )
    _extend(cast, found, 2)
    return "21 days past its intended end, extended twice; no decision."


def _past(cast):
    agreed(cast, "Past", starts_on=date(2026, 9, 14), ends_on=date(2026, 11, 23), spoken_on=(DAY,))
    return "1 day past its intended end; no decision."


def _silent(cast):
    found = agreed(cast, "Silent", starts_on=date(2026, 11, 2), spoken_on=(date(2026, 11, 4),))
    _settled(cast, found)
    return "Not spoken with for 2 school weeks: last on Wednesday 4 November."


def _unasked(cast):
    found = agreed(cast, "Unasked", starts_on=date(2026, 9, 14), ends_on=date(2026, 10, 16))
    ended_on = date(2026, 10, 16)
    Ending.objects.create(
        keeper=cast.hillingdon,
        placement=found,
        ended_on=ended_on,
        outcome="returned",
        is_planned=True,
        first_day_on=date(2026, 10, 19),
        recorded_on=ended_on,
        recorded_by=cast.lead,
    )
    Placement.objects.filter(pk=found.pk).update(
        ended_on=ended_on, checks_from_on=date(2026, 10, 19)
    )
    found.refresh_from_db()
    _settled(cast, found)
    return "The first check is not answered: it was due by Monday 2 November, 22 days ago."


def _due(cast, found, kind, day, period="mark"):
    """What is due of a kind of which this test needs nothing else."""
    Expectation.objects.filter(about=found.reference, kind=kind).delete()
    Expectation.objects.create(
        keeper=cast.hillingdon,
        about=found.reference,
        kind=kind,
        period=period,
        owner=cast.oak_park,
        opens_on=day,
        due_on=day,
    )


def _unready(cast):
    found = agreed(cast, "Unready", spoken_on=(DAY,))
    _due(cast, found, PREPARED, date(2026, 11, 30))
    return "Comes back on Monday 30 November, and the school is not marked prepared."


def _ladder(cast):
    found = agreed(cast, "Ladder", spoken_on=(DAY,))
    Placement.objects.filter(pk=found.pk).update(return_began_on=date(2026, 11, 17))
    _due(cast, found, FULL_TIME, date(2026, 11, 20), "full-time")
    return (
        "Part-time on the return ladder 4 days longer than planned: full time was to be from "
        "Friday 20 November."
    )


def _routeless(cast):
    found = agreed(cast, "Routeless", spoken_on=(DAY,))
    newest = PlanVersion.objects.filter(placement=found).order_by("-number").first()
    PlanVersion.objects.create(
        keeper=cast.hillingdon,
        placement=found,
        number=newest.number + 1,
        written_on=DAY,
        written_by_name="Mara Lind",
    )
    return "No route: the plan does not say where the placement leads."


def _unreviewed(cast):
    agreed(
        cast,
        "Unreviewed",
        starts_on=date(2026, 9, 14),
        spoken_on=(date(2026, 11, 18), DAY),
    )
    found = Placement.objects.get(pupil__first_name="Unreviewed")
    _settled(cast, found)
    due_on = (
        Expectation.objects.filter(
            about=found.reference, kind="placements.review", due_on__lt=DAY, met_on=None
        )
        .order_by("due_on")
        .first()
        .due_on
    )
    return (
        f"No review was held: one was due by {due_on:%A} {due_on.day} {due_on:%B}, "
        f"{(DAY - due_on).days} days ago."
    )


def _waiting(cast):
    found = agreed(cast, "Waiting", starts_on=date(2026, 11, 9), spoken_on=(DAY,))
    Waiting.objects.create(
        keeper=cast.hillingdon,
        placement=found,
        from_on=date(2026, 11, 9),
        what_for="A place at a special school",
    )
    return "Ready and waiting for 12 school days, since Monday 9 November: no place is found yet."


def _extended(cast):
    found = agreed(cast, "Extended", spoken_on=(DAY,))
    _extend(cast, found, 2)
    return "Extended twice; it is now to end on Friday 29 January 2027."


def _well(cast):
    agreed(cast, "Well", spoken_on=(DAY,))
    return "On course: 66 days left."
