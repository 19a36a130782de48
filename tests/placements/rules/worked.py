"""The worked examples of placements, and the invented calendar that they are counted on."""

import csv
import json
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from homeward.calendars.rules import Calendar
from homeward.placements.codes import Kind
from homeward.placements.rules.facts import ContactFact, Facts, ReviewFact
from tests.calendars.worked import DATA, example_calendar

AMIRA = UUID("01936000-0000-7000-8000-000000000001")
day = date.fromisoformat


class Example(NamedTuple):
    id: str
    rule: str
    case: str
    inputs: dict[str, Any]
    result: dict[str, Any]

    def calendar(self) -> Calendar:
        """The example calendar, with the closures of the case."""
        usual = example_calendar()
        more = {day(closed): "Closed" for closed in self.inputs.get("closed", ())}
        return replace(usual, closed={**usual.closed, **more})

    def facts(self) -> Facts:
        """An agreed placement of the case's dates."""
        inputs = self.inputs
        return a_placement(
            starts_on=day(inputs["starts"]),
            ends_on=day(inputs["ends"]),
            ended_on=_day_or_none(inputs.get("ended")),
            first_review_on=_day_or_none(inputs.get("planned")),
            reviews=[ReviewFact(day(held)) for held in inputs.get("held", ())],
            contacts=[
                ContactFact(day(made_on), is_with_child, reference=made_on)
                for made_on, is_with_child in inputs.get("contacts", ())
            ],
        )

    def on(self) -> date:
        """The day on which the case is looked at: its start where it does not say."""
        return day(self.inputs.get("on", self.inputs["starts"]))


def examples(asked: str, name: str = "placement_examples") -> list[Example]:
    """The examples whose result answers one thing: `due`, `first_review_by` or `chains`."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Example(
                row["id"],
                row["rule"],
                row["case"],
                json.loads(row["inputs"]),
                json.loads(row["result"]),
            )
            for row in csv.DictReader(file)
        ]
    return [row for row in rows if asked in row.result]


def a_placement(**facts: Any) -> Facts:
    """Amira's placement: six weeks before Christmas, agreed a week before it starts."""
    usual: dict[str, Any] = {
        "reference": AMIRA,
        "kind": Kind.SHORT_TERM,
        "starts_on": day("2026-11-09"),
        "ends_on": day("2026-12-18"),
        "agreed_on": day("2026-11-02"),
    }
    return Facts(**{**usual, **facts})


def _day_or_none(text: str | None) -> date | None:
    return day(text) if text else None
