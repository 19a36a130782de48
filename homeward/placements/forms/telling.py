"""What is typed when people were told, and when somebody looked at how the child still belongs."""

from datetime import date
from typing import Any

from homeward.placements.codes import Audience, BelongingKind, ToldBy
from homeward.web.forms import ChoiceField, DateField, Form, LongTextField, TextField

_STAFF = {Audience.STAFF, Audience.RETURN_STAFF, Audience.RECEIVING_STAFF}
NOT_LOOKED_AT = "not_looked_at"
_WHO = {
    Audience.PARENTS: (
        "Who exactly was told?",
        "Each adult by name: one may know what another does not.",
    ),
    Audience.CHILD: ("Who else was there?", "For example, their mother, or the key worker."),
    Audience.STAFF: ("Which staff were told?", "For example, all teachers of 9B and the office."),
    Audience.RETURN_STAFF: (
        "Which staff were briefed?",
        "For example, all teachers of 9B, the office and the lunchtime staff.",
    ),
    Audience.RECEIVING_STAFF: (
        "Which staff were briefed?",
        "For example, the tutor, all teachers of 9B and the office.",
    ),
    Audience.AUTHORITY: (
        "Who at the authority was told?",
        "For example, the Participation Team, by name.",
    ),
}


class TellingForm(Form):
    """Parents, the child or wider staff were told: when, how, by whom, and what they understood."""

    told_on = DateField(
        label="On which day?",
        noun="day they were told",
        missing="Enter the day they were told, like 27 3 2026",
    )
    how = ChoiceField(label="How?", missing="Say how they were told")
    told_by_name = TextField(
        label="Who told them?", missing="Say who told them", max_length=120, autocomplete="name"
    )
    who = TextField(label="Who exactly was told?", max_length=200)
    understood = LongTextField(label="What did they understand, and what did they ask?", rows=3)

    def __init__(
        self, data: Any = None, *, audience: Audience, child: str, today: date, by: str
    ) -> None:
        super().__init__(data, initial={"told_on": today, "told_by_name": by})
        fields: dict[str, Any] = self.fields
        fields["told_on"].earliest = date(today.year - 2, 1, 1)
        fields["told_on"].latest = today
        fields["told_on"].too_late = "That day is still to come. Record it when they have been told"
        fields["how"].choices = [
            (how.value, how.label) for how in ToldBy if how != ToldBy.BRIEFING or audience in _STAFF
        ]
        fields["who"].label, fields["who"].help_text = _WHO[audience]
        if audience == Audience.CHILD:
            fields["understood"].label = f"What did {child} understand, in their own words?"
            fields["understood"].help_text = "Ask them to say it back to you."


class BelongingForm(Form):
    """Six things by which a child still belongs: yes, no, or not looked at this time."""

    looked_on = DateField(
        label="On which day did you look?",
        noun="day you looked",
        missing="Enter the day you looked, like 27 3 2026",
    )
    note = LongTextField(
        label="What will be put right, and by whom?",
        hint="For example: the office adds the parents to the list for the parents’ evening.",
        rows=3,
    )

    def __init__(self, data: Any = None, *, child: str, today: date) -> None:
        super().__init__(data, initial={"looked_on": today})
        fields: dict[str, Any] = self.fields
        fields["looked_on"].latest = today
        fields["looked_on"].too_late = "That day is still to come. Record it when you have looked"
        for kind in BelongingKind:
            fields[kind.value] = ChoiceField(
                label=_ASKED[kind].format(child=child),
                choices=[("yes", "Yes"), ("no", "No"), (NOT_LOOKED_AT, "Not looked at")],
                layout="inline",
                initial=NOT_LOOKED_AT,
            )

    @property
    def things(self) -> list[Any]:
        """The six questions, in their order."""
        return [self[kind.value] for kind in BelongingKind]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if not self._kept(typed) and not any(kind.value in self.errors for kind in BelongingKind):
            first = next(iter(BelongingKind)).value
            self.add_error(first, "Say yes or no for at least one of the six")
        return typed

    def looked_at(self) -> dict[str, Any]:
        """What was looked at, with the day and the note."""
        typed = self.cleaned_data
        return {
            "kept": self._kept(typed),
            "looked_on": typed["looked_on"],
            "note": typed["note"],
        }

    def _kept(self, typed: dict[str, Any]) -> dict[str, bool]:
        said = {kind.value: typed.get(kind.value) for kind in BelongingKind}
        return {kind: answer == "yes" for kind, answer in said.items() if answer in {"yes", "no"}}


_ASKED = {
    BelongingKind.TUTOR_LIST: "Is {child} still on the tutor’s list?",
    BelongingKind.TRIPS: "Is {child} told of trips?",
    BelongingKind.EVENTS: "Is {child} invited to events?",
    BelongingKind.REPORTS: "Do the parents get the school’s reports?",
    BelongingKind.PARENTS_EVENING: "Are the parents invited to parents’ evening?",
    BelongingKind.PHOTOGRAPHS: "Is {child} in class photographs?",
}
