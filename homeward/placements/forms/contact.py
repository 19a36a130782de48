"""What is typed about a contact: on a phone, with one hand; only day, how, by whom and with whom are asked for."""

from dataclasses import replace
from datetime import date
from typing import Any

from homeward.placements.actions import ContactSaid
from homeward.placements.codes import Method, PromiseKept, Seems, SpokeWith
from homeward.placements.queries.contacts import Opening
from homeward.web.forms import (
    ChoiceField,
    ConfirmField,
    DateField,
    Form,
    LongTextField,
    TextField,
)

SOMEBODY_ELSE = "other"
WORDS_AT_MOST = 2000


class ContactForm(Form):
    """One contact or attempt. Opens with today, the adult signed in, and the method of last time."""

    last_promise_kept = ChoiceField(
        label="Was it kept?", choices=PromiseKept.choices(), layout="inline"
    )
    spoke_with = ChoiceField(
        label="Who did you speak with?",
        choices=SpokeWith.choices(),
        missing="Say who was spoken with",
        reveals={SpokeWith.CHILD: ["seems"]},
    )
    seems = ChoiceField(label="How does the child seem?", choices=Seems.choices())
    child_words = LongTextField(
        label="What did the child say, in their own words?", max_length=WORDS_AT_MOST, rows=2
    )
    promise = TextField(
        label="What do you promise for next time?",
        hint="Small and sure, such as bringing a book or asking a friend to write.",
        max_length=300,
    )
    promise_by_on = DateField(
        label="By when?", noun="day of the promise", hint="Empty means by the next contact"
    )
    news_shared = LongTextField(
        label="What news from school did you share?", max_length=WORDS_AT_MOST, rows=2
    )
    note = LongTextField(
        label="What else should the next adult know?", max_length=WORDS_AT_MOST, rows=2
    )
    made_on = DateField(
        label="On which day?",
        noun="day of the contact",
        missing="Enter the day of the contact, like 27 3 2026",
    )
    method = ChoiceField(
        label="How?", choices=Method.choices(), missing="Say how you were in touch"
    )
    made_by = ChoiceField(
        label="Who made the contact?",
        missing="Say who made the contact",
        reveals={SOMEBODY_ELSE: ["made_by_name"]},
    )
    made_by_name = TextField(label="What is their name?", max_length=120)
    has_worry = ConfirmField(
        label="Something worries me",
        hint="Do not write the worry down here. Save, and you see whom to ring.",
    )

    def __init__(
        self, data: Any = None, *, opening: Opening, today: date, initial: Any = None
    ) -> None:
        filled = {
            "made_on": today,
            "method": opening.method or Method.PHONE.value,
            "made_by": opening.caller,
        }
        super().__init__(data, initial=filled | (initial or {}))
        self.opening, self.today = opening, today
        fields: dict[str, Any] = self.fields
        fields["seems"].label = f"How does {opening.child} seem?"
        fields["child_words"].label = f"What did {opening.child} say, in their own words?"
        fields["made_on"].earliest = opening.born_on
        fields["made_on"].too_early = f"That day is before {opening.child} was born"
        fields["made_on"].latest = today
        fields[
            "made_on"
        ].too_late = "That day is still to come. Record the contact once it has been made"
        fields["made_by"].choices = [
            *((one.key, one.says) for one in opening.callers),
            (SOMEBODY_ELSE, "Somebody else"),
        ]
        if len(opening.promises) > 1:
            fields["last_promise_kept"].label = "Were they kept?"
        if not opening.promises:
            del fields["last_promise_kept"]

    @property
    def in_short(self) -> str:
        """The day, the method and the adult as filled in: "Today · Phone · Ben Ode"."""
        made_on, method, caller = (
            self.get_initial_for_field(self.fields[name], name)
            for name in ("made_on", "method", "made_by")
        )
        name = next((one.name for one in self.opening.callers if one.key == caller), "")
        day = "Today" if made_on == self.today else ""
        return " · ".join(filter(None, (day, dict(Method.choices()).get(method, ""), name)))

    @property
    def must_choose(self) -> bool:
        """Whether day, method and adult are to be seen: one is not filled in, or was changed."""
        names = ("made_on", "method", "made_by", "made_by_name")
        if self.is_bound:
            return any(name in self.errors for name in names) or bool(
                {"made_on", "method", "made_by"} & set(self.changed_data)
            )
        return self.in_short.count(" · ") < 2

    @property
    def has_more(self) -> bool:
        """Whether news or a note is filled in, or wrong."""
        names = ("news_shared", "note")
        return any(name in self.errors or self[name].value() for name in names)

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        is_nameless = typed.get("made_by") == SOMEBODY_ELSE and not typed.get("made_by_name")
        if is_nameless and "made_by_name" not in self.errors:
            self.add_error("made_by_name", "Enter the name of who made the contact")
        by_on, made_on = typed.get("promise_by_on"), typed.get("made_on")
        if by_on and not typed.get("promise") and "promise" not in self.errors:
            self.add_error("promise", "Write down what you promise, or leave its day empty")
        if by_on and made_on and by_on < made_on:
            self.add_error(
                "promise_by_on", "The day of the promise must be on or after the day of the contact"
            )
        return typed

    def said(self) -> ContactSaid:
        """What was typed, ready to be written down. How the child seems counts only from the child."""
        typed = {
            name: value
            for name, value in self.cleaned_data.items()
            if name in ContactSaid.__slots__
        }
        name, key = typed.pop("made_by_name"), typed.pop("made_by")
        caller = next((one for one in self.opening.callers if one.key == key), None)
        if typed["spoke_with"] != SpokeWith.CHILD:
            typed["seems"] = ""
        return ContactSaid(
            made_by=caller.person if caller else None,
            made_by_name=caller.name if caller else name,
            **typed,
        )


class CorrectionForm(ContactForm):
    """A contact written down anew, with the reason. The old words stay readable."""

    because = TextField(
        label="Why is it corrected?",
        missing="Say why it is corrected",
        hint="The old words stay readable, struck through, beside this reason.",
        max_length=300,
    )

    def __init__(self, data: Any = None, *, contact: Any, **options: Any) -> None:
        names = set(self.base_fields) - {"because", "made_by", "made_by_name"}
        said = {name: getattr(contact, name) for name in names}
        super().__init__(data, initial=said, **options)
        del self.fields["has_worry"]
        self.had_worry = contact.has_worry

    def said(self) -> ContactSaid:
        """What was typed. A worry that was raised stays raised."""
        return replace(super().said(), has_worry=self.had_worry)

    def correction(self) -> dict[str, Any]:
        """What was typed, with the reason."""
        return {"said": self.said(), "because": self.cleaned_data["because"]}


class TakeBackForm(Form):
    because = TextField(
        label="Why is it taken back?",
        missing="Say why it is taken back",
        hint="For example: it was another child, or the call did not take place.",
        max_length=300,
    )
