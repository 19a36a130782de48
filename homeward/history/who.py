"""Who did something, as this room needs to know it. `organisations.access.Access` answers it."""

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
