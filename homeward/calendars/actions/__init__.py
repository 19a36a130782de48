"""Changing term dates. Each writes history, announces `calendar_changed` and settles what is due."""

from homeward.calendars.actions.carrying import carry_over_terms
from homeward.calendars.actions.closing import (
    AlreadyClosed,
    NotTheirs,
    add_closure,
    remove_closure,
)
from homeward.calendars.actions.loading import Loaded, WrongTermDates, load_terms
from homeward.calendars.actions.needed import KIND, expect_dates, settle_dates

__all__ = [
    "KIND",
    "AlreadyClosed",
    "Loaded",
    "NotTheirs",
    "WrongTermDates",
    "add_closure",
    "carry_over_terms",
    "expect_dates",
    "load_terms",
    "remove_closure",
    "settle_dates",
]
