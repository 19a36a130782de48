"""The sections of the reintegration plan. Every section may be left unfinished and saved."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from homeward.placements.codes import LineKind, Route
from homeward.placements.rules.plan import Line
from homeward.placements.rules.review_saying import PROGRESS as PROGRESS_SAYS
from homeward.web.forms import ChoiceField, DateField, Form, HiddenField, LongTextField, TextField
from homeward.web.uuid7 import uuid7

BLANK_ROWS = 2
MOST_ROWS = {
    LineKind.TARGET: 5,
    LineKind.SUPPORT: 10,
    LineKind.ADJUSTMENT: 12,
    LineKind.MILESTONE: 12,
}


class PlanForm(Form):
    """A section carries the number of the plan's version that it was opened with.

    Its dates lie between two years ago and five years on: anything else is a slip of the hand.
    """

    based_on = HiddenField()

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for field in self.fields.values():
            if isinstance(field, DateField):
                self.bound(field)

    def bound(self, field: DateField) -> DateField:
        """Give a date its first and last day."""
        field.earliest = date(self.today.year - 2, 1, 1)
        field.latest = date(self.today.year + 5, 12, 31)
        field.too_early = f"The {field.noun} must be after {field.earliest.year - 1}"
        field.too_late = f"The {field.noun} must be before {field.latest.year + 1}"
        return field

    def opened_at(self) -> int:
        text = str(self.cleaned_data.get("based_on") or "0")
        return int(text) if text.isdecimal() and len(text) < 9 else 0

    def texts(self) -> dict[str, Any]:
        """What was typed, without the version's number."""
        return {name: value for name, value in self.cleaned_data.items() if name != "based_on"}


class RouteForm(PlanForm):
    route = ChoiceField(
        label="Where does the placement lead?",
        choices=Route.choices(),
        hints={
            Route.HOME_SCHOOL: "The usual way. The child stays a pupil of the home school.",
            Route.NEW_SCHOOL: "As good as a return: a fresh start, named or still being sought.",
            Route.LONG_TERM: "A long-term placement that meets the child's needs.",
            Route.POST_16: "College, sixth form, apprenticeship, or work with study.",
        },
    )
    route_destination = TextField(
        label="Which school, place or course, as far as it is known?", max_length=200
    )
    target_on = DateField(label="What is the target date?", noun="target date")
    looked_for = LongTextField(
        label="What do we look for before the return or the move?",
        hint="It guides support. It is never a condition on the child's right to come back.",
    )
    route_owner = TextField(label="Who takes the longer-term route forward?", max_length=120)
    route_next_step = TextField(label="What is their next step?", max_length=300)
    route_next_on = DateField(label="By when?", noun="date of the next step")


class TrustForm(PlanForm):
    adult_strand = LongTextField(
        label="How does the child build trust with adults?",
        hint="Who, where, how often. Many children who needed time away have been hurt.",
    )
    peer_strand = LongTextField(label="How does the child build trust with other young people?")


class ChildForm(PlanForm):
    child_hopes = LongTextField(label="What does the child hope for?", hint="In their own words.")
    child_worries = LongTextField(
        label="What does the child worry about?", hint="In their own words."
    )
    child_helps = LongTextField(label="What helps, says the child?", hint="In their own words.")


class ParentsForm(PlanForm):
    parents_view = LongTextField(
        label="What do the parents or carers say?", hint="In their own words.", rows=6
    )


class ReviewForm(PlanForm):
    first_review_on = DateField(
        label="When is the first review?",
        noun="date of the first review",
        hint="Within six school weeks. For example, 27 3 2026",
    )


TEXT_FORMS: dict[str, type[PlanForm]] = {
    "route": RouteForm,
    "trust": TrustForm,
    "child": ChildForm,
    "parents": ParentsForm,
    "review": ReviewForm,
}

_ROW_FIELDS: dict[LineKind, dict[str, tuple[str, int]]] = {
    LineKind.TARGET: {
        "what": ("What is the target?", 500),
        "baseline": ("Where is the child with it now?", 500),
        "measure": ("How will we see it?", 500),
    },
    LineKind.SUPPORT: {"what": ("What support?", 500), "who": ("From whom?", 120)},
    LineKind.ADJUSTMENT: {
        "what": ("What is adjusted?", 500),
        "where": ("Where?", 200),
        "who": ("Who does it?", 120),
    },
    LineKind.MILESTONE: {"what": ("What will be done?", 500), "who": ("By whom?", 120)},
}
_DAY = {
    LineKind.TARGET: ("By when?", "date of the target"),
    LineKind.SUPPORT: ("From when?", "day the support starts"),
    LineKind.MILESTONE: ("By when?", "date of the step"),
}
PROGRESS = [(str(value), says) for value, says in PROGRESS_SAYS.items()]


