"""How a page shows something that a higher room knows, without knowing that room."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, Protocol


class Panel(Protocol):
    """A small dataclass with the values of one panel and the name of the template that shows it."""

    @property
    def template(self) -> str: ...


_fillers: dict[str, list[Callable[..., Panel | None]]] = defaultdict(list)


def fill(name: str, function: Callable[..., Panel | None]) -> None:
    """Offer to fill the panel place of this name. The function takes `access` first."""
    if function not in _fillers[name]:
        _fillers[name].append(function)


def ask(name: str, access: Any, **values: Any) -> list[Panel]:
    """Answer the panels that rooms fill this place with; those with nothing to show stay out."""
    panels = (function(access, **values) for function in _fillers[name])
    return [panel for panel in panels if panel is not None]
