"""The worked examples and the invented calendar that they are counted on."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from homeward.calendars.rules import Calendar, HalfTerm, Period

DATA = Path(__file__).parent.parent / "data"


class Example(NamedTuple):
    id: str
    rule: str
    inputs: dict[str, Any]
    result: dict[str, Any]

    def day(self, name: str) -> date:
        return date.fromisoformat(self.inputs[name])


def examples(*rules: str) -> list[Example]:
    with (DATA / "worked_examples.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        Example(row["id"], row["rule"], json.loads(row["inputs"]), json.loads(row["result"]))
        for row in rows
        if row["rule"] in rules
    ]


def example_calendar() -> Calendar:
    told = json.loads((DATA / "example_calendar.json").read_text(encoding="utf-8"))
    day = date.fromisoformat
    return Calendar(
        covers=Period(day(told["covers"]["from"]), day(told["covers"]["to"])),
        half_terms=[
            HalfTerm(
                told["academic_year"],
                half["term"],
                half["half"],
                day(half["starts_on"]),
                day(half["ends_on"]),
            )
            for half in told["terms"]
        ],
        closed={day(each["date"]): each["name"] for each in told["closures"]}
        | {day(each["date"]): each["name"] for each in told["bank_holidays"]},
    )
