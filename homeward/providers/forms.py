"""What is typed on the pages of providers."""

import re
from datetime import date
from typing import Any

from homeward.providers.codes import (
    CONFIRMATION_SAYS,
    STANDING_SAYS,
    ConfirmationKind,
)
from homeward.providers.queries import Chosen
from homeward.reference.codes import rows
from homeward.web.forms import (
    ChoiceField,
    DateField,
    EmailField,
    Form,
    LongTextField,
    TextField,
)

YEARS_BACK = 30
YEARS_AHEAD = 5
_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})")


class ListForm(Form):
    """What the list is narrowed to; stands in the address."""

    q = TextField(label="Name of the provider", max_length=80)
    standing = ChoiceField(
        label="Registration",
        layout="select",
        prompt="All",
        choices=[(kind.value, says) for kind, says in STANDING_SAYS.items()],
    )
    confirmation = ChoiceField(
        label="Safeguarding confirmation",
        layout="select",
        prompt="All",
        choices=[(kind.value, says) for kind, says in CONFIRMATION_SAYS.items()],
    )

    def chosen(self) -> Chosen:
        """What was chosen; what cannot be read narrows nothing."""
        self.is_valid()
        said = self.cleaned_data
        return Chosen(
            text=said.get("q", ""),
            standing=said.get("standing", ""),
            confirmation=said.get("confirmation", ""),
        )


class ProviderForm(Form):
    name = TextField(
        label="What is the provider called?",
        missing="Enter the name of the provider",
        max_length=160,
    )
    what_it_offers = LongTextField(
        label="What does it offer? (optional)",
        hint="Subjects, groups or one to one, ages. Never a child’s name: every school can read this.",
        max_length=2000,
    )
    phone = TextField(label="Telephone (optional)", max_length=20, width=20, autocomplete="tel")
    email = EmailField(label="Email (optional)")


