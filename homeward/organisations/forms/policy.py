"""The form of one number of the policy pack."""

from datetime import date, timedelta
from typing import Any

from django import forms as django_forms

from homeward.organisations.queries import NumberPage
from homeward.organisations.rules.policy_change import PolicyChange
from homeward.web import forms

AHEAD = timedelta(days=3 * 366)


class PolicyForm(forms.Form):
    """A value, from which day, and by whose decision. `seen` says what its page showed."""

    value = forms.NumberField(label="What should the number be?", missing="Enter the number")
    from_on = forms.DateField(
        label="From which day?",
        noun="day",
        missing="Enter the day from which it holds",
    )
    source = forms.TextField(
        label="Who decided this, and where is it written?",
        hint="For example, Schools Forum, 12 November 2026, minute 4. Everybody can read it",
        missing="Say who decided this, and where it is written",
        max_length=200,
    )
    seen = forms.HiddenField()

    def __init__(self, *args: Any, page: NumberPage, on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"from_on": on, "seen": str(page.seen)})
        super().__init__(*args, **kwargs)
        self.page = page
        self.change: PolicyChange | None = None
        number, value, from_on = page.number, self.fields["value"], self.fields["from_on"]
        value.minimum, value.maximum = number.least, number.most  # type: ignore[attr-defined]
        value.suffix = number.unit.many  # type: ignore[attr-defined]
        value.help_text = f"From {number.least} to {number.count(number.most)}"
        from_on.help_text = (
            "Today or a later day. On days that have passed, people kept to the number of that day"
        )
        from_on.earliest, from_on.latest = on, on + AHEAD  # type: ignore[attr-defined]
        from_on.too_early = (  # type: ignore[attr-defined]
            "Choose today or a later day. On days that have passed, people kept to the number of that day"
        )
        from_on.too_late = "Choose a day within the next three years"  # type: ignore[attr-defined]

    def clean_seen(self) -> int:
        typed = str(self.cleaned_data.get("seen") or "")
        if typed != str(self.page.seen):
            last = self.page.changes[0] if self.page.changes else None
            raise django_forms.ValidationError(
                f"{last.person_name} changed this number while you looked at it: {last.summary}"
                if last
                else "Open the page of this number again"
            )
        return self.page.seen

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if typed.get("value") is not None and typed.get("from_on"):
            self.change = self.page.change(typed["value"], typed["from_on"])
            if self.change.problem:
                self.add_error("value", self.change.problem)
        return typed

    def look_again(self) -> None:
        """Let the form be sent again by somebody who sees the number as it stands now."""
        self.data = {**{name: self.data[name] for name in self.data}, "seen": str(self.page.seen)}
