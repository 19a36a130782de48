"""What is due about messages: the invitation to a review, who has not answered, what came back."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID, uuid5

from homeward.calendars.rules import Calendar, DatesNeeded
from homeward.due.rules import Expected
from homeward.organisations.rules.policy import Policy
from homeward.placements.rules.facts import Facts, NotArrivedFact, QuestionFact
from homeward.placements.rules.known import dates_needed_in_words, day_in_words
from homeward.reference.guidance import cites

INVITE = "placements.invite"
ASK_AGAIN = "placements.ask-again"
BOUNCED = "placements.bounced"
KINDS = frozenset({INVITE, ASK_AGAIN, BOUNCED})

OPENS_BEFORE = timedelta(days=7)
"""How long before its last day an invitation is asked for."""


def review_on(placement: UUID, day: date) -> UUID:
    """The name of a review that is planned for a day: what an invitation to it is about."""
    return uuid5(placement, f"review {day.isoformat()}")


def next_review(facts: Facts) -> tuple[date, date] | None:
    """The day of the next review, and the day on which it was set; None where none is set.

    The latest review sets it; before the first one the plan does.
    """
    if facts.reviews:
        last = max(facts.reviews, key=lambda one: one.held_on)
        return (last.next_on, last.held_on) if last.next_on else None
    begins_on = facts.begins_on
    if facts.first_review_on is None or begins_on is None:
        return None
    return facts.first_review_on, min(filter(None, (facts.agreed_on, facts.urgent_on, begins_on)))


@cites("house/review-invitation", "off-site/review-invitation")
def expected_invitation(facts: Facts, *, days: int, role: str, on: date) -> list[Expected]:
    """Expect the family to be invited so many days before the next review, or as soon as it is set.

    Once the day of the review has come, an invitation that did not go out asks nothing more: the round
    of that night lets it lapse.
    """
    found = next_review(facts)
    if found is None or facts.runs(on) is None:
        return []
    day, set_on = found
    last = day - timedelta(days=days)
    due_on = min(max(last, set_on), day)
    invited = facts.invited.get(review_on(facts.reference, day))
    return [
        Expected(
            kind=INVITE,
            period=day.isoformat(),
            opens_on=max(min(due_on - OPENS_BEFORE, due_on), min(set_on, due_on)),
            due_on=due_on,
            role=role,
            subject=day_in_words(day),
            arithmetic=f"{days} days before {day_in_words(day)}"
            if last >= set_on
            else f"at once: the review was set fewer than {days} days before",
            met_on=invited,
            lapsed_on=day if invited is None and day <= on else None,
        )
    ]


@cites("house/asked-again")
def expected_again(
    facts: Facts, *, calendar: Calendar, within: int, role: str, on: date
) -> list[Expected]:
    """Expect an adult who has not answered to be asked again after so many school days."""
    if facts.runs(on) is None:
        return []
    found = []
    for asked in facts.questions:
        try:
            due_on = calendar.nth_school_day_after(asked.asked_on, within)
            arithmetic = f"school day {within} after {day_in_words(asked.asked_on)}"
        except DatesNeeded as needed:
            due_on, arithmetic = None, dates_needed_in_words(needed.after)
        answered_on = min(filter(None, (asked.answered_on, asked.again_on)), default=None)
        if answered_on and due_on and answered_on < due_on:
            continue
        found.append(_again(asked, due_on, arithmetic, answered_on, role))
    return found


def _again(
    asked: QuestionFact, due_on: date | None, arithmetic: str, answered_on: date | None, role: str
) -> Expected:
    return Expected(
        kind=ASK_AGAIN,
        period=asked.reference,
        opens_on=due_on or asked.asked_on,
        due_on=due_on,
        role=role,
        subject=f"{asked.who} ({asked.about})",
        arithmetic=arithmetic,
        met_on=answered_on,
    )


@cites("house/asked-again")
def expected_other_way(facts: Facts, *, calendar: Calendar, role: str) -> list[Expected]:
    """Expect a message that came back to reach its reader another way by the next school day.

    Also after an ending: what was written is meant to be read.
    """
    return [_other_way(one, calendar, role) for one in facts.not_arrived]


def _other_way(one: NotArrivedFact, calendar: Calendar, role: str) -> Expected:
    try:
        due_on = calendar.nth_school_day_after(one.came_back_on, 1)
        arithmetic = f"the next school day after {day_in_words(one.came_back_on)}"
    except DatesNeeded as needed:
        due_on, arithmetic = None, dates_needed_in_words(needed.after)
    return Expected(
        kind=BOUNCED,
        period=one.reference,
        opens_on=one.came_back_on,
        due_on=due_on,
        role=role,
        subject=one.who,
        arithmetic=arithmetic,
        met_on=one.met_on,
    )


def expected_messages(
    facts: Facts, *, calendar: Calendar, policy: Policy, role: str, on: date
) -> Sequence[Expected]:
    """What is due about messages while a placement runs."""
    return [
        *expected_invitation(facts, days=policy.review_invitation_days, role=role, on=on),
        *expected_again(
            facts,
            calendar=calendar,
            within=policy.family_answer_school_days,
            role=role,
            on=on,
        ),
    ]


@cites("off-site/what-the-notice-says", "off-site/who-has-the-notice")
def notice_gaps(
    *, starts_on: date | None, ends_on: date | None, reason: str, objective: str, address: str
) -> list[str]:
    """What the record does not hold yet of what a notice of an off-site direction states.

    Whom to see on the first day, and the times, are asked when the notice is written.
    """
    wanted = {
        "the first day": starts_on,
        "the last day": ends_on,
        "the reason": reason,
        "the objective": objective,
        "the address": address,
    }
    return [says for says, value in wanted.items() if not value]
