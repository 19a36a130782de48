"""Rows in which a review says who does what, by when. More rows come without JavaScript."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from homeward.placements.forms.end_date import MORE, LastDay
from homeward.placements.forms.plan import DoneForm
from homeward.placements.queries.owners import Owner
from homeward.web.forms import ChoiceField, DateField, LongTextField, TextField

ROWS = 2
MOST_ROWS = 20
AT_MOST_ON = timedelta(days=2 * 366)


class ActionRows(LastDay):
    """Blank rows for actions, on a page that may set another last day too. A page that was sent with `MORE` is shown again with two rows more."""

    def __init__(self, *args: Any, owners: Iterable[Owner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owners = {one.key: one for one in owners}
        wanted = self._sent() + (ROWS if self.asks_for_more else 0)
        self.count = min(max(wanted, ROWS), MOST_ROWS)
        for row in range(self.count):
            self._add_row(row)

    @property
    def asks_for_more(self) -> bool:
        """Whether the page was sent only to be given more rows."""
        return self.is_bound and MORE in self.data

    @property
    def may_have_more(self) -> bool:
        return self.count < MOST_ROWS

    def _sent(self) -> int:
        if not self.is_bound:
            return 0
        sent = [name.removeprefix("what_") for name in self.data if name.startswith("what_")]
        return 1 + max((int(row) for row in sent if row.isdecimal() and len(row) < 3), default=-1)

    def _add_row(self, row: int) -> None:
        self.fields[f"what_{row}"] = TextField(label="What will be done?", max_length=300)
        self.fields[f"person_{row}"] = ChoiceField(
            label="By whom, of the people who sign in?",
            choices=[(key, one.says) for key, one in self.owners.items()],
            layout="select",
            prompt="Somebody else",
        )
        self.fields[f"who_{row}"] = TextField(label="Or somebody else: their name", max_length=120)
        by_on = DateField(label="By when?", noun="day of the action")
        by_on.latest, by_on.too_late = self.today + AT_MOST_ON, "That day is over two years away"
        self.fields[f"by_on_{row}"] = by_on

    def rows(self) -> list[tuple[int, list[Any]]]:
        """The fields of each row, as the page prints them."""
        names = ("what", "person", "who", "by_on")
        return [(row + 1, [self[f"{name}_{row}"] for name in names]) for row in range(self.count)]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        for row in range(self.count):
            self._check(row, typed)
        return typed

    def _check(self, row: int, typed: dict[str, Any]) -> None:
        what, person = typed.get(f"what_{row}"), typed.get(f"person_{row}")
        who, by_on = typed.get(f"who_{row}"), typed.get(f"by_on_{row}")
        if not what and not (person or who or by_on):
            return
        if not what and f"what_{row}" not in self.errors:
            self.add_error(f"what_{row}", "Say what will be done, or empty the whole row")
        if not person and not who and f"who_{row}" not in self.errors:
            self.add_error(f"who_{row}", "Say who does it: choose a person, or write a name")
        if person and who:
            self.add_error(f"who_{row}", "Choose a person or write a name, not both")
        if not by_on and f"by_on_{row}" not in self.errors:
            self.add_error(f"by_on_{row}", "Enter the day by which it is done, like 27 3 2026")
        held_on = typed.get("held_on")
        if by_on and held_on and by_on < held_on:
            self.add_error(f"by_on_{row}", "That day is before the review")

    def wanted(self) -> list[dict[str, Any]]:
        """The rows that say something, as the action asks for them."""
        typed = self.cleaned_data
        return [
            {
                "what": typed[f"what_{row}"],
                "by_on": typed[f"by_on_{row}"],
                "who": typed[f"who_{row}"] or "",
                "person": owner.person
                if (owner := self.owners.get(typed[f"person_{row}"]))
                else None,
            }
            for row in range(self.count)
            if typed.get(f"what_{row}")
        ]


class ActionDoneForm(DoneForm):
    note = LongTextField(label="Anything to note?", max_length=300, rows=2)
