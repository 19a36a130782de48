"""Sizes: to be noticed, and at some point refused."""

import ast

import pytest

from tests.house.ground import Module, modules, size

LONGEST_FUNCTION = 60
LONGEST_MODULE = 400
LONGEST_VIEW = 20

CODE = modules("homeward", "tools")
TESTS = modules("tests")


def is_view(function):
    """Whether a function is declared by `@page`."""
    return any("page(" in ast.unparse(one) for one in function.decorator_list)


def long_functions(found, longest, only=bool):
    return [
        f"{one.path}:{function.lineno} {function.name} has {size(function)} lines"
        for one in found
        for function in one.functions()
        if size(function) > longest and only(function)
    ]


def long_modules(found):
    counted = ((one.path, one.text.count("\n")) for one in found)
    return [f"{path} has {lines} lines" for path, lines in counted if lines > LONGEST_MODULE]


def test_no_function_is_longer_than_a_screen():
    assert long_functions(CODE, LONGEST_FUNCTION) == []


def test_no_module_is_longer_than_a_chapter():
    assert long_modules(CODE) == []


def test_views_fit_on_one_screen():
    assert long_functions(CODE, LONGEST_VIEW, only=is_view) == []


@pytest.mark.parametrize("lines", [61, 75])
def test_a_long_function_is_seen(lines):
    planted = Module("homeward/due/rules.py", "def f():\n" + "    pass\n" * (lines - 1))

    assert long_functions([planted], LONGEST_FUNCTION) == [
        f"homeward/due/rules.py:1 f has {lines} lines"
    ]


def test_a_long_view_is_seen():
    text = "@page(May.WAIVE)\ndef waive(request):\n" + "    pass\n" * 20

    assert long_functions([Module("homeward/due/views.py", text)], LONGEST_VIEW, only=is_view) != []


def test_a_long_module_is_seen():
    assert long_modules([Module("homeward/due/rules.py", "x = 1\n" * 401)]) != []


def test_a_docstring_does_not_make_a_function_long():
    said = '    """' + "Say.\n" * 70 + '    """\n'

    assert (
        long_functions([Module("homeward/due/rules.py", f"def f():\n{said}    return 1\n")], 60)
        == []
    )
