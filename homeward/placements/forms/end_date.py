"""What is typed about another intended last day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict

from homeward.placements.rules.known import day_in_words
from homeward.web.forms import ChoiceField, DateField, Form, HiddenField, LongTextField, TextField

LOOK, MORE = "look", "more"
AT_MOST_ON = timedelta(days=5 * 366)


class LastDay(Form):
    """Another last day, and who agreed. `opened_end_on` is the one that stood when the page was opened.

    A page that was sent with `LOOK` is shown again with what the day would make, one sent with `MORE`
    with more rows; neither is saved.
    """

    opened_end_on = HiddenField()
    new_end_on = DateField(label="Until which day?", noun="new last day")
    who_agreed = TextField(
        label="Who agreed?",
        hint="For example, the headteacher, the mother, and the child.",
        max_length=300,
    )

    def __init__(self, *args: Any, ends_on: date | None, today: date, **kwargs: Any) -> None:
        opened = {"opened_end_on": ends_on.isoformat() if ends_on else ""}
        kwargs["initial"] = opened | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.ends_on, self.today = ends_on, today
        field: Any = self.fields["new_end_on"]
        field.latest, field.too_late = today + AT_MOST_ON, "That day is more than five years away"

    @property
    def typed_end_on(self) -> date | None:
        """The new last day as far as it can be read, be the rest right or not."""
        if not self.is_bound:
            return None
        field: Any = self.fields["new_end_on"]
        try:
            found: date | None = field.clean(self["new_end_on"].data)
        except ValidationError:
            return None
        return found

    def opened_at(self) -> date | None:
        """The intended last day that the page was opened with."""
        try:
            return date.fromisoformat(str(self.cleaned_data.get("opened_end_on") or ""))
        except ValueError:
            return None

    @property
    def stood_on(self) -> date | None:
        """The last day that the writer saw; what stands now may be another."""
        return self.opened_at() or self.ends_on

    def open_again(self, ends_on: date) -> None:
        """Let the form be sent again, over the last day that somebody else set meanwhile."""
        sent: Any = self.data
        self.data = {**sent.dict(), "opened_end_on": ends_on.isoformat()}
        said = day_in_words(ends_on)
        self.add_error(None, f"Somebody else changed the last day to {said} while you were writing")

    @property
    def is_to_be_saved(self) -> bool:
        """Whether the page was sent to be saved, and says everything that it must."""
        if self.is_only_asking:
            self.not_checked()
            return False
        return self.is_valid()

    @property
    def is_only_asking(self) -> bool:
        """Whether the page was sent to be shown again, with more on it."""
        return self.is_bound and any(name in self.data for name in (LOOK, MORE))

    def not_checked(self) -> None:
        """Show what was typed without saying what is wrong with it: nothing was to be saved."""
        self.full_clean()
        self._errors = ErrorDict()

    def need(self, name: str, sentence: str) -> None:
        """Ask for an answer that this form can do without elsewhere."""
        if not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, sentence)


class EndDateForm(LastDay):
    """A later last day belongs to one of the reviews; a sooner one needs none."""

    review = ChoiceField(
        label="In which review was it decided?",
        layout="select",
        prompt="In none of them",
        hint="A later last day needs a review. For a sooner one there need not be one.",
    )
    because = LongTextField(label="Why does the last day change?", rows=3, max_length=2000)

    field_order = ("opened_end_on", "new_end_on", "review", "because", "who_agreed")

    def __init__(self, *args: Any, reviews: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        review: Any = self.fields["review"]
        review.choices = [("", "In none of them"), *reviews]
        new_end_on: Any = self.fields["new_end_on"]
        new_end_on.label = "What is the new last day?"

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        new_end_on, stood_on = typed.get("new_end_on"), self.stood_on
        self.need("new_end_on", "Enter the new last day, like 27 3 2026")
        self.need("because", "Say why the last day changes")
        self.need("who_agreed", "Say who agreed")
        if new_end_on and stood_on and new_end_on > stood_on and not typed.get("review"):
            self.add_error("review", "A later last day needs a review: say in which it was decided")
        if new_end_on and new_end_on == stood_on:
            self.add_error("new_end_on", "That is the last day already")
        return typed
