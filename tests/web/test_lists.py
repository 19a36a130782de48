"""Slices of long lists, and spreadsheets that cannot do harm."""

import csv
import io
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.web.lists import csv_response, cut, defused, mark, marked


def test_a_list_is_cut_where_a_row_more_was_fetched() -> None:
    rows = [("a", 1), ("b", 2), ("c", 3)]

    first = cut(rows, 2, key=lambda row: row)
    last = cut(rows[:2], 2, key=lambda row: row)

    assert list(first.items) == rows[:2]
    assert marked(first.next_after, 2) == ["b", 2]
    assert last.next_after == ""
    assert cut([], 2, key=lambda row: row).next_after == ""


def test_days_and_references_can_be_marked() -> None:
    reference = UUID("01a20d31-9196-7b0e-8b92-722681663819")

    assert marked(mark(date(2026, 11, 24), reference), 2) == ["2026-11-24", str(reference)]


@pytest.mark.parametrize("text", ["", "x", "é", "bnVsbA", "W10", mark("a"), mark({"a": 1}, 2)])
def test_what_is_no_mark_is_answered_with_none(text: str) -> None:
    assert marked(text, 2) is None


@given(st.text(max_size=200))
def test_any_text_may_stand_where_a_mark_does(text: str) -> None:
    assert marked(text, 2) is None or isinstance(marked(text, 2), list)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\u00a0=", "＝"])
def test_live_formulas_are_defused(start: str) -> None:
    assert defused(f"{start}cmd") == f"'{start}cmd"


def test_numbers_days_and_answers_stay_what_they_are() -> None:
    values = [-5, 1.5, date(2026, 11, 24), True, False, None, "O'Neil", "1-2"]

    assert [defused(value) for value in values] == [
        -5,
        1.5,
        "2026-11-24",
        "Yes",
        "No",
        "",
        "O'Neil",
        "1-2",
    ]


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=30), min_size=1, max_size=4))
def test_no_cell_of_a_file_is_live(cells: list[str]) -> None:
    response: Any = csv_response("a.csv", ["h"] * len(cells), [cells])
    text = response.content.decode("utf-8-sig")
    _, row = csv.reader(io.StringIO(text, newline=""))

    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)


def test_the_file_is_sent_as_a_download_with_a_plain_name() -> None:
    response = csv_response('schools"\r\n/é.csv', ["Name"], [["St Josephʼs"]])

    assert response["Content-Disposition"] == 'attachment; filename="schools-.csv"'
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.startswith(b"\xef\xbb\xbfName\r\n")
