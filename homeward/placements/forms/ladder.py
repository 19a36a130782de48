"""What is typed about the return ladder: its steps, what happened on it, and a parent's answer."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from homeward.placements.codes import LadderMoveKind
from homeward.placements.rules.saying import WEEKDAYS
from homeward.placements.rules.steps import (
    HALF_DAYS,
    LadderText,
    StepText,
    both_said,
    half_day_said,
    minutes_of,
    problem,
)
from homeward.web.forms import (
    ChoiceField,
    DateField,
    Form,
    HiddenField,
    HoursField,
    LongTextField,
    MultipleChoiceField,
    TextField,
    YesNoField,
)

BLANK_STEPS = 1
LEAST_STEPS = 3
MOST_STEPS = 10
_CHOICES = [(half_day, half_day_said(half_day)) for half_day in HALF_DAYS]


class LadderForm(Form):
    """The steps there are and empty ones, then full time. An emptied step is removed."""

    based_on = HiddenField()
    full_time_on = DateField(
        label="From which day is the child full time?",
        noun="day of full time",
        missing="Enter the day of full time, like 27 3 2026. A ladder without an end is not accepted",
    )
    full_time_minutes = HoursField(
        label="How many hours a week is full time at school?",
        hint="Most schools are open for 32.5 hours a week.",
        missing="Enter how many hours a week full time is, like 32.5",
        maximum=40,
    )
    safe_adult = TextField(
        label="Who is the child’s adult at school?",
        hint="Whom the child can go to at any time, by name.",
        max_length=120,
    )
    safe_place = TextField(
        label="Where can the child go at any time?",
        hint="A safe place, without having to ask. For example, the library office.",
        max_length=200,
    )
    step_back_rule = LongTextField(
        label="When do we take a step back, or pause?",
        hint="Plain words that the child knows too. A step back is part of the plan.",
        rows=3,
    )
    longer_because = LongTextField(label="Why does it last longer?", rows=3)

    def __init__(
        self,
        data: Any = None,
        *,
        child: str,
        today: date,
        text: LadderText | None,
        number: int,
        provider_minutes: int,
        is_reason_asked: bool,
        most_weeks: int,
    ) -> None:
        super().__init__(data, initial=_opened(text, number))
        fields: dict[str, Any] = self.fields
        self.child, self.today, self.provider_minutes = child, today, provider_minutes
        fields["full_time_on"].label = f"From which day is {child} full time at school?"
        fields["safe_adult"].label = f"Who is {child}’s adult at school?"
        fields["safe_place"].label = f"Where can {child} go at any time?"
        fields["longer_because"].label = f"Why does it last longer than {most_weeks} weeks?"
        fields[
            "longer_because"
        ].help_text = "Only for a longer ladder, and only from the headteacher or deputy."
        if not is_reason_asked:
            del fields["longer_because"]
        steps = text.steps if text else ()
        shown = min(max(len(steps) + BLANK_STEPS, LEAST_STEPS), MOST_STEPS)
        self.count = max(shown, self._sent()) if self.is_bound else shown
        for row in range(self.count):
            self._add_step(row, steps[row] if row < len(steps) else None, text)
        for field in fields.values():
            if isinstance(field, DateField):
                _bound(field, today)

    def _sent(self) -> int:
        sent = [name.removeprefix("met_by_") for name in self.data if name.startswith("met_by_")]
        rows = [int(row) for row in sent if row.isdecimal() and int(row) < MOST_STEPS]
        return 1 + max(rows, default=-1)

    def _add_step(self, row: int, step: StepText | None, text: LadderText | None) -> None:
        fields = self.fields
        fields[f"from_on_{row}"] = DateField(
            label="From which day?",
            noun="first day of the step",
            initial=step.from_on if step else None,
        )
        fields[f"at_school_{row}"] = MultipleChoiceField(
            label="At school", choices=_CHOICES, initial=list(step.at_school) if step else []
        )
        fields[f"at_provider_{row}"] = MultipleChoiceField(
            label="At the provider",
            choices=_CHOICES,
            initial=list(step.at_provider) if step else [],
        )
        fields[f"school_minutes_{row}"] = HoursField(
            label="Hours a week at school",
            hint="Leave empty to count each half day as a tenth of full time.",
            maximum=40,
            session=f"Step {row + 1}",
            initial=_differing(step, text),
        )
        fields[f"met_by_{row}"] = TextField(
            label="Who meets the child at the gate?",
            max_length=120,
            initial=step.met_by if step else None,
        )
        fields[f"looked_for_{row}"] = LongTextField(
            label="What do we look for before the next step?",
            max_length=500,
            rows=3,
            initial=step.looked_for if step else None,
        )

    def rows(self) -> list[dict[str, Any]]:
        """Each step as the page prints it: its number, its fields, and the half days by day."""
        return [
            {
                "number": row + 1,
                "from_on": self[f"from_on_{row}"],
                "school": self[f"at_school_{row}"],
                "provider": self[f"at_provider_{row}"],
                "days": self._days(row),
                "rest": [
                    self[f"{name}_{row}"] for name in ("school_minutes", "met_by", "looked_for")
                ],
            }
            for row in range(self.count)
        ]

    def _days(self, row: int) -> list[tuple[str, list[dict[str, Any]]]]:
        ticked = {
            place: set(self[f"at_{place}_{row}"].value() or ()) for place in ("school", "provider")
        }
        return [
            (
                name,
                [
                    {
                        "id": f"id_at_{place}_{row}"
                        + (f"_{half_day}" if half_day != HALF_DAYS[0] else ""),
                        "name": f"at_{place}_{row}",
                        "value": half_day,
                        "says": f"Step {row + 1}: {half_day_said(half_day)} at {_PLACES[place]}",
                        "is_ticked": half_day in ticked[place],
                    }
                    for place in ("school", "provider")
                    for half_day in HALF_DAYS
                    if int(half_day[0]) == weekday
                ],
            )
            for weekday, name in enumerate(WEEKDAYS)
        ]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        for row in self._used():
            self._check(row, typed)
        if not self.errors and (sentence := problem(self.text())):
            self.add_error(_field_of(sentence, self._used()), sentence)
        return typed

    def _used(self) -> list[int]:
        """The steps in which anything is said. One with a mistake counts as said."""
        names = ("from_on", "at_school", "at_provider", "school_minutes", "met_by", "looked_for")
        return [
            row
            for row in range(self.count)
            if any(
                self.cleaned_data.get(f"{name}_{row}") or f"{name}_{row}" in self.errors
                for name in names
            )
        ]

    def _check(self, row: int, typed: dict[str, Any]) -> None:
        school, provider = (
            typed.get(f"at_school_{row}") or (),
            typed.get(f"at_provider_{row}") or (),
        )
        if not typed.get(f"from_on_{row}") and f"from_on_{row}" not in self.errors:
            self.add_error(f"from_on_{row}", f"Step {row + 1}: enter its first day, like 27 3 2026")
        if not school and f"at_school_{row}" not in self.errors:
            self.add_error(
                f"at_school_{row}",
                f"Step {row + 1}: choose at least one half day at school, or empty the whole step",
            )
        if both := sorted(set(school) & set(provider)):
            self.add_error(f"at_school_{row}", f"Step {row + 1}: {both_said(both[0])}")

    def text(self) -> LadderText:
        """The ladder as it was typed."""
        typed = self.cleaned_data
        whole = typed["full_time_minutes"]
        return LadderText(
            full_time_on=typed["full_time_on"],
            full_time_minutes=whole,
            steps=tuple(self._step(row, whole) for row in self._used()),
            safe_place=typed["safe_place"],
            safe_adult=typed["safe_adult"],
            step_back_rule=typed["step_back_rule"],
            longer_because=typed.get("longer_because") or "",
        )

    def _step(self, row: int, whole: int) -> StepText:
        typed = self.cleaned_data
        school, provider = typed[f"at_school_{row}"], typed[f"at_provider_{row}"]
        return StepText(
            from_on=typed[f"from_on_{row}"],
            at_school=tuple(sorted(school, key=HALF_DAYS.index)),
            at_provider=tuple(sorted(provider, key=HALF_DAYS.index)),
            school_minutes=typed[f"school_minutes_{row}"] or minutes_of(school, whole),
            provider_minutes=len(provider) * self.provider_minutes,
            looked_for=typed[f"looked_for_{row}"],
            met_by=typed[f"met_by_{row}"],
        )

    def opened_at(self) -> int:
        text = str(self.cleaned_data.get("based_on") or "0")
        return int(text) if text.isdecimal() and len(text) < 9 else 0


_PLACES = {"school": "school", "provider": "the provider"}


class LadderMoveForm(Form):
    """What happened on the ladder, on which day, and what the child says about it."""

    kind = ChoiceField(label="What happened?", missing="Say what happened")
    moved_on = DateField(label="On which day?", noun="day", missing="Enter the day, like 27 3 2026")
    because = LongTextField(
        label="Why?", hint="For a step back or a pause: what helps it go better.", rows=3
    )
    child_said = LongTextField(label="What does the child say?", rows=3)

    def __init__(
        self,
        data: Any = None,
        *,
        child: str,
        today: date,
        began_on: date | None,
        kinds: Sequence[LadderMoveKind],
        says: dict[str, str],
        kind: str,
    ) -> None:
        super().__init__(data, initial={"moved_on": today, "kind": kind})
        fields: dict[str, Any] = self.fields
        fields["kind"].choices = [(each.value, says.get(each.value, each.label)) for each in kinds]
        fields["moved_on"].latest = today
        fields["moved_on"].too_late = "That day is still to come. Record it when it has happened"
        if began_on and began_on <= today:
            fields["moved_on"].earliest = began_on
            fields["moved_on"].too_early = f"{child} was not back yet on that day"
        fields["child_said"].label = f"What does {child} say, in their own words?"

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        is_harder = typed.get("kind") in {LadderMoveKind.BACK, LadderMoveKind.PAUSE}
        if is_harder and not typed.get("because") and "because" not in self.errors:
            self.add_error("because", "Say why, so that it helps next time")
        return typed


class PartTimeForm(Form):
    """A parent's yes or no to part-time."""

    who = TextField(
        label="Who answered?", missing="Write the name of the parent or carer", max_length=120
    )
    is_agreed = YesNoField(
        label="Do they agree to part-time?",
        missing="Say whether they agree",
        hints={"no": "Then full time is offered."},
    )
    answered_on = DateField(
        label="On which day?", noun="day", missing="Enter the day, like 27 3 2026"
    )
    said = LongTextField(label="What did they say?", hint="In their own words.", rows=3)

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data, initial={"answered_on": today})
        field: Any = self.fields["answered_on"]
        field.latest = today
        field.too_late = "That day is still to come. Record the answer when it was given"


