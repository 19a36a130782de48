"""What is typed about requests for support."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from homeward.support.codes import Answer, OutcomeKind, RequestKind, StepKind
from homeward.support.queries.cards import Card
from homeward.support.queries.listing import OF_SCHOOL, SHOWN, Chosen
from homeward.web.forms import (
    ChoiceField,
    ConfirmField,
    DateField,
    EmailField,
    Form,
    LongTextField,
    TextField,
)

YEAR = timedelta(days=365)
YEARS_BACK = timedelta(days=3 * 365)
_FOR_WHAT = {
    RequestKind.RETURN: "Help to plan and hold a return to the home school",
    RequestKind.FRESH_START: "Help to find a new school, where a fresh start is needed",
    RequestKind.POST_16: "Help to plan September with a young person in Key Stage 4",
    RequestKind.QUESTION: "Anything else, to any team",
}


class AskForm(Form):
    """What a school asks a team for, about a placement."""

    kind = ChoiceField(label="What do you ask for?", missing="Say what you ask for")
    team = ChoiceField(label="Which team?", layout="select")
    sharing_basis = TextField(
        label="On what basis do you share the young person’s details?",
        hint="For example: he and his mother agreed on 12 November",
        max_length=300,
    )
    tried = LongTextField(
        label="What has been tried so far?",
        hint="What worked for a while, and what did not. The team sees the placement’s page too.",
        max_length=4000,
    )
    asks = LongTextField(
        label="What do you ask of the team?",
        hint="One plain question helps most: a visit, a meeting, an idea, a school to ask.",
        missing="Say what you ask of the team",
        max_length=4000,
    )

    def __init__(self, *args: Any, cards: Sequence[Card], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cards = cards
        fields: dict[str, Any] = self.fields
        teams = {kind: card.team for card in cards for kind in card.kinds}
        kinds = [kind for kind in RequestKind if kind in teams or kind == RequestKind.QUESTION]
        fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
        fields["kind"].hints = {
            kind.value: f"{_FOR_WHAT[kind]}. Goes to the {teams[kind].name}."
            if kind in teams
            else f"{_FOR_WHAT[kind]}."
            for kind in kinds
        }
        fields["kind"].reveals = {
            RequestKind.POST_16.value: ["sharing_basis"],
            RequestKind.QUESTION.value: ["team"],
        }
        fields["team"].choices = [("", "Choose one"), *_teams(cards)]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("kind") == RequestKind.POST_16 and not typed.get("sharing_basis"):
            self.add_error("sharing_basis", "Say on what basis you share the details")
        if typed.get("kind") == RequestKind.QUESTION and not typed.get("team"):
            self.add_error("team", "Choose the team that you ask")
        return typed

    def said(self) -> dict[str, Any]:
        """What was typed, as the action takes it: the team found by the kind."""
        typed = dict(self.cleaned_data)
        chosen = typed.pop("team")
        typed["team"] = next(
            card.team
            for card in self.cards
            if typed["kind"] in card.kinds
            or (typed["kind"] == RequestKind.QUESTION and str(card.team.reference) == chosen)
        )
        return typed


class QuestionForm(Form):
    """A question to a team that is not about one placement."""

    team = ChoiceField(label="Which team do you ask?", missing="Choose the team that you ask")
    asks = LongTextField(
        label="What do you ask?",
        hint="Please name no child here. About a child, ask from the page of the placement.",
        missing="Write your question",
        max_length=4000,
    )

    def __init__(self, *args: Any, cards: Sequence[Card], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cards = cards
        team: Any = self.fields["team"]
        team.choices = _teams(cards)
        team.hints = {str(card.team.reference): card.team.when_to_use for card in cards}

    def said(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        chosen = self.cleaned_data["team"]
        team = next(card.team for card in self.cards if str(card.team.reference) == chosen)
        return {"team": team, "asks": self.cleaned_data["asks"], "kind": RequestKind.QUESTION}


class ListForm(Form):
    """What the list is narrowed to; stands in the address."""

    shown = ChoiceField(label="Which requests?", layout="select")
    kind = ChoiceField(
        label="Asked for", layout="select", prompt="Everything", choices=RequestKind.choices()
    )
    team = ChoiceField(label="Team", layout="select")

    def __init__(
        self, *args: Any, parts: Iterable[tuple[str, str]], teams: Iterable[Any], **kw: Any
    ):
        super().__init__(*args, **kw)
        fields: dict[str, Any] = self.fields
        fields["shown"].choices = list(parts)
        listed = [(str(team.reference), team.name) for team in teams]
        fields["team"].choices = [("", "All teams"), *listed]


def parts_of(*, is_team: bool) -> dict[str, str]:
    """The parts of the list by the names that the reader understands."""
    if is_team:
        return dict(SHOWN)
    return {name: SHOWN[name] for name in OF_SCHOOL} | {"waiting": "Waiting on you"}


def chosen(query: Mapping[str, str], *, parts: Iterable[str], teams: Iterable[str]) -> Chosen:
    """What the address asks for; anything unknown in it narrows nothing."""
    shown, kind, team = query.get("shown", ""), query.get("kind", ""), query.get("team", "")
    return Chosen(
        shown=shown if shown in {*parts} else "open",
        kind=kind if kind in RequestKind.values() else "",
        team=team if team in {*teams} else "",
    )


class ReplyForm(Form):
    """Something written in the record."""

    text = LongTextField(
        label="Write in the record", missing="Write something first", max_length=6000, rows=6
    )
    asks_the_school = ConfirmField(
        label="This asks the school something",
        hint="The request then waits on the school, and its reply falls due.",
    )

    def __init__(self, *args: Any, is_team: bool, other: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["text"].label = f"Write to {other}"
        if not is_team:
            del self.fields["asks_the_school"]


class TeamForm(Form):
    """How a team is reached, and when to use it; and that this was tried."""

    when_to_use = LongTextField(
        label="When should a school ask this team?",
        hint="It stands on the team’s card, wherever help may be needed.",
        missing="Say when a school should ask this team",
        max_length=600,
        rows=3,
    )
    mailbox = EmailField(
        label="Mailbox",
        hint="Word that something waits goes there. It never names a child.",
        missing="Enter the mailbox, like team@authority.gov.uk",
    )
    phone = TextField(label="Telephone (optional)", max_length=20, width=20, autocomplete="tel")
    is_checked = ConfirmField(
        label="I tried both today, and somebody answered",
        hint="The card then says that it was checked today.",
    )

    def said(self, today: date) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        typed = dict(self.cleaned_data)
        is_checked = typed.pop("is_checked")
        return typed | {"verified_on": today if is_checked else None}


def card_of(team: Any) -> dict[str, str]:
    """What the form of a team's card begins with."""
    return {name: getattr(team, name) for name in ("when_to_use", "mailbox", "phone")}


