"""What is typed by somebody who looks at the statements about what helps."""

from typing import Any

from homeward.placements.codes import Rater
from homeward.placements.queries.readiness import Opening
from homeward.placements.rules.statements import LEVELS, MOST_WORDS, checklist, statements
from homeward.web.forms import ChoiceField, Form, LongTextField

LEFT_OUT = ""
_WORDS = {
    Rater.CHILD: "Anything else, in your own words?",
    Rater.PARENT: "Anything else, in your own words?",
    Rater.PROVIDER: "What helps most just now, and what would help more?",
    Rater.SCHOOL: "What helps most just now, and what would help more?",
}


class ReadinessForm(Form):
    """The twelve statements in the words of whoever looks. Any of them may be left out."""

    def __init__(self, data: Any = None, *, opening: Opening) -> None:
        stands = opening.stands
        super().__init__(data)
        self.fields |= {
            one.key: ChoiceField(
                label=one.says(opening.voice, opening.child),
                choices=_choices(),
                layout="inline",
                initial=str(stands.answers.get(one.key, LEFT_OUT)) if stands else LEFT_OUT,
            )
            for one in statements()
        }
        self.fields["words"] = LongTextField(
            label=_WORDS[opening.rater],
            rows=4,
            max_length=MOST_WORDS,
            initial=stands.words if stands else "",
        )

    def areas(self) -> list[tuple[str, list[Any]]]:
        """Each area with its questions, as the page prints them."""
        return [(area.title, [self[one.key] for one in area.statements]) for area in checklist()]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if not self.errors and not typed.get("words") and not self._answers(typed):
            first = statements()[0].key
            self.add_error(first, "Answer one of the statements, or write something at the end")
        return typed

    def said(self) -> dict[str, Any]:
        """What was answered, as the action asks for it."""
        return {"answers": self._answers(self.cleaned_data), "words": self.cleaned_data["words"]}

    def _answers(self, typed: dict[str, Any]) -> dict[str, int]:
        said = {one.key: typed.get(one.key) for one in statements()}
        return {key: int(level) for key, level in said.items() if level}


def _choices() -> list[tuple[str, str]]:
    levels = [(str(level), says) for level, says in LEVELS.items()]
    return [*levels, (LEFT_OUT, "Leave out")]