class RegistrationForm(Form):
    """Registered or not, from a day on, under one identifier (R-ID-03)."""

    standing = ChoiceField(
        label="Is the provider registered as a school, or with a UKPRN?",
        choices=[
            ("urn", "Yes, it has a URN"),
            ("ukprn", "Yes, it has a UKPRN and no URN"),
            ("type", "No"),
        ],
        hints={
            "urn": "A school that is registered: a six-digit number in the national register",
            "ukprn": "A registered learning provider: eight digits, beginning with 1",
            "type": "An unregistered provider may only be used for short-term placements",
        },
        reveals={"urn": ["urn"], "ukprn": ["ukprn"], "type": ["setting_type"]},
        missing="Say whether the provider is registered",
    )
    urn = TextField(label="URN", max_length=12, width=10)
    ukprn = TextField(label="UKPRN", max_length=12, width=10)
    setting_type = ChoiceField(
        label="What kind of setting is it?",
        choices=[
            (row["slug"], row["label"])
            for row in rows("ap_settings")
            if row["identifier"] == "setting type"
        ],
    )
    from_on = DateField(
        label="Since when?",
        noun="first day",
        missing="Enter the first day on which this holds, like 1 9 2026",
        hint="The first day on which this holds. What was written before ends the day before.",
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _between(self.fields["from_on"], today, back=YEARS_BACK, ahead=1)

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        standing = typed.get("standing")
        urn, ukprn = _digits(typed.get("urn")), _digits(typed.get("ukprn"))
        if standing == "urn" and not re.fullmatch(r"[0-9]{6}", urn):
            self.add_error("urn", "Enter the URN: six digits, like 102366")
        elif standing == "ukprn" and not re.fullmatch(r"1[0-9]{7}", ukprn):
            self.add_error("ukprn", "Enter the UKPRN: eight digits, beginning with 1")
        elif standing == "type" and not typed.get("setting_type"):
            self.add_error("setting_type", "Choose the kind of setting")
        return typed

    def said(self) -> dict[str, Any]:
        """What was typed, as the action takes it: one identifier only."""
        typed, standing = self.cleaned_data, self.cleaned_data["standing"]
        return {
            "is_registered": standing != "type",
            "from_on": typed["from_on"],
            "urn": _digits(typed["urn"]) if standing == "urn" else "",
            "ukprn": _digits(typed["ukprn"]) if standing == "ukprn" else "",
            "setting_type": typed["setting_type"] if standing == "type" else "",
        }


class SiteForm(Form):
    name = TextField(
        label="What is the site called?",
        hint="For example, Main house, or Farm",
        missing="Enter a name for the site",
        max_length=120,
    )
    street = TextField(
        label="Address", missing="Enter the address: number and street", max_length=160
    )
    town = TextField(label="Town (optional)", max_length=120)
    postcode = TextField(
        label="Postcode", missing="Enter the postcode, like UB8 1UW", max_length=12, width=10
    )
    opened_on = DateField(label="When did it open? (optional)", noun="first day", hint="")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _between(self.fields["opened_on"], today, back=200, ahead=YEARS_AHEAD)

    def clean_postcode(self) -> str:
        typed = " ".join(str(self.cleaned_data["postcode"]).upper().split())
        found = _POSTCODE.fullmatch(typed)
        if found is None:
            self.add_error("postcode", "Enter a full postcode, like UB8 1UW")
            return typed
        return f"{found[1]} {found[2]}"


class CloseSiteForm(Form):
    closed_on = DateField(
        label="What is its last day?",
        noun="last day",
        missing="Enter the last day of the site",
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _between(self.fields["closed_on"], today, back=YEARS_BACK, ahead=YEARS_AHEAD)


class ConfirmationForm(Form):
    """The provider's word that its staff have been checked: written or spoken."""

    how = ChoiceField(
        label="How did the provider confirm its safeguarding checks?",
        choices=[
            (ConfirmationKind.WRITTEN, "In writing"),
            (ConfirmationKind.SPOKEN, "By word of mouth"),
        ],
        hints={
            ConfirmationKind.SPOKEN: "Enough for an urgent start. It is needed in writing within"
            " one school day, and shows on Today until it is here",
        },
        reveals={ConfirmationKind.WRITTEN: ["expires_on", "kept_where"]},
        missing="Say how it was confirmed",
    )
    expires_on = DateField(
        label="What is the last day on which it stands?",
        noun="last day",
        hint="Usually a year after it was given.",
    )
    kept_where = TextField(
        label="Where is it kept? (optional)",
        hint="The name of the file or folder, so that anybody can find it",
        max_length=200,
    )
    given_by = TextField(
        label="Who gave it?",
        hint="Name and role at the provider",
        missing="Enter who at the provider gave it",
        max_length=120,
    )
    confirmed_on = DateField(
        label="On which day?",
        noun="day it was given",
        missing="Enter the day on which it was given",
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given: Any = self.fields["confirmed_on"]
        _between(given, today, back=YEARS_BACK, ahead=0)
        given.latest = today
        given.too_late = "That day is still to come: record it once it has been given"
        _between(self.fields["expires_on"], today, back=YEARS_BACK, ahead=YEARS_AHEAD)

    @property
    def is_written(self) -> bool:
        return bool(self.cleaned_data["how"] == ConfirmationKind.WRITTEN)

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("how") != ConfirmationKind.WRITTEN or "expires_on" in self.errors:
            return typed
        confirmed_on, expires_on = typed.get("confirmed_on"), typed.get("expires_on")
        if expires_on is None:
            self.add_error("expires_on", "Enter the last day on which it stands")
        elif confirmed_on and expires_on <= confirmed_on:
            self.add_error("expires_on", "It must stand for longer than the day it was given")
        return typed


class TakeBackForm(Form):
    because = TextField(
        label="Why is it taken back?",
        hint="It stays on the list, crossed out, with this reason",
        missing="Say why it is taken back",
        max_length=300,
    )


def _between(field: Any, today: date, *, back: int, ahead: int) -> None:
    field.earliest = date(today.year - back, 1, 1)
    field.latest = date(today.year + ahead, 12, 31)


def _digits(text: str | None) -> str:
    return "".join((text or "").split())
