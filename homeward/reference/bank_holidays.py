"""Bank holidays of England and Wales, as GOV.UK publishes them. Schools are always closed."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def bank_holidays() -> Mapping[date, str]:
    """Answer the name of each bank holiday by its day, 2012 to 2028."""
    told = json.loads((files(__package__) / "data" / "bank_holidays.json").read_text("utf-8"))
    events = told["england-and-wales"]["events"]
    return MappingProxyType({date.fromisoformat(event["date"]): event["title"] for event in events})


@cache
def last_known_on() -> date:
    """Answer the last day of the last year for which bank holidays are known."""
    return date(max(bank_holidays()).year, 12, 31)
