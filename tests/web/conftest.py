from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpRequest
from django.test import RequestFactory

from homeward.web.hooks import Hooks, hooks


@dataclass(frozen=True)
class Visitor:
    """Stands for an access in tests of a room that does not know what an access is."""

    person: int | None = None
    person_name: str = ""
    role_says: str = ""
    organisation_name: str = ""
    may_do: frozenset[str] = frozenset()

    @property
    def is_signed_in(self) -> bool:
        return self.person is not None

    def may(self, permission: object) -> bool:
        return permission in self.may_do


SAM = Visitor(
    person=1,
    person_name="Sam Reed",
    role_says="AP lead",
    organisation_name="Oak Park School (example)",
    may_do=frozenset({"record contact"}),
)
STRANGER = Visitor()


@pytest.fixture
def lent() -> Any:
    """The hooks, empty for one test and put back after it."""
    kept = Hooks(**vars(hooks))
    vars(hooks).update(vars(Hooks()))
    yield hooks
    vars(hooks).update(vars(kept))


@pytest.fixture
def ask(lent: Hooks) -> Callable[..., HttpRequest]:
    """Makes a request as it reaches a view."""

    def make(path: str = "/", by: Visitor = SAM, **data: Any) -> HttpRequest:
        method = data.pop("method", "get")
        request: Any = getattr(RequestFactory(), method)(path, data)
        request.access, request.user, request.session = by, AnonymousUser(), {}
        request.today = date(2026, 11, 24)
        request._messages = FallbackStorage(request)
        return request

    return make
