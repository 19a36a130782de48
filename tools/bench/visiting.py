"""A person at the site, without a network: the whole of what a server process does for a request."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest import mock
from urllib.parse import urlencode
from uuid import uuid4

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.wsgi import get_wsgi_application
from django.template import loader

from homeward.organisations.models import Person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
FORGERY = "b" * 32
PORT = 8000


class Refused(AssertionError):
    """A page answered with another status than the one that is measured."""


@dataclass(frozen=True)
class Answer:
    status: int
    body: str


class Visitor:
    """Somebody signed in, who opens pages and sends forms by the site's own WSGI application."""

    application = None

    def __init__(self, person: Person) -> None:
        Visitor.application = Visitor.application or get_wsgi_application()
        session = SessionStore()
        session[SESSION_KEY] = str(person.pk)
        session[BACKEND_SESSION_KEY] = BACKEND
        session[HASH_SESSION_KEY] = person.get_session_auth_hash()
        session.save()
        self.person = person
        self.cookies = f"sessionid={session.session_key}; csrftoken={FORGERY}"

    def get(self, address: str) -> Answer:
        """Open a page. Raises Refused unless it is given."""
        return self._asked("GET", address, b"", 200)

    def post(self, address: str, said: dict[str, Any]) -> Answer:
        """Send a form that has not been sent before. Raises Refused unless it leads on."""
        once = {"csrfmiddlewaretoken": FORGERY, "submit_token": str(uuid4())}
        return self._asked("POST", address, urlencode(said | once).encode(), 302)

    def _asked(self, method: str, address: str, body: bytes, expected: int) -> Answer:
        path, _, query = address.partition("?")
        statuses: list[str] = []
        answer = self.application(
            {
                "REQUEST_METHOD": method,
                "PATH_INFO": path,
                "QUERY_STRING": query,
                "SERVER_NAME": "localhost",
                "SERVER_PORT": str(PORT),
                "SERVER_PROTOCOL": "HTTP/1.1",
                "REMOTE_ADDR": "127.0.0.1",
                "HTTP_HOST": f"localhost:{PORT}",
                "HTTP_COOKIE": self.cookies,
                "CONTENT_TYPE": "application/x-www-form-urlencoded" if body else "",
                "CONTENT_LENGTH": str(len(body)),
                "wsgi.input": io.BytesIO(body),
                "wsgi.errors": io.StringIO(),
                "wsgi.url_scheme": "http",
            },
            lambda status, headers: statuses.append(status),
        )
        text = b"".join(answer)
        answer.close()
        if int(statuses[0][:3]) != expected:
            raise Refused(f"{method} {address} answered {statuses[0]}")
        return Answer(expected, text.decode())


@dataclass(frozen=True)
class Shown:
    """What a page was made of: its template, its values, and the request that asked for it."""

    template: str
    values: dict[str, Any]
    request: Any


@contextmanager
def looked_into() -> Iterator[list[Shown]]:
    """Note what the pages that are opened meanwhile are made of."""
    noted: list[Shown] = []
    render = loader.render_to_string

    def noting(template: str, values: Any = None, request: Any = None) -> str:
        noted.append(Shown(template, dict(values or {}), request))
        return render(template, values, request)

    with mock.patch.object(loader, "render_to_string", noting):
        yield noted


def shown(visitor: Visitor, address: str) -> Shown:
    """What one page is made of."""
    with looked_into() as noted:
        visitor.get(address)
    return noted[-1]
