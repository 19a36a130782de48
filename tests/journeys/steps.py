"""What people do in more than one journey."""

from homeward.placements.models import Placement

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
