"""The short pages of a draft. Everything may be left open: the gate says what is still missing."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from homeward.placements.codes import Kind, LegalBasis
from homeward.reference.codes import labels
from homeward.web.forms import ChoiceField, DateField, Form, HiddenField, LongTextField

YEARS_AHEAD = 7


class Section(Form):
    """A short page: it carries how often the placement had been edited when it was opened."""

    edited = HiddenField()

    def changes(self) -> dict[str, Any]:
        """What was typed, without the count of edits."""
        return {name: value for name, value in self.cleaned_data.items() if name != "edited"}

    def opened_at(self) -> int:
        """The count of edits when the page was opened; 0 where the page did not say."""
        text = str(self.cleaned_data.get("edited") or "0")
        return int(text) if text.isdecimal() and len(text) < 9 else 0


class WhyForm(Section):
    reason = ChoiceField(
        label="What is the main reason for the placement?",
        hint="The reasons are the Department for Education's own.",
    )
    reason_detail = LongTextField(label="What has happened, and what has been tried?", rows=5)
    legal_basis = ChoiceField(label="On what basis is it arranged?", choices=LegalBasis.choices())
    immediate_need = LongTextField(
        label="What does the child need now?",
        hint="The immediate need that this placement meets, in plain words.",
    )
    objective = LongTextField(
        label="What should be different at the end?",
        hint="An objective that can be measured.",
        rows=3,
    )
    objective_baseline = LongTextField(label="Where is the child with that today?", rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["reason"]
        field.choices = list(labels("ap_placement_reasons", codeset="school_census").items())


class DatesForm(Section):
    kind = ChoiceField(
        label="What kind of placement is it?",
        choices=Kind.choices(),
        hints={
            Kind.SHORT_TERM: "The child goes back, or on, after a set time.",
            Kind.KS4_TO_END: "Only for Key Stage 4, full time, with a registered provider.",
            Kind.INTERIM: "The child has no school place yet. Short term too.",
        },
    )
    starts_on = DateField(label="What is the first day?", noun="first day")
    ends_on = DateField(
        label="What is the intended last day?",
        noun="intended last day",
        hint="Everybody, the child too, sees the days left until then.",
    )
    ends_because = LongTextField(label="Why until then?", rows=3)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("starts_on", "ends_on"):
            field: Any = self.fields[name]
            field.earliest = date(today.year - YEARS_AHEAD, 1, 1)
            field.latest = date(today.year + YEARS_AHEAD, 12, 31)
            field.too_early = f"The {field.noun} must be after {field.earliest.year}"
            field.too_late = f"The {field.noun} must be before {field.latest.year + 1}"

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        starts_on, ends_on = typed.get("starts_on"), typed.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", "The intended last day must be on or after the first day")
        return typed


class ArrangementsForm(Section):
    attendance_reporting = LongTextField(
        label="How and by when does the provider tell the school about absence each day?", rows=3
    )
    transport = LongTextField(label="How does the child get there and back?", rows=2)
    meals = LongTextField(label="What about meals, free school meals too?", rows=2)
    medication = LongTextField(label="Is there medication or a health need to know of?", rows=2)
    behaviour_rule = LongTextField(
        label="What happens at the provider when things go wrong?", rows=3
    )
    cost = LongTextField(label="What does it cost, and who pays?", rows=2)


class ProviderForm(Form):
    provider = ChoiceField(
        label="Which provider?",
        layout="select",
        prompt="Choose a provider",
        missing="Choose the provider",
    )

    def __init__(self, *args: Any, providers: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["provider"]
        field.choices = [("", "Choose a provider"), *providers]
