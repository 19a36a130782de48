"""Every passage that binds somebody is carried out by a rule, or listed with a reason why not."""

import re
from importlib import import_module

from homeward.reference.guidance import PASSAGES, ledger
from tests.house.ground import ROOT, modules

PAPER = ROOT / "docs" / "guidance" / "not-enforced.md"
ROW = re.compile(r"^\| (?P<number>\S+) \| `(?P<key>\S+)` \| (?P<reason>.+) \|$", re.MULTILINE)


def listed(text):
    """Key, number and reason of each row of the paper."""
    return [(row["key"], row["number"], row["reason"]) for row in ROW.finditer(text)]


def cited():
    """The keys that a rule of the house cites, once every room is imported."""
    for one in modules("homeward"):
        if one.floor in {"rules", "queries", "actions", "pages", "work", "due"}:
            import_module(one.path.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
    return {
        key
        for key, rules in ledger().items()
        if any(rule.startswith("homeward.") for rule in rules)
    }


def forgotten(bound, carried_out, excused):
    """What binds somebody and is neither carried out nor excused, and what is both."""
    return sorted(bound - carried_out - excused), sorted(carried_out & excused)


def test_every_passage_that_binds_is_carried_out_or_listed_with_a_reason():
    bound = {key for key, passage in PASSAGES.items() if passage.is_expected}
    excused = {key for key, _, _ in listed(PAPER.read_text(encoding="utf-8"))}

    assert forgotten(bound, cited(), excused) == ([], [])


def test_the_paper_lists_each_passage_once_by_its_right_number():
    rows = listed(PAPER.read_text(encoding="utf-8"))

    assert len({key for key, _, _ in rows}) == len(rows)
    assert [(key, number) for key, number, _ in rows if PASSAGES[key].number != number] == []
    assert [key for key, _, _ in rows if not PASSAGES[key].is_expected] == []
    assert [key for key, _, reason in rows if len(reason.split()) < 3] == []


def test_a_forgotten_passage_and_a_needless_excuse_are_found():
    assert forgotten({"a", "b", "c"}, {"a", "b"}, {"b"}) == (["c"], ["b"])
