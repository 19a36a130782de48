"""What those who keep the term dates type."""

from datetime import date, timedelta
from typing import Any

from homeward.calendars.codes import TermDateKind
from homeward.calendars.rules import Calendar, Period, TermRow, academic_year_period, row_problem
from homeward.web.forms import ChoiceField, DateField, Form, TextField


class ClosureForm(Form):
    """INSET days or a closure. A day on which the school does not meet anyway is no closure."""

    kind = ChoiceField(
        label="What is it?",
        choices=[
            (TermDateKind.INSET, "INSET day: staff come in, pupils do not"),
            (TermDateKind.CLOSURE, "The school is closed"),
        ],
        missing="Say whether it is an INSET day or a closure",
    )
    starts_on = DateField(
        label="First day", noun="first day", missing="Enter the first day, like 27 11 2026"
    )
    ends_on = DateField(
        label="Last day, if there is more than one", noun="last day", hint="For example, 28 11 2026"
    )
    name = TextField(
        label="What should people see? (optional)",
        hint="For example, Snow, or Polling station. Never a child’s name: this page is public",
        max_length=120,
    )

    def __init__(self, *args: Any, calendar: Calendar, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.calendar = calendar

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        starts_on = typed.get("starts_on")
        if starts_on is None or "ends_on" not in typed:
            return typed
        ends_on = typed["ends_on"] or starts_on
        typed["ends_on"], typed["kind"] = ends_on, TermDateKind(typed.get("kind") or "inset")
        problem = row_problem(TermRow(0, typed["kind"], starts_on, ends_on))
        if ends_on < starts_on:
            self.add_error("ends_on", "The last day must be the first day or later")
        elif problem:
            self.add_error("starts_on", problem)
        elif self._is_no_school_day(Period(starts_on, ends_on)):
            reason = self.calendar.why_closed(starts_on)
            self.add_error("starts_on", f"There is no school then already: {reason}")
        return typed

    def _is_no_school_day(self, days: Period) -> bool:
        is_known = self.calendar.dates_needed(days) is None
        return is_known and not self.calendar.school_days(days)


TERM_FIELDS = (
    ("autumn", TermDateKind.TERM, "Autumn term"),
    ("october", TermDateKind.HALF_TERM, "October half-term holiday"),
    ("spring", TermDateKind.TERM, "Spring term"),
    ("february", TermDateKind.HALF_TERM, "February half-term holiday"),
    ("summer", TermDateKind.TERM, "Summer term"),
    ("may", TermDateKind.HALF_TERM, "May half-term holiday"),
)


class TermsForm(Form):
    """The three terms of an academic year and the half-term holidays inside them."""

    def __init__(self, *args: Any, year: str, organisation: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.year, self.organisation = year, organisation
        whole = academic_year_period(year)
        earliest = date(whole.starts_on.year, 8, 15)
        for name, _, label in TERM_FIELDS:
            for end, words in (("first", "first day"), ("last", "last day")):
                noun = f"{words} of the {label[0].lower()}{label[1:]}"
                self.fields[f"{name}_{end}"] = DateField(
                    label=f"{label}: {words}",
                    noun=noun,
                    missing=f"Enter the {noun}",
                    hint="",
                    earliest=earliest,
                    latest=whole.ends_on,
                )

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        before: date | None = None
        for name, kind, _ in TERM_FIELDS:
            starts_on, ends_on = typed.get(f"{name}_first"), typed.get(f"{name}_last")
            if starts_on is None or ends_on is None:
                continue
            problem = row_problem(TermRow(self.organisation, kind, starts_on, ends_on))
            if problem:
                self.add_error(f"{name}_last", problem)
            elif kind is TermDateKind.TERM:
                if before and starts_on <= before:
                    self.add_error(f"{name}_first", "This term must start after the one before")
                before = ends_on
        return typed

    @property
    def rows(self) -> list[TermRow]:
        """Answer what was typed, ready to be loaded."""
        typed = self.cleaned_data
        return [
            TermRow(
                self.organisation,
                kind,
                typed[f"{name}_first"],
                typed[f"{name}_last"],
                label if kind is TermDateKind.TERM else "",
            )
            for name, kind, label in TERM_FIELDS
        ]


_PAUSES = {"autumn": "october", "spring": "february", "summer": "may"}


def terms_as_typed(calendar: Calendar, year: str) -> dict[str, date]:
    """Answer what the form of a year begins with: its terms as they are loaded now."""
    typed: dict[str, date] = {}
    for term, pause in _PAUSES.items():
        halves = [half for half in calendar.half_terms if (half.year, half.term) == (year, term)]
        if not halves:
            continue
        typed[f"{term}_first"], typed[f"{term}_last"] = halves[0].starts_on, halves[-1].ends_on
        if len(halves) > 1:
            typed[f"{pause}_first"] = halves[0].ends_on + timedelta(days=1)
            typed[f"{pause}_last"] = halves[1].starts_on - timedelta(days=1)
    return typed
