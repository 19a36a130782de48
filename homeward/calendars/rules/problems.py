"""What cannot be right in a row of term dates, whatever its source."""

from dataclasses import dataclass
from datetime import date

from homeward.calendars.codes import TermDateKind

from .periods import Period
from .terms import TermBlock

LONGEST_NAME = 120
_LONGEST = {
    TermDateKind.TERM: 150,
    TermDateKind.HALF_TERM: 23,
    TermDateKind.INSET: 7,
    TermDateKind.CLOSURE: 200,
}


@dataclass(frozen=True, slots=True)
class TermRow:
    """One term date to be loaded for an organisation, both ends included."""

    organisation: int
    kind: TermDateKind
    starts_on: date
    ends_on: date
    name: str = ""
    note: str = ""

    @property
    def year(self) -> str:
        """Answer the academic year it belongs to."""
        return TermBlock(self.starts_on, self.ends_on).year

    def is_instead_of(self, kind: str, days: Period) -> bool:
        """Say whether it takes the place of a stored row: one of its kind that shares a day."""
        return self.kind == kind and bool(days.overlap(Period(self.starts_on, self.ends_on)))


def row_problem(row: TermRow) -> str | None:
    """Answer in a sentence what cannot be right in a row, or None."""
    if row.ends_on < row.starts_on:
        return f"It ends ({row.ends_on}) before it starts ({row.starts_on})."
    if not 2000 <= row.starts_on.year <= 2099:
        return f"The year {row.starts_on.year} cannot be right."
    days = Period(row.starts_on, row.ends_on).calendar_days
    most = _LONGEST[row.kind]
    if days > most:
        return f"{days} days are too long for {row.kind.label.lower()}; the most is {most}."
    if len(row.name) > LONGEST_NAME:
        return f"The name is longer than {LONGEST_NAME} characters."
    if any(not letter.isprintable() for letter in row.name + row.note):
        return "The name holds characters that cannot be shown."
    return None
