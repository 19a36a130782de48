"""The planned week: ten half days, each with its own length and place."""

from collections.abc import Iterable, Mapping
from typing import Any

from homeward.placements.codes import Half
from homeward.placements.forms.draft import Section
from homeward.placements.rules.saying import WEEKDAYS
from homeward.web.forms import ChoiceField, NumberField, TextField

HALF_DAYS = [
    (f"{weekday}_{half.value}", name, half.label.lower())
    for weekday, name in enumerate(WEEKDAYS)
    for half in Half
]
ELSEWHERE = "elsewhere"


class WeekForm(Section):
    """Two fields a half day: `minutes_0_am` and `site_0_am` for Monday morning, and so on."""

    address = TextField(
        label="If elsewhere, at which address?",
        hint="Everybody must always know where the child is.",
        max_length=300,
    )

    def __init__(self, *args: Any, sites: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = [*sites, (ELSEWHERE, "Elsewhere")]
        for key, day, half in HALF_DAYS:
            self.fields[f"minutes_{key}"] = NumberField(
                label=f"{day} {half}: minutes", minimum=0, maximum=360, width=4
            )
            self.fields[f"site_{key}"] = ChoiceField(
                label=f"{day} {half}: where",
                choices=places,
                layout="select",
                prompt="Choose where",
                initial=places[0][0],
            )

    def rows(self) -> list[tuple[str, list[tuple[str, Any, Any]]]]:
        """The fields as the page lays them out: by day, morning and afternoon."""
        return [
            (
                day,
                [
                    (half, self[f"minutes_{key}"], self[f"site_{key}"])
                    for key, name, half in HALF_DAYS
                    if name == day
                ],
            )
            for day in WEEKDAYS
        ]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        is_elsewhere = False
        for key, day, half in HALF_DAYS:
            if not typed.get(f"minutes_{key}"):
                continue
            where = typed.get(f"site_{key}")
            if not where:
                self.add_error(f"site_{key}", f"Choose where the child is on {day} {half}")
            is_elsewhere = is_elsewhere or where == ELSEWHERE
        if is_elsewhere and not typed.get("address") and "address" not in self.errors:
            self.add_error("address", "Enter the address for the sessions elsewhere")
        return typed

    def half_days(self) -> list[tuple[int, str, int, str]]:
        """The planned half days: weekday, half, minutes, and the site chosen."""
        found = []
        for key, _, _ in HALF_DAYS:
            minutes = self.cleaned_data.get(f"minutes_{key}")
            if minutes:
                weekday, half = key.split("_")
                found.append((int(weekday), half, minutes, self.cleaned_data[f"site_{key}"]))
        return found


def opened(sessions: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The form's first values from the planned week."""
    values: dict[str, Any] = {}
    for one in sessions:
        key = f"{one['weekday']}_{one['half']}"
        values[f"minutes_{key}"] = one["minutes"]
        values[f"site_{key}"] = one["site"] or ELSEWHERE
        if one["address"]:
            values["address"] = one["address"]
    return values
