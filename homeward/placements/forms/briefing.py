"""The one page "how to help me", and what is said around it."""

from typing import Any

from homeward.placements.codes import Happening
from homeward.placements.rules.briefing import BriefingText, WhenThen
from homeward.web.forms import ChoiceField, Form, HiddenField, LongTextField, TextField

PAIRS = 5


class BriefingForm(Form):
    """What somebody writes of the page. It carries the version that it was opened with."""

    based_on = HiddenField()
    good_at = LongTextField(
        label="What I am good at", hint="In the child’s own words.", max_length=600, rows=3
    )
    helps = LongTextField(
        label="What helps me", hint="One thing on each line is easiest to read.", max_length=900
    )
    makes_worse = LongTextField(label="What makes it harder", max_length=900)

    def __init__(self, data: Any = None, *, text: BriefingText, number: int) -> None:
        initial = {
            "based_on": str(number),
            "good_at": text.good_at,
            "helps": text.helps,
            "makes_worse": text.makes_worse,
        }
        for at, one in enumerate(text.when[:PAIRS]):
            initial |= {f"when_{at}": one.when, f"then_{at}": one.then}
        super().__init__(data, initial=initial)
        for at in range(PAIRS):
            self.fields[f"when_{at}"] = TextField(label="When …", max_length=200)
            self.fields[f"then_{at}"] = TextField(label="… then", max_length=200)

    @property
    def texts(self) -> list[Any]:
        return [self[name] for name in ("good_at", "helps", "makes_worse")]

    def pairs(self) -> list[tuple[int, Any, Any]]:
        """The rows of "when … then", as the page prints them."""
        return [(at + 1, self[f"when_{at}"], self[f"then_{at}"]) for at in range(PAIRS)]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        for at in range(PAIRS):
            when, then = typed.get(f"when_{at}"), typed.get(f"then_{at}")
            if when and not then and f"then_{at}" not in self.errors:
                self.add_error(f"then_{at}", "Say what to do then, or empty the row")
            if then and not when and f"when_{at}" not in self.errors:
                self.add_error(f"when_{at}", "Say when, or empty the row")
        return typed

    def said(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        typed = self.cleaned_data
        opened = str(typed.get("based_on") or "0")
        rows = [(typed.get(f"when_{at}"), typed.get(f"then_{at}")) for at in range(PAIRS)]
        return {
            "based_on": int(opened) if opened.isdecimal() and len(opened) < 9 else 0,
            "good_at": typed["good_at"],
            "helps": typed["helps"],
            "makes_worse": typed["makes_worse"],
            "when": tuple(WhenThen(when, then) for when, then in rows if when and then),
        }


class SendForm(Form):
    """A word of one's own on top of a letter to the teachers."""

    own_words = LongTextField(
        label="A sentence of your own, if you like",
        hint="It goes by email: do not write what is private to the child.",
        max_length=400,
        rows=2,
    )
    number = HiddenField()

    def said(self) -> dict[str, Any]:
        """The version that is sent, and the sentence."""
        number = str(self.cleaned_data["number"] or "0")
        return {
            "number": int(number) if number.isdecimal() and len(number) < 9 else 0,
            "own_words": self.cleaned_data["own_words"],
        }


class WhyNotForm(Form):
    because = LongTextField(
        label="Why have not all of them read it?",
        hint="For example: Ms Hassan is ill; the cover teacher has read it.",
        missing="Say why, so that everybody knows",
        max_length=600,
        rows=3,
    )


class TickForm(Form):
    """Is each of somebody's adjustments happening? What is left open is not answered."""

    def __init__(self, data: Any = None, *, asked: Any, initial: Any = None) -> None:
        super().__init__(data, initial=initial or {})
        self.asked = list(asked)
        for at, one in enumerate(self.asked):
            self.fields[f"happening_{at}"] = ChoiceField(
                label=one.what, choices=Happening.choices(), layout="inline"
            )
            self.fields[f"comment_{at}"] = TextField(
                label="Anything to say about it?", max_length=300
            )

    def rows(self) -> list[tuple[Any, Any, Any]]:
        return [
            (one, self[f"happening_{at}"], self[f"comment_{at}"])
            for at, one in enumerate(self.asked)
        ]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(
            typed.get(f"happening_{at}") for at in range(len(self.asked))
        ):
            self.add_error("happening_0", "Say yes, sometimes or no for at least one of them")
        return typed

    def said(self) -> dict[str, tuple[str, str]]:
        """What was said of each adjustment, by its name: the answer and the comment."""
        typed = self.cleaned_data
        return {
            one.thread: (typed[f"happening_{at}"], typed.get(f"comment_{at}") or "")
            for at, one in enumerate(self.asked)
            if typed.get(f"happening_{at}")
        }
