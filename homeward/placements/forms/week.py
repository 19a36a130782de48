"""The planned week: which half days, how long and where, with one answer for the usual ones."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from homeward.placements.codes import Half
from homeward.placements.forms.draft import Section
from homeward.placements.rules.saying import WEEKDAYS
from homeward.web.forms import ChoiceField, HoursField, MultipleChoiceField, TextField

HALF_DAYS = [
    (f"{weekday}_{half.value}", name, half.label.lower())
    for weekday, name in enumerate(WEEKDAYS)
    for half in Half
]
ELSEWHERE = "elsewhere"


class WeekForm(Section):
    """One length and place for all ticked half days; others for those that differ.

    `minutes_0_am` and `site_0_am` are what differs on Monday morning, and so on.
    """

    half_days = MultipleChoiceField(
        label="On which half days is the child there?",
        hint="Tick each one.",
        choices=[(key, f"{day} {half}") for key, day, half in HALF_DAYS],
        is_small=True,
    )
    usual_minutes = HoursField(
        label="How long is a half day?",
        hint="In hours, like 3, 2.5 or 2:30. Half days that differ can be given below.",
        session="A half day",
    )
    usual_site = ChoiceField(label="Where is the child then?", layout="select")
    address = TextField(
        label="If elsewhere, at which address?",
        hint="Everybody must always know where the child is.",
        max_length=300,
    )

    def __init__(self, *args: Any, sites: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = [*sites, (ELSEWHERE, "Elsewhere")]
        fields: dict[str, Any] = self.fields
        fields["usual_site"].choices = places
        for key, day, half in HALF_DAYS:
            fields[f"minutes_{key}"] = HoursField(
                label=f"{day} {half}: hours", session=f"{day} {half}"
            )
            fields[f"site_{key}"] = ChoiceField(
                label=f"{day} {half}: where", choices=places, layout="select", prompt="As above"
            )

    def differing(self) -> list[tuple[str, list[tuple[Any, Any]]]]:
        """The fields of half days that differ, by day."""
        return [
            (
                day,
                [
                    (self[f"minutes_{key}"], self[f"site_{key}"])
                    for key, name, _ in HALF_DAYS
                    if name == day
                ],
            )
            for day in WEEKDAYS
        ]

    @property
    def is_differing(self) -> bool:
        """Whether any half day was given its own length or place."""
        names = [f"{part}_{key}" for key, _, _ in HALF_DAYS for part in ("minutes", "site")]
        return any(self[name].value() or self[name].errors for name in names)

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        planned = [row for row in HALF_DAYS if self._is_planned(row[0])]
        usual = [key for key, _, _ in planned if not typed.get(f"minutes_{key}")]
        if usual and not typed.get("usual_minutes") and "usual_minutes" not in self.errors:
            self.add_error("usual_minutes", "Enter how long a half day is, like 3, 2.5 or 2:30")
        places = {self._place(key) for key, _, _ in planned}
        if planned and "" in places:
            self.add_error("usual_site", "Choose where the child is")
        if ELSEWHERE in places and not typed.get("address") and "address" not in self.errors:
            self.add_error("address", "Enter the address for the sessions elsewhere")
        return typed

    def planned_half_days(self) -> list[tuple[int, str, int, str]]:
        """The planned half days: weekday, half, minutes, and the site chosen."""
        found = []
        for key, _, _ in HALF_DAYS:
            if self._is_planned(key):
                weekday, half = key.split("_")
                minutes = self.cleaned_data[f"minutes_{key}"] or self.cleaned_data["usual_minutes"]
                found.append((int(weekday), half, minutes, self._place(key)))
        return found

    def _is_planned(self, key: str) -> bool:
        """Whether a half day is ticked, or has a length of its own, which says as much."""
        typed = self.cleaned_data
        return key in (typed.get("half_days") or ()) or bool(typed.get(f"minutes_{key}"))

    def _place(self, key: str) -> str:
        typed = self.cleaned_data
        return typed.get(f"site_{key}") or typed.get("usual_site") or ""


def opened(sessions: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The form's first values from the planned week: what is most common, and what differs."""
    planned = [{**one, "site": one["site"] or ELSEWHERE} for one in sessions]
    if not planned:
        return {}
    minutes = Counter(one["minutes"] for one in planned).most_common(1)[0][0]
    site = Counter(one["site"] for one in planned).most_common(1)[0][0]
    keys = {f"{one['weekday']}_{one['half']}": one for one in planned}
    values: dict[str, Any] = {
        "half_days": list(keys),
        "usual_minutes": minutes,
        "usual_site": site,
        "address": next((one["address"] for one in planned if one["address"]), ""),
    }
    for key, one in keys.items():
        if one["minutes"] != minutes:
            values[f"minutes_{key}"] = one["minutes"]
        if one["site"] != site:
            values[f"site_{key}"] = one["site"]
    return values