class OwnerForm(Form):
    """Who has the request."""

    person = ChoiceField(label="Who has this request?", missing="Choose who has it")

    def __init__(self, *args: Any, officers: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.officers = officers
        person: Any = self.fields["person"]
        person.choices = _people(officers)

    def chosen(self) -> Any:
        """The person chosen."""
        return _person(self.officers, self.cleaned_data["person"])


class StepForm(Form):
    """Something the team will do."""

    kind = ChoiceField(
        label="What will be done?", choices=StepKind.choices(), missing="Choose what will be done"
    )
    what = TextField(
        label="In a few words",
        hint="For example: visit Amira and her mother at Bridge House",
        missing="Say in a few words what will be done",
        max_length=300,
    )
    person = ChoiceField(label="Who does it?", layout="select", missing="Choose who does it")
    by_on = DateField(
        label="By when?", noun="day", missing="Enter the day by which it is done, like 27 3 2026"
    )

    def __init__(self, *args: Any, officers: Sequence[Any], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.officers = officers
        fields: dict[str, Any] = self.fields
        fields["person"].choices = [("", "Choose one"), *_people(officers)]
        _between(fields["by_on"], today - YEAR, today + YEAR)

    def said(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        return self.cleaned_data | {"person": _person(self.officers, self.cleaned_data["person"])}


class DoneForm(Form):
    """That a step was done."""

    done_on = DateField(
        label="When was it done?", noun="day", missing="Enter the day on which it was done"
    )
    came_of_it = LongTextField(label="What came of it? (optional)", max_length=2000, rows=3)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"done_on": today}, **kwargs)
        _happened(self.fields["done_on"], today)


class SchoolForm(Form):
    """Which school was asked for a place."""

    school = ChoiceField(label="Which school?", missing="Choose the school that was asked")
    asked_on = DateField(
        label="When was it asked?", noun="day", missing="Enter the day on which it was asked"
    )

    def __init__(self, *args: Any, schools: Sequence[Any], today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"asked_on": today}, **kwargs)
        self.schools = schools
        school: Any = self.fields["school"]
        school.choices = [(str(one.reference), one.name) for one in schools]
        _happened(self.fields["asked_on"], today)

    def said(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        return self.cleaned_data | {"school": _person(self.schools, self.cleaned_data["school"])}


class AnswerForm(Form):
    """What a school answered."""

    answer = ChoiceField(
        label="What did the school say?",
        choices=Answer.choices(),
        missing="Say what the school answered",
    )
    answered_on = DateField(
        label="When?", noun="day", missing="Enter the day on which the school answered"
    )
    because = LongTextField(
        label="In its own words",
        hint="For a no: why. For a yes: from when, and with what.",
        max_length=2000,
        rows=3,
    )

    def __init__(self, *args: Any, today: date, said: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, initial={"answered_on": today} | dict(said), **kwargs)
        _happened(self.fields["answered_on"], today)

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("answer") == Answer.NO and not typed.get("because"):
            self.add_error("because", "Write why the school said no")
        return typed


class OutcomeForm(Form):
    """What came of a request."""

    outcome = ChoiceField(
        label="What came of it?", choices=OutcomeKind.choices(), missing="Say what came of it"
    )
    came_of_it = LongTextField(
        label="Tell it in a few sentences",
        hint="What was agreed, who does what from here, and whom the school can ask again.",
        missing="Tell in a few sentences what came of it",
        max_length=4000,
    )
    closed_on = DateField(
        label="On which day?", noun="day", missing="Enter the day on which it was closed"
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"closed_on": today}, **kwargs)
        _happened(self.fields["closed_on"], today)


class ReopenForm(Form):
    """Why a request goes on."""

    because = LongTextField(
        label="Why does it go on?",
        hint="What happened since. It stands in the record like everything that is written.",
        missing="Write why it goes on",
        max_length=4000,
    )


def _teams(cards: Sequence[Card]) -> list[tuple[str, str]]:
    return [(str(card.team.reference), card.team.name) for card in cards]


def _people(officers: Sequence[Any]) -> list[tuple[str, str]]:
    return [(str(one.reference), one.name) for one in officers]


def _person(listed: Sequence[Any], reference: str) -> Any:
    return next(one for one in listed if str(one.reference) == reference)


def _happened(field: Any, today: date) -> None:
    field.earliest, field.too_early = today - YEARS_BACK, "That day is too long ago"
    field.latest, field.too_late = (
        today,
        "That day is still to come. Record it when it has happened",
    )


def _between(field: Any, first: date, last: date) -> None:
    field.earliest, field.too_early = first, "That day is too long ago"
    field.latest, field.too_late = last, "That day is too far off: choose one within a year"
