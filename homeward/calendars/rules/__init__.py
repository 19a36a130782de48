"""School calendars and what is counted on them: pure functions over dates, no database, no clock."""

from .ages import (
    age_on,
    birthday,
    compulsory_school_age,
    is_compulsory_school_age,
    key_stage,
    last_friday_in_june,
    participation_window,
    year_group,
)
from .calendar import Calendar, DatesNeeded
from .clocks import half_terms_to_review, intensive_limit, last_school_day_of, sixth_day
from .notice import (
    NoticeReading,
    annual_review_notice_by,
    decision_notified_by,
    invitations_by,
    is_notice_in_time,
    latest_notice,
    review_excused_by,
)
from .periods import (
    HalfTerm,
    Period,
    SchoolWeek,
    academic_year,
    academic_year_period,
    monday_of,
    next_academic_year,
)
from .problems import TermRow, row_problem
from .terms import TermBlock, calendar_of, complete_years

__all__ = [
    "Calendar",
    "DatesNeeded",
    "HalfTerm",
    "NoticeReading",
    "Period",
    "SchoolWeek",
    "TermBlock",
    "TermRow",
    "academic_year",
    "academic_year_period",
    "age_on",
    "annual_review_notice_by",
    "birthday",
    "calendar_of",
    "complete_years",
    "compulsory_school_age",
    "decision_notified_by",
    "half_terms_to_review",
    "intensive_limit",
    "invitations_by",
    "is_compulsory_school_age",
    "is_notice_in_time",
    "key_stage",
    "last_friday_in_june",
    "last_school_day_of",
    "latest_notice",
    "monday_of",
    "next_academic_year",
    "participation_window",
    "review_excused_by",
    "row_problem",
    "sixth_day",
    "year_group",
]