class LinesForm(PlanForm):
    """The repeating rows of one kind: those there are, and blank ones. An emptied row is removed."""

    def __init__(self, *args: Any, kind: LineKind, lines: Sequence[Line], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.known = {str(line.thread): line.thread for line in lines}
        count = min(len(lines) + BLANK_ROWS, max(MOST_ROWS[kind], len(lines)))
        self.count = max(count, self._sent()) if self.is_bound else count
        for row in range(self.count):
            self._add_row(row, lines[row] if row < len(lines) else None)

    def _sent(self) -> int:
        """How many rows the page had when it was sent: another editor may have changed that."""
        sent = [name.removeprefix("what_") for name in self.data if name.startswith("what_")]
        return 1 + max((int(row) for row in sent if row.isdecimal() and len(row) < 3), default=-1)

    def _add_row(self, row: int, line: Line | None) -> None:
        self.fields[f"thread_{row}"] = HiddenField(initial=str(line.thread) if line else "")
        for name, (label, most) in _ROW_FIELDS[self.kind].items():
            self.fields[f"{name}_{row}"] = TextField(
                label=label, max_length=most, initial=getattr(line, name) if line else None
            )
        if self.kind in _DAY:
            label, noun = _DAY[self.kind]
            self.fields[f"by_on_{row}"] = self.bound(
                DateField(label=label, noun=noun, initial=line.by_on if line else None)
            )
        if self.kind == LineKind.TARGET and line is not None:
            self.fields[f"progress_{row}"] = ChoiceField(
                label="How far is it, against what was hoped?",
                choices=PROGRESS,
                layout="select",
                prompt="Not rated yet",
                initial="" if line.progress is None else str(line.progress),
            )

    def rows(self) -> list[tuple[int, list[Any]]]:
        """The fields of each row, as the page prints them."""
        return [
            (
                row + 1,
                [
                    self[name]
                    for name in self.fields
                    if name.rpartition("_")[2] == str(row) and name not in ("based_on",)
                ],
            )
            for row in range(self.count)
        ]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        for row in range(self.count):
            self._check(row, typed)
        return typed

    def _check(self, row: int, typed: dict[str, Any]) -> None:
        what, by_on = typed.get(f"what_{row}"), typed.get(f"by_on_{row}")
        others = [typed.get(f"{name}_{row}") for name in _ROW_FIELDS[self.kind] if name != "what"]
        if not what and (by_on or any(others)):
            self.add_error(f"what_{row}", "Say what it is, or empty the whole row to remove it")
        is_dated = self.kind in (LineKind.TARGET, LineKind.MILESTONE)
        if what and is_dated and not by_on and f"by_on_{row}" not in self.errors:
            self.add_error(f"by_on_{row}", "Enter the date, like 27 3 2026")
        if what and self.kind == LineKind.TARGET:
            for name, asks in (
                ("baseline", "Say where the child is with it now"),
                ("measure", "Say how we will see it"),
            ):
                if not typed.get(f"{name}_{row}"):
                    self.add_error(f"{name}_{row}", asks)

    def lines(self) -> list[Line]:
        """The rows that say something, each under the name it had."""
        typed = self.cleaned_data
        return [
            Line(
                kind=self.kind,
                thread=self.known.get(str(typed.get(f"thread_{row}"))) or uuid7(),
                what=typed[f"what_{row}"],
                who=typed.get(f"who_{row}") or "",
                where=typed.get(f"where_{row}") or "",
                baseline=typed.get(f"baseline_{row}") or "",
                measure=typed.get(f"measure_{row}") or "",
                by_on=typed.get(f"by_on_{row}"),
                progress=int(progress) if (progress := typed.get(f"progress_{row}")) else None,
            )
            for row in range(self.count)
            if typed.get(f"what_{row}")
        ]


class DoneForm(Form):
    done_on = DateField(
        label="On which day was it done?",
        noun="day it was done",
        missing="Enter the day it was done, like 27 3 2026",
    )
    note = LongTextField(label="Anything to note?", max_length=1000, rows=2)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["done_on"]
        field.latest = today
        field.too_late = "That day is still to come. Record the step when it is done"
