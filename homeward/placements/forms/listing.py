"""Narrowing the list of placements."""

from collections.abc import Iterable, Mapping
from typing import Any

from homeward.placements.queries.listing import SHOWN, Chosen
from homeward.web.forms import ChoiceField, Form


class ListForm(Form):
    shown = ChoiceField(label="Which placements?", choices=SHOWN.items(), layout="select")
    provider = ChoiceField(label="Provider", layout="select", prompt="All providers")
    school = ChoiceField(label="Home school", layout="select", prompt="All schools")

    def __init__(
        self,
        *args: Any,
        providers: Iterable[tuple[str, str]],
        schools: Iterable[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        shown: Any = self.fields["shown"]
        shown.choices = list(SHOWN.items())
        provider: Any = self.fields["provider"]
        provider.choices = [("", "All providers"), *providers]
        school: Any = self.fields["school"]
        school.choices = [("", "All schools"), ("none", "No school yet"), *schools]


def chosen(query: Mapping[str, str], known: Iterable[str], *, text: str) -> Chosen:
    """What the address asks for, and the words typed; anything unknown in it narrows nothing."""
    names = set(known) | {"none"}
    provider, school = query.get("provider", ""), query.get("school", "")
    shown = query.get("shown", "live")
    return Chosen(
        shown=shown if shown in SHOWN else "live",
        text=text,
        provider=provider if provider in names else "",
        school=school if school in names else "",
    )
