"""A new intended last day: sooner by agreement, or later with one of the reviews."""

from datetime import date

from django.db import transaction

from homeward.organisations.access import Access
from homeward.placements.actions.draft import Changed, NotAllowed, date_sessions, refuse_overlap
from homeward.placements.actions.writing import finish, locked
from homeward.placements.models import EndDateChange, Placement, Review
from homeward.placements.rules.known import day_in_words
from homeward.pupils.models import Pupil
from homeward.web.days import short_day


@transaction.atomic
def change_end_date(
    placement: Placement,
    *,
    new_on: date,
    because: str,
    who_agreed: str,
    review: Review | None = None,
    opened_on: date | None = None,
    by: Access,
    on: date,
) -> EndDateChange | None:
    """Set another intended last day, with its reason and who agreed; the planned week ends with it.

    Answers None where that day stands already, be it that somebody else was first. `opened_on` is
    the last day that stood when the form was opened; raises Changed where another one stands now.
    Raises NotAllowed for a placement that is a draft or over, a day before its first, a later day
    without a review, no reason or nobody who agreed, and where the longer week would overlap one
    planned in another placement of the child.
    """
    Pupil.objects.select_for_update().get(pk=placement.pupil_id)
    now = locked(placement)
    _refuse_dates_of_a_draft(now)
    old_on = now.ends_on
    if old_on is None:
        raise NotAllowed("The placement has no intended last day yet. Set it with its dates.")
    if old_on == new_on:
        return None
    if opened_on is not None and opened_on != old_on:
        raise Changed({"new_on": old_on}, now.edited)
    if now.starts_on and new_on < now.starts_on:
        raise NotAllowed("The intended last day must be on or after the first day.")
    if new_on > old_on and review is None:
        raise NotAllowed("A later last day needs a review. Say in which one it was decided.")
    if not because.strip() or not who_agreed.strip():
        raise NotAllowed("Say why the last day changes, and who agreed.")
    change = EndDateChange.objects.create(
        keeper_id=now.keeper_id,
        placement=now,
        review=review,
        old_on=old_on,
        new_on=new_on,
        because=because,
        who_agreed=who_agreed,
        changed_on=on,
        changed_by_id=by.somebody,
    )
    now.ends_on = new_on
    now.ends_because = because
    now.edited += 1
    now.save(update_fields=["ends_on", "ends_because", "edited"])
    date_sessions(now)
    if new_on > old_on:
        refuse_overlap(now, by=by)
    finish(
        now,
        kind="end-date-changed",
        summary=f"New last day {short_day(new_on)}, before it was {short_day(old_on)}",
        by=by,
        on=on,
        before={"ends_on": old_on},
        after={"ends_on": new_on, "because": because, "who_agreed": who_agreed},
    )
    return change


def _refuse_dates_of_a_draft(now: Placement) -> None:
    if now.withdrawn_on or now.refused_on:
        raise NotAllowed("The placement does not go ahead: it has no last day.")
    if now.ended_on:
        raise NotAllowed(f"It ended on {day_in_words(now.ended_on)}. That day is what happened.")
    if not (now.agreed_on or now.urgent_on or now.first_session_on):
        raise NotAllowed("This is a draft. Its dates are changed on their own page.")
