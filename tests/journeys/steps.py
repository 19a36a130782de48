"""What people do in more than one journey."""

from io import StringIO

import pytest
from django.core.management import call_command

from homeward.placements.models import Placement
from homeward.placements.work import settle_everywhere

REFUSED = "Not agreed yet: the record does not keep every promise."


def must_be_refused(visit, placement, *gaps):
    """Press the button of the start gate, and see that each gap stands there with its promise.

    A gap is its sentence and the number of the promise: ("Set the first day.", "R02").
    """
    visit.open("agreement", placement)
    visit.press("Mark as agreed")
    assert REFUSED in visit.text
    lines = visit.page.get_by_role("main").locator("ul.hw-lines > li")
    for says, number in gaps:
        line = " ".join(lines.filter(has_text=says).inner_text().split())
        assert f"{number} ·" in line, f"{line} does not name {number}"
    assert Placement.objects.get(pk=placement.pk).agreed_on is None


def begin_to_close(visit, placement, says):
    """Go from the start gate to the short page that closes a gap; its sentence stands there too."""
    visit.open("agreement", placement)
    visit.follow(says)
    assert says in visit.text


def agree(visit, placement):
    """Press the button of the start gate, which keeps nothing back."""
    visit.open("agreement", placement)
    assert "Every promise of the start is kept." in visit.text
    visit.press("Mark as agreed")
    assert "The placement is agreed." in visit.text
    assert Placement.objects.get(pk=placement.pk).agreed_on is not None


def write_row(visit, number, question, text, by_on=None):
    """Write into one row of a list of the plan."""
    row = visit.page.get_by_role("group", name=f" {number}")
    row.get_by_label(question, exact=True).fill(text)
    if by_on:
        for box, part in (("Day", by_on.day), ("Month", by_on.month), ("Year", by_on.year)):
            row.get_by_label(box, exact=True).fill(str(part))


def comes(visit, day):
    """Let it be a later day, with the worker's round of the night before it."""
    visit.on(day)
    settle_everywhere({}, day)


def the_record_must_hold():
    """What is stored as due is what the rules say, and no entry of the history was altered."""
    _must_be_clean("check_expectations")
    _must_be_clean("verify_history")


def _must_be_clean(command):
    said = StringIO()
    try:
        call_command(command, stdout=said)
    except SystemExit:
        pytest.fail(said.getvalue())
