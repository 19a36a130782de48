"""Narrowing the overview."""

from collections.abc import Iterable, Mapping
from typing import Any

from homeward.oversight.queries import ANY, NO_SCHOOL, SHOWN, Chosen, Group
from homeward.placements.codes import DriftKind
from homeward.pupils.codes import YEAR_GROUP_SAYS
from homeward.web.forms import ChoiceField, Form

DRIFTS = {
    "": "Everything",
    ANY: "Anything that is wrong",
    **{kind.value: kind.label for kind in DriftKind},
}
YEARS = {"": "All year groups"} | {str(year): says for year, says in YEAR_GROUP_SAYS.items()}


class OverviewForm(Form):
    shown = ChoiceField(label="Which placements?", choices=SHOWN.items(), layout="select")
    drift = ChoiceField(label="What is wrong?", choices=DRIFTS.items(), layout="select")
    school = ChoiceField(label="Home school", layout="select", prompt="All schools")
    provider = ChoiceField(label="Provider", layout="select", prompt="All providers")
    year = ChoiceField(label="Year group", choices=YEARS.items(), layout="select")

    def __init__(
        self,
        *args: Any,
        schools: Iterable[Group],
        providers: Iterable[Group],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, everything, groups in (
            ("school", "All schools", schools),
            ("provider", "All providers", providers),
        ):
            field: Any = self.fields[name]
            named = sorted(groups, key=lambda one: one.name)
            field.choices = [("", everything), *((one.reference, one.name) for one in named)]
        for name, choices in (("shown", SHOWN), ("drift", DRIFTS), ("year", YEARS)):
            listed: Any = self.fields[name]
            listed.choices = list(choices.items())


def chosen(
    query: Mapping[str, str], *, schools: Iterable[Group], providers: Iterable[Group], text: str
) -> Chosen:
    """What the address asks for, and the words typed; anything unknown in it narrows nothing."""
    known = {
        "shown": SHOWN.keys(),
        "drift": DRIFTS.keys(),
        "school": {NO_SCHOOL, *(one.reference for one in schools)},
        "provider": {one.reference for one in providers} - {NO_SCHOOL},
        "year": YEARS.keys(),
    }
    asked = {name: query.get(name, "") for name in known}
    kept = {name: value for name, value in asked.items() if value and value in known[name]}
    return Chosen(**kept, text=text)
