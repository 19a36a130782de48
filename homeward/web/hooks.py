"""What rooms above lend to the pages: web knows the moment, they know what is to be done.

Each is set once, from the `ready()` of the app that lends it. Unset, the moment passes quietly.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse


class Submissions(Protocol):
    """Remembers which form was already sent, so that a double click makes one record."""

    def claim(self, token: str, access: Any) -> str | None:
        """Take the token: None the first time, afterwards the address the first one went to.

        Called inside a transaction. A second claim waits for, or sees, the first.
        """
        ...

    def remember(self, token: str, access: Any, location: str) -> None:
        """Keep the address that the first submission was answered with."""
        ...

    def release(self, token: str, access: Any) -> None:
        """Give the token back: nothing was done, the form is shown again."""
        ...


@dataclass
class Hooks:
    """The closed list of moments."""

    submissions: Submissions | None = None
    on_read: Callable[[Any, str, Any, HttpRequest], object] | None = None
    """Told (access, kind, reference, request) after a page about a record was shown."""
    who_may: Callable[[Any, HttpRequest], str] | None = None
    """Answers, for a permission, who has it: "an AP lead or the headteacher"; or ""."""
    by_link: Callable[[HttpRequest, str, Any], HttpResponse | None] | None = None
    """Recognises the device of a personal link, by kind and reference; or answers that it does not open."""
    is_demo: Callable[[HttpRequest], bool] | None = None
    """Is this installation a demonstration, where everybody is invented?"""


hooks = Hooks()
