"""Beginning a placement and writing what it says before it is agreed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from homeward.organisations.access import Access
from homeward.organisations.models import Organisation, Team
from homeward.placements.actions.writing import finish, locked
from homeward.placements.codes import Part
from homeward.placements.models import Journey, Party, Placement, Session
from homeward.placements.queries.overlaps import beside
from homeward.providers.models import Provider, Site
from homeward.pupils.models import Pupil

WHY = (
    "reason",
    "reason_detail",
    "legal_basis",
    "immediate_need",
    "objective",
    "objective_baseline",
)
DATES = ("kind", "starts_on", "ends_on", "ends_because")
ARRANGEMENTS = (
    "attendance_reporting",
    "transport",
    "meals",
    "medication",
    "behaviour_rule",
    "cost",
)


class NotAllowed(ValueError):
    """The record cannot say this; the message says what to do."""


class Changed(Exception):
    """Somebody else wrote here since the form was opened. `theirs` is what they wrote."""

    def __init__(self, theirs: Mapping[str, Any], edited: int) -> None:
        super().__init__("Somebody else changed this since you opened it.")
        self.theirs = theirs
        self.edited = edited


@transaction.atomic
def begin(
    pupil: Pupil,
    *,
    by: Access,
    on: date,
    team: Team | None = None,
    follows: Placement | None = None,
) -> Placement:
    """Begin a draft for a child, commissioned by the person's school or, for an officer, authority.

    A child whom no school has yet is commissioned for by an authority team, which then owns plan
    and weekly contact. Raises NotAllowed where neither school nor authority is the person's own.
    """
    if by.organisation is None or not (by.is_authority or pupil.home_school_id == by.organisation):
        raise NotAllowed("Only the child's school or the authority can start a placement.")
    journey = (
        follows.journey
        if follows
        else Journey.objects.create(keeper_id=pupil.keeper_id, pupil=pupil)
    )
    placement = Placement.objects.create(
        keeper_id=pupil.keeper_id,
        journey=journey,
        pupil=pupil,
        follows=follows,
        commissioner_id=by.organisation,
        commissioner_team_id=team.pk if team else (by.team if by.is_authority else None),
        home_school_id=pupil.home_school_id,
        drafted_on=on,
    )
    _join(placement, placement.commissioner_id, Part.COMMISSIONER, on)
    if placement.home_school_id and placement.home_school_id != placement.commissioner_id:
        _join(placement, placement.home_school_id, Part.HOME_SCHOOL, on)
    if placement.keeper_id != placement.commissioner_id:
        _join(placement, placement.keeper_id, Part.AUTHORITY, on)
    finish(placement, kind="begun", summary="Began a placement", by=by, on=on)
    return placement


@transaction.atomic
def amend(
    placement: Placement,
    *,
    changes: Mapping[str, Any],
    edited: int,
    by: Access,
    on: date,
) -> Placement:
    """Write some of what the placement says (WHY, DATES or ARRANGEMENTS).

    `edited` is the count of edits when the form was opened. Raises Changed where somebody wrote
    since and the texts differ, and NotAllowed for dates of an agreed placement or out of order.
    """
    now = locked(placement)
    before = {name: getattr(now, name) for name in changes}
    if edited != now.edited and before != dict(changes):
        raise Changed(before, now.edited)
    different = {name: value for name, value in changes.items() if before[name] != value}
    if not different:
        return now
    if now.agreed_on and any(name in DATES for name in different):
        raise NotAllowed(
            "Kind and dates were agreed. A new last day has a page of its own, with its reason."
        )
    for name, value in different.items():
        setattr(now, name, value)
    if now.starts_on and now.ends_on and now.ends_on < now.starts_on:
        raise NotAllowed("The intended last day must be on or after the first day.")
    now.edited += 1
    now.save(update_fields=[*different, "edited"])
    if "starts_on" in different or "ends_on" in different:
        date_sessions(now)
    finish(
        now,
        kind="amended",
        summary="Changed " + ", ".join(name.replace("_", " ") for name in different),
        by=by,
        on=on,
        before={name: before[name] for name in different},
        after=different,
    )
    return now


@transaction.atomic
def choose_provider(placement: Placement, *, provider: Provider, by: Access, on: date) -> Placement:
    """Choose the provider. Raises NotAllowed once the placement is agreed."""
    now = locked(placement)
    if now.provider_id == provider.pk:
        return now
    if now.agreed_on:
        raise NotAllowed("The provider was agreed. A new provider is a new placement that follows.")
    before = now.provider_id
    now.provider = provider
    now.edited += 1
    now.save(update_fields=["provider", "edited"])
    Session.objects.filter(placement=now).update(site=None)
    finish(
        now,
        kind="provider-chosen",
        summary=f"Chose {provider.organisation.name} as the provider",
        by=by,
        on=on,
        before={"provider": before},
        after={"provider": provider.pk},
    )
    return now


@dataclass(frozen=True, slots=True)
class SessionWanted:
    """One half day of the planned week. `minutes` long, at a site or at an address."""

    weekday: int
    half: str
    minutes: int
    site: Site | None = None
    address: str = ""


@transaction.atomic
def set_week(
    placement: Placement,
    *,
    sessions: Sequence[SessionWanted],
    by: Access,
    on: date,
    edited: int | None = None,
) -> None:
    """Write the planned week, replacing the one before (history keeps it).

    `edited` is the count of edits when the form was opened; raises Changed where somebody wrote
    another week since. Raises NotAllowed for an empty week of an agreed placement, and where a
    session overlaps one planned in another placement of the child; once
    the child has come, the week is a fact: it is taken, and the overlap falls due.
    """
    Pupil.objects.select_for_update().get(pk=placement.pupil_id)
    now = locked(placement)
    planned = list(Session.objects.filter(placement=now).order_by("weekday", "half"))
    _refuse_overwriting(planned, sessions, edited=edited, now=now)
    if now.agreed_on and not sessions:
        raise NotAllowed("An agreed placement has a week. Plan at least one session, or end it.")
    before = [f"{row.weekday}{row.half}" for row in planned]
    Session.objects.filter(placement=now).delete()
    Session.objects.bulk_create(
        Session(
            keeper_id=now.keeper_id,
            placement=now,
            weekday=wanted.weekday,
            half=wanted.half,
            minutes=wanted.minutes,
            site=wanted.site,
            address=wanted.address,
            from_on=now.starts_on,
            to_on=now.ends_on,
        )
        for wanted in sessions
    )
    if now.first_session_on is None:
        refuse_overlap(now, by=by)
    now.edited += 1
    now.save(update_fields=["edited"])
    hours = sum(wanted.minutes for wanted in sessions) / 60
    finish(
        now,
        kind="week-planned",
        summary=f"Planned {len(sessions)} sessions a week, {hours:g} hours",
        by=by,
        on=on,
        before={"sessions": before},
        after={"sessions": [f"{wanted.weekday}{wanted.half}" for wanted in sessions]},
    )


def _refuse_overwriting(
    planned: Sequence[Session],
    sessions: Sequence[SessionWanted],
    *,
    edited: int | None,
    now: Placement,
) -> None:
    """Raise Changed where somebody else wrote another week since the form was opened."""
    theirs = {(row.weekday, row.half): row.minutes for row in planned}
    mine = {(one.weekday, one.half): one.minutes for one in sessions}
    if edited is not None and edited != now.edited and theirs != mine:
        shown = {
            f"minutes_{day}_{half}": f"{minutes / 60:g}" for (day, half), minutes in theirs.items()
        }
        raise Changed(shown, now.edited)


def refuse_overlap(placement: Placement, *, by: Access) -> None:
    """Raise NotAllowed where planned sessions overlap another agreed or started placement's.

    The caller holds the lock of the pupil's row, so that both engines see the same order.
    """
    clash = beside(by, [placement])[placement.pk].overlap
    if clash:
        raise NotAllowed(
            f"{clash}. A child cannot be planned in two places at once: change one of the two weeks."
        )


def date_sessions(placement: Placement) -> None:
    """Let the planned week run from the first day of its placement to the intended last one."""
    Session.objects.filter(placement=placement).update(
        from_on=placement.starts_on, to_on=placement.ends_on
    )


def _join(placement: Placement, organisation: int, part: Part, on: date) -> None:
    Party.objects.get_or_create(
        keeper_id=placement.keeper_id,
        placement=placement,
        organisation_id=organisation,
        part=part,
        defaults={"from_on": on},
    )


def join_provider(placement: Placement, *, on: date) -> None:
    """Let the provider see the placement, from the day it was agreed or the child came."""
    provider: Organisation | None = placement.provider.organisation if placement.provider else None
    if provider is not None:
        _join(placement, provider.pk, Part.PROVIDER, on)
