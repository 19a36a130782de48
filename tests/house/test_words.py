"""Words: what is left undone is not left in the text, and nothing names a machine."""

import ast
import re

import pytest

from tests.house.ground import ROOT, Module, kept_files, modules

UNDONE = re.compile(
    r"\b("
    + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK", "Not" + "ImplementedError"))
    + r")\b"
)
MACHINES = re.compile(
    "|".join(
        (
            r"(?<![\w.])/" + "work/",
            r"(?<![\w.])/" + "root/",
            r"/" + r"home/[a-z]+/",
            r"--(extra-)?" + "index-url",
            "files.python" + "hosted",
            "registry.npm" + "js",
            "pyenv" + "/shims",
        )
    )
)
EMPTY_NAMES = {"utils", "helpers", "helper", "misc", "common", "base", "manager", "info", "data"}
NEED_NO_DOCSTRING = ("__init__.py", "apps.py", "urls.py", "wsgi.py")
SOURCES = (".py", ".jinja", ".js", ".css", ".md", ".toml", ".sh", ".txt", ".yml", "/run", "/README")


def own_texts():
    """The text of each file that is ours: what others wrote stands below a folder `vendor`."""
    return {
        path: (ROOT / path).read_text(encoding="utf-8")
        for path in kept_files()
        if f"/{path}".endswith(SOURCES) and "/vendor/" not in path
    }


def found(pattern, texts):
    return [
        f"{path}:{number}: {line.strip()[:80]}"
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def undocumented(looked_at):
    return [
        one.path
        for one in looked_at
        if one.text.strip()
        and not one.path.endswith(NEED_NO_DOCSTRING)
        and ast.get_docstring(one.tree) is None
    ]


def badly_named(looked_at):
    return [
        one.path for one in looked_at if EMPTY_NAMES & set(one.path.removesuffix(".py").split("/"))
    ]


def test_nothing_is_marked_as_undone():
    assert found(UNDONE, own_texts()) == []


def test_nothing_names_a_machine_or_where_packages_came_from():
    assert found(MACHINES, own_texts()) == []


def test_modules_say_what_they_are_for():
    assert undocumented(modules("homeward", "tools")) == []


def test_modules_have_names_that_say_something():
    assert badly_named(modules("homeward", "tools")) == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (UNDONE, "# FIX" + "ME: later"),
        (UNDONE, "raise Not" + "ImplementedError"),
        (MACHINES, "see /" + "work/main/README"),
        (MACHINES, "--index" + "-url https://example.org"),
    ],
)
def test_a_planted_word_is_found(pattern, line):
    assert found(pattern, {"planted.py": f"x = 1\n{line}\n"}) == [f"planted.py:2: {line}"]


def test_a_module_that_says_nothing_is_found():
    planted = Module("homeward/due/rules/weeks.py", "x = 1\n")

    assert undocumented([planted]) == [planted.path]


def test_a_module_with_an_empty_name_is_found():
    planted = Module("homeward/due/utils.py", '"""Words."""\n')

    assert badly_named([planted]) == [planted.path]
