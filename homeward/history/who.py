"""Who did something, as this room needs to know it. `organisations.access.Access` answers it."""

from dataclasses import dataclass
from typing import Protocol


class Who(Protocol):
    """Keys and names as they are now; history keeps the names as they were."""

    @property
    def person(self) -> int | None: ...

    @property
    def person_name(self) -> str: ...

    @property
    def organisation(self) -> int | None: ...

    @property
    def organisation_name(self) -> str: ...

    @property
    def authority(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Somebody:
    """The plainest answer to `Who`."""

    person: int | None = None
    person_name: str = ""
    organisation: int | None = None
    organisation_name: str = ""
    authority: int | None = None


HOMEWARD = Somebody(person_name="Homeward")
