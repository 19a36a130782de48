"""What `page()` does around a view."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from homeward.web import pages
from homeward.web.forms import Form, TextField
from homeward.web.pages import PUBLIC, SIGNED_IN, page, render

from .conftest import SAM, STRANGER


class Name(Form):
    name = TextField(label="Name", missing="Enter a name")


@page("record contact", reads="placement")
def record(request: HttpRequest, reference: str = "") -> HttpResponse:
    return HttpResponse("recorded")


@page("end the world")
def forbidden(request: HttpRequest) -> HttpResponse:
    raise AssertionError("the view was reached")


@page(PUBLIC)
def public(request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello")


@page(SIGNED_IN)
def anybody(request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello")


def test_a_page_says_who_may_open_it() -> None:
    assert record.permission == "record contact"  # type: ignore[attr-defined]
    assert public.permission is PUBLIC  # type: ignore[attr-defined]
    assert public.login_required is False  # type: ignore[attr-defined]
    assert getattr(record, "login_required", True)


def test_strangers_are_asked_to_sign_in_and_come_back(ask: Callable[..., HttpRequest]) -> None:
    for view in (record, anybody, forbidden):
        response = view(ask("/x/?a=1", by=STRANGER))
        assert response.status_code == 302
        assert response["Location"] == "/sign-in/?next=/x/%3Fa%3D1"


def test_public_pages_open_for_strangers(ask: Callable[..., HttpRequest]) -> None:
    response = public(ask(by=STRANGER))

    assert response.status_code == 200
    assert not response.has_header("Cache-Control")


def test_pages_of_the_signed_in_are_not_kept_by_browsers(ask: Callable[..., HttpRequest]) -> None:
    assert anybody(ask())["Cache-Control"] == "private, no-store"


def test_the_wrong_role_is_told_which_role_it_needs(
    ask: Callable[..., HttpRequest], lent: Any
) -> None:
    lent.who_may = lambda permission, request: f"whoever may {permission}"

    response = forbidden(ask())

    assert response.status_code == 403
    assert "This can be done by whoever may end the world." in response.content.decode()


def test_other_methods_are_refused(ask: Callable[..., HttpRequest]) -> None:
    assert record(ask(method="put")).status_code == 405
    assert record(ask(method="head")).status_code == 200


def test_a_reading_is_noted_after_a_page_about_a_record_was_given(
    ask: Callable[..., HttpRequest], lent: Any
) -> None:
    noted: list[tuple[Any, ...]] = []
    lent.on_read = lambda access, kind, reference, request: noted.append((access, kind, reference))

    record(ask(), reference="r1")
    record(ask(method="post"), reference="r2")
    record(ask(by=STRANGER), reference="r3")

    assert noted == [(SAM, "placement", "r1")]


class Kept:
    """Submissions kept in memory."""

    def __init__(self) -> None:
        self.locations: dict[str, str] = {}

    def claim(self, token: str, access: Any) -> str | None:
        if token in self.locations:
            return self.locations[token]
        self.locations[token] = ""
        return None

    def remember(self, token: str, access: Any, location: str) -> None:
        self.locations[token] = location

    def release(self, token: str, access: Any) -> None:
        del self.locations[token]


@pytest.mark.django_db
def test_a_form_sent_twice_acts_once(ask: Callable[..., HttpRequest], lent: Any) -> None:
    lent.submissions = Kept()
    made: list[int] = []

    @page(SIGNED_IN)
    def make(request: HttpRequest) -> HttpResponse:
        made.append(1)
        return HttpResponseRedirect(f"/made/{len(made)}/")

    first = make(ask(method="post", submit_token="t1"))
    second = make(ask(method="post", submit_token="t1"))
    third = make(ask(method="post", submit_token="t2"))

    assert [answer["Location"] for answer in (first, second, third)] == [
        "/made/1/",
        "/made/1/",
        "/made/2/",
    ]


@pytest.mark.django_db
def test_a_form_with_mistakes_gives_its_token_back(
    ask: Callable[..., HttpRequest], lent: Any
) -> None:
    lent.submissions = Kept()

    @page(SIGNED_IN)
    def make(request: HttpRequest) -> HttpResponse:
        return HttpResponse(status=422) if "name" not in request.POST else HttpResponseRedirect("/")

    assert make(ask(method="post", submit_token="t1")).status_code == 422
    assert make(ask(method="post", submit_token="t1", name="a")).status_code == 302


def test_a_form_without_a_token_is_taken(ask: Callable[..., HttpRequest], lent: Any) -> None:
    lent.submissions = Kept()

    assert record(ask(method="post")).content == b"recorded"


def test_a_page_with_mistakes_is_422_and_says_so_first(
    ask: Callable[..., HttpRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: dict[str, Any] = {}
    monkeypatch.setattr(
        pages.loader, "render_to_string", lambda t, values, r: shown.update(values) or ""
    )

    wrong = render(ask(), "any.jinja", {"form": Name({})})
    right = render(ask(), "any.jinja", {"form": Name({"name": "Amira"})})
    unsent = render(ask(), "any.jinja", {"form": Name()})

    assert [answer.status_code for answer in (wrong, right, unsent)] == [422, 200, 200]


def test_hidden_inputs_carry_a_fresh_token_each(ask: Callable[..., HttpRequest]) -> None:
    from homeward.web.jinja import hidden_inputs

    request = ask()
    first, second = hidden_inputs(request), hidden_inputs(request)

    assert first.count('type="hidden"') == 2
    assert first != second


def test_other_words_under_an_old_token_are_another_submission():
    def sent(**said):
        return pages._sent(RequestFactory().post("/", {"submit_token": "a", **said}))

    assert sent(words="one", csrfmiddlewaretoken="x") == sent(words="one", csrfmiddlewaretoken="y")
    assert sent(words="one") != sent(words="two")
