"""The overview's sentence is right for twelve planted drifts, and the database orders as the rule says."""

import pytest

from homeward.oversight import queries
from homeward.oversight.queries import Chosen
from homeward.oversight.queries.drifting import keyed, kind_of, with_columns
from homeward.placements.codes import DriftKind
from tests.cast import DAY
from tests.oversight.planting import plant


@pytest.fixture
def planted(cast):
    return plant(cast)


def rows_of(cast, name="exclusions", **chosen):
    return queries.everything(cast.access(name), Chosen(**chosen), on=DAY)


def test_the_sentence_is_right_for_each_of_them_and_the_worst_come_first(cast, planted):
    rows = rows_of(cast, text="Planted")

    assert [(row.child.split()[0], row.drift.sentence) for row in rows] == list(planted.items())
    weights = [row.drift.weight for row in rows]
    assert weights == sorted(weights, reverse=True)


def test_the_database_and_the_rule_name_the_same_kind_and_each_can_be_chosen(cast, planted):
    by_rule = {row.reference: row.drift.kind for row in rows_of(cast)}
    found = keyed(with_columns(queries.overseen(cast.access("exclusions"), DAY), DAY), on=DAY)
    summary = queries.summary(cast.access("exclusions"), on=DAY)

    assert {row.reference: kind_of(row.key) for row in found} == by_rule
    assert set(by_rule.values()) == set(DriftKind)
    for kind in DriftKind:
        chosen = rows_of(cast, drift=kind.value)
        assert {row.drift.kind for row in chosen} == {kind}
        assert len(chosen) == summary.number(kind)
    wrong = rows_of(cast, drift="any")
    assert all(row.drift.is_wrong for row in wrong)
    assert len(wrong) == summary.drifting
