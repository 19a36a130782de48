"""The layout under strict names, in every standing of a visitor."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import HttpRequest
from django.template import engines
from jinja2 import UndefinedError

from homeward.web import errors, navigation, panels
from homeward.web.forms import Form, TextField
from homeward.web.navigation import Section
from homeward.web.pages import PUBLIC, SIGNED_IN

from .conftest import SAM, STRANGER


def page(text: str, request: HttpRequest, **values: Any) -> str:
    layout = '{% extends "web/page.jinja" %}{% import "web/parts.jinja" as parts %}'
    return str(engines["pages"].from_string(layout + text).render(values, request))


BODY = "{% block title %}Here{% endblock %}{% block content %}<h1>Here</h1>{% endblock %}"


@pytest.fixture(autouse=True)
def no_sections(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "_sections", {})


def test_a_signed_in_person_reads_who_they_are_and_can_sign_out(
    ask: Callable[..., HttpRequest],
) -> None:
    html = page(BODY, ask(by=SAM))

    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))
    assert "Sam Reed, AP lead, Oak Park School (example)" in said
    assert '<form method="post" action="/sign-out/">' in html
    assert 'href="/sign-in/"' not in html


def test_a_stranger_is_offered_to_sign_in(ask: Callable[..., HttpRequest]) -> None:
    html = page(BODY, ask(by=STRANGER))

    assert 'href="/sign-in/"' in html
    assert "/sign-out/" not in html


def test_the_layout_has_what_every_page_needs(ask: Callable[..., HttpRequest]) -> None:
    html = page(BODY, ask())

    assert "<title>Here – Homeward</title>" in html
    assert 'href="#main" class="govuk-skip-link"' in html
    assert html.count("<h1") == html.count("<main") == html.count("<header") == 1
    assert '<html lang="en-gb" dir="ltr"' in html
    assert "Printed from Homeward on Tuesday 24 November 2026" in html
    assert "<style" not in html
    assert " style=" not in html
    assert not re.search(r"<script(?![^>]* src=)", html)


def test_the_demonstration_says_so_inside_the_header(
    ask: Callable[..., HttpRequest], lent: Any
) -> None:
    assert "every child and adult is invented" not in page(BODY, ask())

    lent.is_demo = lambda request: True

    header = page(BODY, ask()).split("</header>")[0]
    assert "This is a demonstration borough: every child and adult is invented" in header


def test_sections_show_to_those_who_may_open_them(ask: Callable[..., HttpRequest]) -> None:
    navigation.register(Section("Second", "portal:guidance", SIGNED_IN, 2))
    navigation.register(Section("First", "portal:home", PUBLIC, 1))
    navigation.register(Section("Third", "portal:home", "end the world", 3))

    assert [link.text for link in navigation.navigation(ask(by=SAM))] == ["First", "Second"]
    assert [link.text for link in navigation.navigation(ask(by=STRANGER))] == ["First"]


def test_the_section_one_is_in_is_marked(ask: Callable[..., HttpRequest]) -> None:
    navigation.register(Section("Home", "portal:home", PUBLIC, 1))
    navigation.register(Section("Guidance", "portal:guidance", PUBLIC, 2))

    assert 'href="/guidance/" aria-current="page"' in page(BODY, ask("/guidance/"))
    assert 'href="/guidance/" aria-current="true"' in page(BODY, ask("/guidance/reintegration/"))
    assert "aria-current" not in page(BODY, ask("/somewhere/"))
    assert 'href="/" aria-current="page"' in page(BODY, ask("/"))


def test_an_undefined_name_is_an_error(ask: Callable[..., HttpRequest]) -> None:
    with pytest.raises(UndefinedError):
        page("{% block title %}{{ nothing }}{% endblock %}", ask())


def test_a_page_without_a_title_is_an_error(ask: Callable[..., HttpRequest]) -> None:
    with pytest.raises(Exception, match="title"):
        page("{% block content %}{% endblock %}", ask())


def test_mistakes_stand_first_in_the_title(ask: Callable[..., HttpRequest]) -> None:
    form_class = type("F", (Form,), {"name": TextField(label="N", missing="Enter a name")})

    assert "<title>Error: Here" in page(BODY, ask(), form=form_class({}))
    assert "<title>Here" in page(BODY, ask(), form=form_class())


def test_groups_print_a_whole_form(ask: Callable[..., HttpRequest]) -> None:
    form_class = type("F", (Form,), {"name": TextField(label="Your name")})

    html = page(BODY.replace("<h1>", "{{ parts.groups(form) }}<h1>"), ask(), form=form_class())

    assert "Your name" in html


def test_parts_render(ask: Callable[..., HttpRequest]) -> None:
    text = """{% block title %}Parts{% endblock %}
    {% block back %}{{ parts.back_link("/") }}{{ parts.breadcrumbs([("Home", "/")]) }}{% endblock %}
    {% block content %}<h1>Parts</h1>
    {{ parts.tag("Late", "red") }} {{ parts.empty("No schools") }} {{ parts.count(0, "school") }}
    {{ parts.count(1, "school") }} {{ parts.count(1200, "school") }}
    {{ parts.summary_row("Start", "1 May", "/x/") }}
    {% call parts.summary_row("Start") %}<b>x</b>{% endcall %}
    {{ parts.notification("Saved", "Well done", "done") }} {{ parts.print_button() }}
    {{ parts.submit("Save") }} {{ parts.search_box("/s/", "Find") }}
    {% call parts.table("Schools", ["Name"]) %}<tr><td>a</td></tr>{% endcall %}
    {{ parts.pagination(request, slice) }}
    {{ query_with(request, a="2", b=none) }}
    {% for panel in panels %}{% include panel.template %}{% endfor %}
    {% endblock %}{% block aside %}<p>Beside</p>{% endblock %}"""
    from homeward.web.lists import Slice

    html = page(text, ask("/x/", a="1", b="2", after="m"), slice=Slice([], "n"), panels=[])

    assert "No schools" in html
    assert "1 school<" in html
    assert "1,200 schools" in html
    assert "?b=2&amp;after=m&amp;a=2" in html or "?after=m&amp;a=2" in html
    assert "<aside" in html


def test_panels_are_asked_by_name() -> None:
    panels.fill("test", lambda access, *, child: None)
    panels.fill("test", lambda access, *, child: (access, child))  # type: ignore[arg-type,return-value]

    assert panels.ask("test", SAM, child="Amira") == [(SAM, "Amira")]
    assert panels.ask("unknown", SAM) == []


def test_every_error_page_is_calm_and_whole(ask: Callable[..., HttpRequest]) -> None:
    answers = {
        400: errors.bad_request(ask(), RequestDataTooBig("too big")),
        403: errors.not_allowed(ask(), PermissionDenied("Only the headteacher may do this.")),
        404: errors.not_found(ask(by=STRANGER)),
        500: errors.server_error(ask()),
    }

    for status, response in answers.items():
        html = response.content.decode()
        assert response.status_code == status
        assert html.count("<h1") == 1
        assert "Go to the front page" in html
    assert "Only the headteacher may do this." in answers[403].content.decode()
    assert "larger than Homeward takes" in answers[400].content.decode()
    assert "open too long" in errors.csrf_failure(ask()).content.decode()
