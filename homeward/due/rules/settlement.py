"""Everything that is expected about one record, as it is handed over to be settled or compared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from homeward.due.rules.difference import Expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What is expected about one record. `owner` holds where an expected thing names none."""

    about: UUID
    keeper: int
    owner: int
    expected: Sequence[Expected]

    def filled(self) -> list[Expected]:
        """The expected things, each with its owner."""
        return [
            one if one.owner is not None else replace(one, owner=self.owner)
            for one in self.expected
        ]
