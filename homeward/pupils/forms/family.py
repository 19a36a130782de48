"""The adults of a family, households, and what is kept from whom."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from homeward.pupils.codes import CHANNEL_SAYS, HIDES_SAYS, RELATIONSHIP_SAYS, Channel
from homeward.pupils.forms.opened import OpenedForm
from homeward.web.forms import (
    ChoiceField,
    DateField,
    EmailField,
    Form,
    TextField,
    YesNoField,
)

_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})")
_NO_HOUSEHOLD = ("", "Not known, or none of these")


class AdultForm(OpenedForm):
    """One adult, on their own. The households are those of the child's family."""

    name = TextField(label="Name", missing="Enter the name", max_length=120)
    relationship = ChoiceField(
        label="Who are they to the child?",
        layout="select",
        choices=[(each.value, says) for each, says in RELATIONSHIP_SAYS.items()],
        missing="Choose who they are to the child",
    )
    has_parental_responsibility = YesNoField(
        label="Do they have parental responsibility? (leave open if not known)"
    )
    household = ChoiceField(label="In which household do they live?")
    may_receive_letters = YesNoField(
        label="May they receive letters about the child?",
        hint="Every parent is told alike, unless a court order or a safety reason says otherwise.",
        missing="Say whether they may receive letters",
        initial=True,
    )
    channel = ChoiceField(
        label="How do they like to be reached?",
        choices=[(each.value, says) for each, says in CHANNEL_SAYS.items()],
        layout="inline",
        missing="Choose how they like to be reached",
        initial=Channel.LETTER,
    )
    phone = TextField(label="Telephone (optional)", max_length=30, width=20)
    email = EmailField(label="Email (optional)")
    language = TextField(label="Language (optional)", max_length=60, width=20)
    needs_interpreter = YesNoField(
        label="Do they need an interpreter?",
        missing="Say whether they need an interpreter",
        initial=False,
    )
    court_order = TextField(
        label="Court order (optional)", hint="What it is, and its reference", max_length=200
    )
    court_order_expires_on = DateField(
        label="Until when does the order run? (optional)", noun="last day of the order", hint=""
    )
    left_on = DateField(
        label="When did they leave the family? (optional)",
        noun="day",
        hint="From this day they stand apart on the record, and no letter goes to them.",
    )

    def __init__(
        self, *args: Any, today: date, households: Mapping[str, Any], is_new: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.households = households
        home: Any = self.fields["household"]
        home.choices = [*((key, one.address) for key, one in households.items()), _NO_HOUSEHOLD]
        order: Any = self.fields["court_order_expires_on"]
        order.earliest, order.latest = date(today.year - 20, 1, 1), date(today.year + 20, 12, 31)
        left: Any = self.fields["left_on"]
        left.earliest, left.latest = date(today.year - 25, 1, 1), date(today.year + 1, 12, 31)
        if is_new:
            del self.fields["left_on"], self.fields["opened"]

    def clean_household(self) -> Any:
        return self.households.get(self.cleaned_data["household"])

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("channel") == Channel.EMAIL and not typed.get("email"):
            if "email" not in self.errors:
                self.add_error("email", "Enter the email address at which they like to be reached")
        elif typed.get("channel") == Channel.PHONE and not typed.get("phone"):
            self.add_error("phone", "Enter the telephone number at which they like to be reached")
        if typed.get("court_order_expires_on") and not typed.get("court_order"):
            self.add_error("court_order", "Enter what the court order is")
        return typed


class HouseholdForm(OpenedForm):
    name = TextField(
        label="What do you call it? (optional)",
        hint="For example, Mother’s home. For the staff who keep this record",
        max_length=120,
    )
    street = TextField(
        label="Address", missing="Enter the address: number and street", max_length=160
    )
    town = TextField(label="Town (optional)", max_length=120)
    postcode = TextField(
        label="Postcode", missing="Enter the postcode, like UB8 1UW", max_length=12, width=10
    )
    phone = TextField(label="Telephone (optional)", max_length=30, width=20)
    is_childs_home = YesNoField(
        label="Does the child live here?",
        hint="All of the time, or some of it. A child can have two homes.",
        missing="Say whether the child lives here",
    )

    def __init__(self, *args: Any, is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_new:
            del self.fields["opened"]

    def clean_postcode(self) -> str:
        typed = " ".join(str(self.cleaned_data["postcode"]).upper().split())
        found = _POSTCODE.fullmatch(typed)
        if found is None:
            self.add_error("postcode", "Enter a full postcode, like UB8 1UW")
            return typed
        return f"{found[1]} {found[2]}"


class ShieldForm(Form):
    """Keep something from one adult. The adults are those of the child's family."""

    from_adult = ChoiceField(label="From whom?", missing="Choose from whom it is kept")
    hides = ChoiceField(
        label="What is kept from them?",
        choices=[(each.value, says) for each, says in HIDES_SAYS.items()],
        missing="Choose what is kept from them",
    )
    because = TextField(
        label="Why?",
        hint="The order or the reason in a few words. Only the staff who keep this record read it.",
        missing="Say why it is kept from them",
        max_length=300,
    )
    until_on = DateField(
        label="Until when? (leave empty: until somebody ends it)", noun="last day", hint=""
    )

    def __init__(self, *args: Any, today: date, adults: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.adults = adults
        whom: Any = self.fields["from_adult"]
        whom.choices = [(key, one.name) for key, one in adults.items()]
        until: Any = self.fields["until_on"]
        until.earliest, until.too_early = today, "The last day must be today or later"
        until.latest = date(today.year + 20, 12, 31)

    def clean_from_adult(self) -> Any:
        return self.adults.get(self.cleaned_data["from_adult"])


class EndShieldForm(Form):
    because = TextField(
        label="Why may it be told from now on?",
        missing="Say why it may be told from now on",
        max_length=300,
    )
