"""What each letter says of a placement: plain values from the record, the same for everybody.

What one reader may not be told is taken out of them afterwards, in `before_sending`.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from homeward.calendars.rules import Period
from homeward.letters.catalogue import letter as in_catalogue
from homeward.organisations.models import Organisation
from homeward.placements.codes import Kind, Outcome, StaffPart
from homeward.placements.models import (
    EndDateChange,
    Placement,
    Review,
    ReviewAction,
    Sending,
    Session,
)
from homeward.placements.queries.chain import total
from homeward.placements.queries.ended import ending_of
from homeward.placements.queries.facts import bare_facts
from homeward.placements.queries.hidden import registered
from homeward.placements.queries.letter_matter import Content, Matter, NotNow
from homeward.placements.queries.letter_return import day_before, part_time, return_plan
from homeward.placements.queries.return_page import school_day_from
from homeward.placements.queries.reviewed import reviews as review_facts
from homeward.placements.queries.week import PlannedHalfDay, by_place
from homeward.placements.rules.facts import Facts
from homeward.placements.rules.known import known_school_days
from homeward.placements.rules.messages import next_review, notice_gaps, review_on
from homeward.pupils.rules.year_groups import year_says
from homeward.reference.codes import labels
from homeward.web.days import day, plural


def content(of: Matter, letter: str, occasion: UUID | None, more: dict[str, str]) -> Content:
    """What a letter says. `more` is what was typed for it. Raises NotNow."""
    found = _CONTENTS[letter](of, occasion, more)
    common = {
        "child": of.placement.pupil.known_as,
        "school": of.school,
        "has_school": bool(of.school),
        "place": of.place,
    }
    return Content(
        common | found.values, found.occasion, found.asked_of, letter == "off_site_direction"
    )


def _starting(of: Matter, occasion: UUID | None, more: dict[str, str]) -> Content:
    placement, text = of.placement, of.text
    if placement.starts_on is None and placement.first_session_on is None:
        raise NotNow("Set the first day first: this letter says when it starts.")
    if placement.provider is None:
        raise NotNow("Choose the provider first: this letter says where it is.")
    starts_on = placement.starts_on or placement.first_session_on or of.on
    planned = next_review(_facts(of))
    pupil = placement.pupil
    return Content(
        {
            "starts_on": starts_on,
            "has_begun": starts_on < of.on,
            "is_short": placement.kind != Kind.KS4_TO_END,
            "ends_on": placement.ends_on,
            "ends_because": placement.ends_because,
            "week": _week_lines(of, with_places=True),
            "week_without_places": _week_lines(of, with_places=False),
            "next": text.route,
            "target_on": text.target_on,
            "next_step": text.route_next_step,
            "next_step_on": text.route_next_on,
            "review_on": planned[0] if planned and planned[0] >= of.on else None,
            "contact": of.name_of(StaffPart.WEEKLY_CONTACT),
            "key_worker": of.name_of(StaffPart.KEY_WORKER),
            "pupil": f"{pupil.known_as} {(pupil.preferred_last_name or pupil.last_name)[:1]}."
            f" in {year_says(pupil.year_group)}",
        }
    )


def _week_lines(of: Matter, *, with_places: bool) -> list[str]:
    if with_places:
        return [
            f"{one.days}, {one.hours} hours each half day, at {one.place}"
            if one.place
            else f"{one.days}, {one.hours} hours each half day"
            for one in by_place(of.week)
        ]
    bare = [PlannedHalfDay(one.weekday, one.half, one.minutes, "") for one in of.week]
    return [f"{one.days}, {one.hours} hours each half day" for one in by_place(bare)]


def _direction(of: Matter, occasion: UUID | None, more: dict[str, str]) -> Content:
    placement = of.placement
    address = _addresses(placement)
    reason = placement.reason_detail or _reason(placement.reason)
    gaps = notice_gaps(
        starts_on=placement.starts_on,
        ends_on=placement.ends_on,
        reason=reason,
        objective=placement.objective,
        address="; ".join(address),
    )
    if placement.home_school is None or placement.starts_on is None or placement.ends_on is None:
        raise NotNow("A notice of a direction needs a school that directs, and both days.")
    if gaps:
        raise NotNow(f"The notice has to state more than the record holds: {', '.join(gaps)}.")
    planned = Period(placement.starts_on, placement.ends_on)
    weekdays = {one.weekday for one in of.week}
    days = [one for one in known_school_days(planned, of.calendar()) if one.weekday() in weekdays]
    review = next_review(_facts(of))
    return Content(
        {
            "is_maintained": _is_maintained(placement.home_school),
            "starts_on": placement.starts_on,
            "ends_on": placement.ends_on,
            "address": address,
            "report_to": more.get("report_to") or of.name_of(StaffPart.KEY_WORKER),
            "days": plural(len(days), "school day"),
            "reason": reason,
            "objective": placement.objective,
            "times": [line for line in more.get("times", "").splitlines() if line.strip()],
            "review_on": review[0] if review and review[0] >= of.on else None,
        }
    )


def _addresses(placement: Placement) -> list[str]:
    """Every address of the week in full, each in a line."""
    rows = Session.objects.filter(placement=placement).select_related("site")
    found = [
        ", ".join(filter(None, (row.site.name, row.site.street, row.site.town, row.site.postcode)))
        if row.site
        else row.address
        for row in rows.order_by("weekday", "half")
    ]
    return list(dict.fromkeys(filter(None, found)))


def _is_maintained(school: Organisation) -> bool:
    """Whether a governing body directs, or a trust: an academy has general powers instead."""
    found = registered(school)
    return not any(
        word in (found.type_name if found else "").lower()
        for word in ("academy", "free school", "trust")
    )


def _reason(key: str) -> str:
    return labels("ap_placement_reasons", codeset="school_census").get(key, "")


def _invitation(of: Matter, occasion: UUID | None, more: dict[str, str]) -> Content:
    found = next_review(_facts(of))
    if found is None or found[0] < of.on:
        raise NotNow("No review is planned. The plan, or the last review, sets the next day.")
    return Content(
        {
            "review_on": found[0],
            "when_and_where": more.get("when_and_where", ""),
            "contact": of.name_of(StaffPart.WEEKLY_CONTACT),
        },
        review_on(of.placement.reference, found[0]),
    )


def _outcome(of: Matter, occasion: UUID | None, more: dict[str, str]) -> Content:
    rows = Review.objects.filter(placement=of.placement).order_by("-held_on", "-id")
    found = (rows.filter(reference=occasion) if occasion else rows).first()
    if found is None:
        raise NotNow("No review was recorded yet, so none decided anything.")
    actions = ReviewAction.objects.filter(review=found).order_by("by_on", "id")
    is_latest = found == rows.first()
    return Content(
        {
            "held_on": found.held_on,
            "decision": found.decision,
            "decided_because": found.decided_because,
            "agreed": found.what_was_agreed,
            "ends_on": of.placement.ends_on if is_latest else None,
            "actions": [f"{one.what}: {one.who}, by {day(one.by_on)}" for one in actions],
            "next_on": found.next_on,
        },
        found.reference,
    )


def _end_date(of: Matter, occasion: UUID | None, more: dict[str, str]) -> Content:
    rows = EndDateChange.objects.filter(placement=of.placement).order_by("-id")
    found = (rows.filter(reference=occasion) if occasion else rows).first()
    if found is None:
        raise NotNow("The last day was not changed.")
    chain = total(of.access, of.placement, on=of.on).journey.chain
    return Content(
        {
            "old_on": found.old_on,
            "new_on": found.new_on,
            "because": found.because,
            "who_agreed": found.who_agreed,
            "weeks": plural(chain.weeks, "school week") if chain else "",
        },
        found.reference,
    )


def _over(of: Matter, occasion: UUID | None, more: dict[str, str]) -> Content:
    ending = ending_of(of.access, of.placement)
    if ending is None:
        raise NotNow("It has not ended yet. Record the ending first.")
    return Content(
        {
            "ended_on": ending.ended_on,
            "outcome": ending.outcome,
            "is_return": ending.outcome == Outcome.RETURNED,
            "destination": ending.destination or (ending.goes_to.name if ending.goes_to else ""),
            "first_day_on": ending.first_day_on,
            "went_well": ending.what_worked,
            "follow_up": ending.follow_up,
            "said": ending.child_said,
            "check_on": _check_on(of),
        },
        ending.reference,
    )


def _check_in(of: Matter, occasion: UUID | None, more: dict[str, str]) -> Content:
    placement = of.placement
    ending = ending_of(of.access, placement)
    since = placement.checks_from_on or placement.return_began_on
    if since is None or since > of.on:
        raise NotNow("Nobody has come back or moved on yet, so there is nothing to ask after.")
    is_return = ending is None or ending.outcome == Outcome.RETURNED
    return Content(
        {
            "since_on": since,
            "is_return": is_return,
            "to": (ending.goes_to.name if ending and ending.goes_to else "")
            if not is_return
            else "",
            "check_on": _check_on(of),
        },
        ending.reference if ending else None,
    )


def _check_on(of: Matter) -> date | None:
    """The last day of the first check, where it is still to come."""
    since = of.placement.checks_from_on
    if since is None:
        return None
    found = school_day_from(since + timedelta(weeks=of.policy().checks_first_weeks), of.calendar())
    return found if found >= of.on else None


def _again(of: Matter, occasion: UUID | None, more: dict[str, str]) -> Content:
    rows = Sending.objects.filter(mailing__placement=of.placement, adult__isnull=False)
    chosen = rows.filter(reference=occasion) if occasion else rows.none()
    found = chosen.select_related("mailing").first()
    if found is None:
        raise NotNow(
            "Choose first which letter was not answered: open it, and ask again from there."
        )
    return Content(
        {
            "asked_on": found.mailing.made_on,
            "about": in_catalogue(found.mailing.letter).title,
        },
        found.reference,
        asked_of=found.adult_id,
    )


def _link(of: Matter, occasion: UUID | None, more: dict[str, str]) -> Content:
    return Content({})


def _facts(of: Matter) -> Facts:
    key = of.placement.pk
    return replace(
        bare_facts(of.access, of.placement),
        first_review_on=of.text.first_review_on,
        reviews=review_facts(of.access, [key])[key],
    )


_CONTENTS: dict[str, Callable[[Matter, UUID | None, dict[str, str]], Content]] = {
    "placement_starting": _starting,
    "placement_starting_child": _starting,
    "placement_starting_staff": _starting,
    "off_site_direction": _direction,
    "review_invitation": _invitation,
    "review_invitation_child": _invitation,
    "review_outcome": _outcome,
    "end_date_changed": _end_date,
    "return_plan": return_plan,
    "part_time_agreement": part_time,
    "day_before": day_before,
    "day_before_child": day_before,
    "it_is_over": _over,
    "it_is_over_child": _over,
    "check_in": _check_in,
    "asked_again": _again,
    "personal_link": _link,
    "personal_link_child": _link,
}

TO_WRITE = tuple(_CONTENTS)
"""The letters that are written here; briefings have pages of their own."""
