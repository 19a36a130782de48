"""Identity, needs and home school of a child."""

from datetime import date
from typing import Any

from homeward.pupils.codes import YEAR_GROUP_SAYS
from homeward.pupils.forms.opened import OpenedForm
from homeward.pupils.rules.year_groups import usual_year
from homeward.reference.codes import labels, rows
from homeward.reference.identifiers import (
    tidy_identifier,
    uln_problem,
    upn_check_letter,
    upn_problem,
)
from homeward.web.forms import (
    ChoiceField,
    ConfirmField,
    DateField,
    Form,
    TextField,
    YesNoField,
)

OLDEST = 25


class _Identity(Form):
    first_name = TextField(
        label="Legal first name", missing="Enter the legal first name", max_length=80
    )
    last_name = TextField(
        label="Legal last name", missing="Enter the legal last name", max_length=80
    )
    preferred_first_name = TextField(
        label="First name the child goes by (optional)",
        hint="Where it is another one. Pages and letters use it.",
        max_length=80,
    )
    preferred_last_name = TextField(label="Last name the child goes by (optional)", max_length=80)
    former_names = TextField(
        label="Former names (optional)",
        hint="The child is found by these too. They stand on no letter.",
        max_length=200,
    )
    born_on = DateField(
        label="Date of birth",
        noun="date of birth",
        missing="Enter the date of birth, like 27 3 2012",
        hint="For example, 27 3 2012",
    )
    sex = ChoiceField(
        label="Sex (optional)",
        choices=[*labels("sex").items()],
        layout="inline",
        hint="As the school census has it",
    )
    year_group = ChoiceField(
        label="Year group in which the child is taught",
        layout="select",
        prompt="The usual one for the birthday",
        choices=[(str(number), says) for number, says in YEAR_GROUP_SAYS.items()],
    )
    upn = TextField(
        label="Unique pupil number (UPN) (optional)",
        hint="A letter, then twelve more, like X312999926001",
        max_length=20,
        width=20,
    )
    uln = TextField(
        label="Unique learner number (ULN) (optional)",
        hint="Ten digits, from Year 9 on",
        max_length=20,
        width=10,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        born: Any = self.fields["born_on"]
        born.earliest = date(today.year - OLDEST, 1, 1)
        born.latest = today
        born.too_early = (
            f"The date of birth must be in {born.earliest.year} or later: check the year"
        )
        born.too_late = "The date of birth must be in the past: check the year"

    def clean_upn(self) -> str:
        upn = tidy_identifier(self.cleaned_data["upn"])
        problem = upn_problem(upn) if upn else None
        if problem:
            self.add_error("upn", _with_letter(upn, problem))
        return upn

    def clean_uln(self) -> str:
        uln = tidy_identifier(self.cleaned_data["uln"])
        problem = uln_problem(uln) if uln else None
        if problem:
            self.add_error("uln", problem)
        return uln

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        born_on, chosen = typed.get("born_on"), typed.get("year_group")
        if born_on:
            typed["year_group"] = int(chosen) if chosen else usual_year(born_on, self.today)
        return typed


class IdentityForm(OpenedForm, _Identity):
    """Who the child is, over a record that stands."""


class NewForm(_Identity):
    """A new record. An officer of the authority says at which school the child is."""

    urn = TextField(
        label="URN of the home school (optional)",
        hint="Six digits. Leave it empty for a child who has no school place yet.",
        max_length=10,
        width=10,
    )
    is_another = ConfirmField(label="This is another child. Begin a new record")

    def __init__(self, *args: Any, asks_school: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_school:
            del self.fields["urn"]

    def said(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        apart = {"urn", "is_another"}
        return {name: value for name, value in self.cleaned_data.items() if name not in apart}


class MoveForm(Form):
    has_school = YesNoField(
        label="Does the child have a school place?",
        yes="Yes, at another school",
        no="No, none yet",
        missing="Say whether the child has a school place",
        reveals={"yes": ["urn"]},
    )
    urn = TextField(
        label="URN of the new home school",
        hint="Six digits. The directory of schools shows it.",
        max_length=10,
        width=10,
    )

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("has_school") and not typed.get("urn") and "urn" not in self.errors:
            self.add_error("urn", "Enter the URN of the new home school")
        return typed


class NeedsForm(OpenedForm):
    sen_provision = ChoiceField(
        label="Special educational needs",
        choices=[
            (row["code"], row["label"])
            for row in rows("sen")
            if row["codeset"] == "provision" and row["code"] != "S"
        ],
    )
    sen_need = ChoiceField(
        label="Main need",
        layout="select",
        prompt="Not known",
        choices=labels("sen", codeset="type").items(),
    )
    sen_need_second = ChoiceField(
        label="Second need",
        layout="select",
        prompt="None",
        choices=labels("sen", codeset="type").items(),
    )
    has_ehc_plan = YesNoField(
        label="Is there an education, health and care plan?",
        missing="Say whether there is an education, health and care plan",
    )
    is_looked_after = YesNoField(
        label="Is the child looked after by an authority?",
        missing="Say whether the child is looked after",
        reveals={"yes": ["looked_after_by"]},
    )
    looked_after_by = TextField(label="By which authority? (optional)", max_length=120)
    has_social_worker = YesNoField(
        label="Is there a social worker?",
        missing="Say whether there is a social worker",
        reveals={"yes": ["social_worker"]},
    )
    social_worker = TextField(
        label="Who is it? (optional)", hint="Name, team, telephone", max_length=160
    )
    ethnicity = ChoiceField(
        label="Ethnicity (optional)",
        layout="select",
        prompt="Not recorded",
        choices=[
            (row["code"], row["label"]) for row in rows("ethnicity") if row["level"] == "main"
        ],
    )
    first_language = TextField(label="First language (optional)", max_length=60, width=20)
    languages = TextField(label="Other languages (optional)", max_length=160)
    needs_interpreter = YesNoField(
        label="Does the child need an interpreter?",
        missing="Say whether the child needs an interpreter",
    )

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        provision, plan = typed.get("sen_provision"), typed.get("has_ehc_plan")
        if provision == "E" and plan is False:
            self.add_error(
                "has_ehc_plan",
                "An education, health and care plan is given above: say yes here, or change it there",
            )
        if typed.get("sen_need_second") and not typed.get("sen_need"):
            self.add_error("sen_need", "Choose the main need before a second one")
        elif typed.get("sen_need") and typed.get("sen_need") == typed.get("sen_need_second"):
            self.add_error("sen_need_second", "Choose another need than the main one, or none")
        if not typed.get("is_looked_after"):
            typed["looked_after_by"] = ""
        if not typed.get("has_social_worker"):
            typed["social_worker"] = ""
        return typed


def _with_letter(upn: str, problem: str) -> str:
    """Say which check letter the digits ask for, where only the letter is wrong."""
    try:
        letter = upn_check_letter(upn[1:])
    except ValueError:
        return problem
    if len(upn) != 13 or upn[0] == letter:
        return problem
    return (
        f"The check letter should be {letter}: check each digit too,"
        " since a slip in one of them changes the letter"
    )
