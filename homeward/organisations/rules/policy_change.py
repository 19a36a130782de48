"""A number as somebody means to change it: what would hold from that day on, and how long."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from homeward.organisations.rules.policy import Policy
from homeward.organisations.rules.policy_number import Number
from homeward.organisations.rules.policy_order import out_of_order

type Planned = Sequence[tuple[date, Policy]]
"""The numbers from today on: of today, and of each later day on which one changes, in order."""


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """All numbers of the first day, as they are planned now and as they would be.

    `until` is the day on which another value of this number takes over, where one is set already.
    `problem` is the sentence about numbers that would pass one another; empty where none would.
    """

    number: Number
    value: int
    from_on: date
    before: Policy
    after: Policy
    until: date | None = None
    problem: str = ""

    @property
    def was(self) -> int:
        return int(getattr(self.before, self.number.key))

    @property
    def is_none(self) -> bool:
        """Whether the number would stay what it is, and only its source be written."""
        return self.was == self.value


def policy_change(
    planned: Planned, *, number: Number, value: int, from_on: date, until: date | None
) -> PolicyChange:
    """Work out what a change means for the numbers of its first day and of those planned after it.

    `planned` begins today, and `from_on` is not earlier.
    """
    before = [numbers for day, numbers in planned if day <= from_on][-1]
    touched = [before]
    touched += [
        numbers for day, numbers in planned if day > from_on and (until is None or day < until)
    ]
    changed = [replace(numbers, **{number.key: value}) for numbers in touched]
    return PolicyChange(
        number=number,
        value=value,
        from_on=from_on,
        before=before,
        after=changed[0],
        until=until,
        problem=next(filter(None, map(out_of_order, changed)), ""),
    )
