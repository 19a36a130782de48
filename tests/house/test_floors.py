"""Floors: what a view, a template, a form and a query may not do, beside what they import."""

import ast
import importlib
import inspect
import re

import pytest
from django import forms
from django.forms import Field

from homeward.organisations.codes import RoleName
from tests.house.ground import Module, import_floor, is_above, modules, rooms, templates

BACK_DOORS = re.compile(r"\.objects\b|\.filter\(|\w_set\b|\.all\(\)")
MAY_TRUST = {
    # The square is drawn by allauth from a secret it made; nobody typed any of it.
    "homeward/organisations/jinja2/mfa/totp/activate_form.jinja",
    # The square is drawn from the address of a link that Homeward made; nobody typed any of it.
    "homeward/family/jinja2/family/staff/link.jinja",
    # Groups of fields that were already rendered, each escaped, inside the one of a radio button.
    "homeward/web/forms/groups.py",
}
TRUSTING = re.compile(r"\|\s*safe\b|[\"']html[\"']\s*[:\]]|mark_safe|Markup\(")
MAKE_ACCESS = {"organisations.access_of", "organisations.standing"}
NARROW = {  # what was found for somebody; by themselves they ask the database for nothing
    "placements.part_of",
    "placements.serving",
    "providers.slice_of",
    "pupils.matching",
}
POSTS = re.compile(r"<form\b[^>]*method=[\"']post[\"'][^>]*>(.*?)</form>", re.I | re.S)
ADDRESS = re.compile(r"""url\(\s*["'](\w+):""")
BORROWED = re.compile(r"""{%-?\s*(?:extends|include|import|from)\s+["']([\w-]+)/""")


def back_doors(views):
    roles = re.compile("|".join(rf"[\"']{name.value}[\"']" for name in RoleName) + r"|\bRoleName\b")
    return [
        f"{one.path}:{number}: {line.strip()}"
        for one in views
        for number, line in enumerate(one.text.splitlines(), 1)
        if BACK_DOORS.search(line) or roles.search(line)
    ]


def trusting(texts):
    return [
        f"{path}: {hit.group()}"
        for path, text in texts.items()
        for hit in TRUSTING.finditer(text)
        if path not in MAY_TRUST
    ]


def open_forms(texts):
    return [
        path
        for path, text in texts.items()
        for hit in POSTS.finditer(text)
        if "hidden_inputs(" not in hit.group(1)
    ]


def upward(texts):
    """Templates that name a room above their own, by an address or by a part of its pages."""
    said = []
    for path, text in texts.items():
        room = path.split("/")[1]
        named = {*ADDRESS.findall(text), *BORROWED.findall(text)} & set(rooms())
        said += [f"{path} names {other}" for other in sorted(named) if is_above(other, room)]
    return said


def without_access(room, queries):
    """Public functions of a room's queries that do not take `access` first."""
    return [
        f"{room}.{name}"
        for name, function in vars(queries).items()
        if inspect.isfunction(function)
        and not name.startswith("_")
        and function.__module__.startswith(queries.__name__)
        and next(iter(inspect.signature(function).parameters), "") != "access"
        and f"{room}.{name}" not in MAKE_ACCESS | NARROW
    ]


def silent_fields(found):
    """Fields that would answer an empty box with Django's own words.

    A form of allauth's gets its sentences when it is made, from the table `says` of our class.
    """
    usual = str(Field.default_error_messages["required"])
    return [
        f"{form.__module__}.{form.__name__}.{name}"
        for form in found
        for name, field in form.base_fields.items()
        if field.required
        and str(field.error_messages["required"]) == usual
        and not getattr(form, "says", {}).get(name, ("", "", ""))[2]
    ]


def own_forms():
    return [
        one
        for imported in import_floor("forms").values()
        for module in imported
        for one in vars(module).values()
        if inspect.isclass(one)
        and issubclass(one, forms.BaseForm)
        and one.__module__ == module.__name__
    ]


def test_views_have_no_back_door_to_records_and_know_no_role():
    assert back_doors([one for one in modules("homeward") if one.floor == "views"]) == []


def test_nothing_typed_is_trusted_as_html():
    texts = {one.path: one.text for one in modules("homeward")} | templates()

    assert trusting(texts) == []


def test_each_form_that_is_sent_carries_its_tokens():
    assert open_forms(templates()) == []


def test_no_page_names_a_room_above_its_own():
    assert upward(templates()) == []


@pytest.mark.parametrize("room", rooms())
def test_whoever_asks_says_first_who_is_asking(room):
    try:
        queries = importlib.import_module(f"homeward.{room}.queries")
    except ModuleNotFoundError:
        pytest.skip("this room asks nothing")

    assert without_access(room, queries) == []


def test_each_field_has_its_own_words_for_an_empty_box():
    assert silent_fields(own_forms()) == []


@pytest.mark.parametrize(
    "line",
    ["Pupil.objects.get()", "found.filter(x=1)", "school.pupil_set.first()", 'role == "ap_lead"'],
)
def test_a_back_door_is_found(line):
    assert back_doors([Module("homeward/due/views.py", line)]) == [
        f"homeward/due/views.py:1: {line}"
    ]


@pytest.mark.parametrize("text", ["{{ note | safe }}", '{"html": note}', "mark_safe(note)"])
def test_a_text_that_is_trusted_is_found(text):
    assert len(trusting({"homeward/due/jinja2/due/x.jinja": text})) == 1


def test_an_open_form_is_found():
    assert open_forms({"x.jinja": '<form method="post" novalidate><input></form>'}) == ["x.jinja"]


@pytest.mark.parametrize(
    "text",
    ['{{ url("placements:placement", reference) }}', '{% include "placements/_plan.jinja" %}'],
)
def test_a_page_that_looks_up_is_found(text):
    assert upward({"homeward/due/jinja2/due/x.jinja": text}) == [
        "homeward/due/jinja2/due/x.jinja names placements"
    ]


def test_a_query_that_asks_for_nobody_is_found():
    planted = ast.unparse(ast.parse("def pupils(name): return []"))
    queries = type(importlib)("homeward.pupils.queries")
    exec(planted, vars(queries))  # noqa: S102 - three words of our own, above

    assert without_access("pupils", queries) == ["pupils.pupils"]


def test_a_field_without_words_of_its_own_is_found():
    planted = type("Planted", (forms.Form,), {"name": forms.CharField()})

    assert silent_fields([planted]) == [f"{planted.__module__}.Planted.name"]