def _opened(text: LadderText | None, number: int) -> dict[str, Any]:
    if text is None:
        return {"based_on": "0", "full_time_minutes": 1950}
    names = (
        "full_time_on",
        "full_time_minutes",
        "safe_adult",
        "safe_place",
        "step_back_rule",
        "longer_because",
    )
    return {"based_on": str(number)} | {name: getattr(text, name) for name in names}


def _differing(step: StepText | None, text: LadderText | None) -> int | None:
    """The minutes of a step where they are not a tenth of full time for each half day."""
    if step is None or text is None:
        return None
    counted = minutes_of(step.at_school, text.full_time_minutes)
    return step.school_minutes if step.school_minutes != counted else None


def _bound(field: DateField, today: date) -> None:
    field.earliest = date(today.year - 2, 1, 1)
    field.latest = date(today.year + 2, 12, 31)
    field.too_early = f"The {field.noun} must be after {field.earliest.year - 1}"
    field.too_late = f"The {field.noun} must be before {field.latest.year + 1}"


def _field_of(sentence: str, used: Iterable[int]) -> str:
    """The field that a sentence about the whole ladder belongs to."""
    first = sentence.partition(" must begin")[0]
    rows = list(used)
    if first.startswith("Step ") and first[5:].isdecimal():
        return f"from_on_{rows[int(first[5:]) - 1]}"
    if sentence.startswith("Step ") and sentence[5].isdecimal():
        return f"school_minutes_{rows[int(sentence[5:].partition(':')[0]) - 1]}"
    return "full_time_on"
