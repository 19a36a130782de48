"""Notice: how many days before something somebody must hear of it."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from homeward.reference.guidance import cites

from .calendar import Calendar
from .periods import DAY, Period


class NoticeReading(StrEnum):
    """How an authority reads "not less than two school days"."""

    CLEAR = "clear"
    LITERAL = "literal"


@cites("off-site/written-notice")
def latest_notice(
    calendar: Calendar,
    first_day: date,
    *,
    reading: NoticeReading = NoticeReading.CLEAR,
    days: int = 2,
) -> date:
    """Answer the last school day for written notice of a first day off site (R-OSD-02).

    Clear: `days` whole school days lie between. Literal: the `days`-th school day before. Raises
    DatesNeeded. A notice given later is a warning, never a bar.
    """
    back = days + 1 if reading is NoticeReading.CLEAR else days
    return calendar.nth_school_day_before(first_day, back)


def is_notice_in_time(
    calendar: Calendar,
    given_on: date,
    first_day: date,
    *,
    reading: NoticeReading = NoticeReading.CLEAR,
) -> bool:
    """Say whether notice given on a day, a holiday too, came in time. Raises DatesNeeded."""
    clear = calendar.school_days_between(given_on, first_day)
    return given_on < first_day and clear >= (2 if reading is NoticeReading.CLEAR else 1)


@cites("off-site/review-on-request")
def review_excused_by(asked_on: date, reviews: Iterable[date]) -> tuple[Period, list[date]]:
    """Answer the ten weeks (70 calendar days) before a request, and the reviews held in them.

    With none, the review that was asked for must be held (R-OSD-06).
    """
    window = Period(asked_on - timedelta(days=70), asked_on - DAY)
    return window, sorted(day for day in reviews if day in window)


@cites("off-site/review-invitation")
def invitations_by(meeting_on: date, *, days: int = 6) -> date:
    """Answer the last day, in calendar days, to invite to a review (R-OSD-07)."""
    return meeting_on - timedelta(days=days)


@cites("off-site/review-decision")
def decision_notified_by(meeting_on: date, *, days: int = 6) -> date:
    """Answer the last day, in calendar days, to tell a decision (R-OSD-08, a setting)."""
    return meeting_on + timedelta(days=days)


@cites("special-needs/annual-review-notice")
def annual_review_notice_by(meeting_on: date) -> date:
    """Answer the last day, in calendar days, for notice and papers of a plan's review (R-EHC-01)."""
    return meeting_on - timedelta(days=14)
