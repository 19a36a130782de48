"""The facts after an ending: how it ended, where the child is, and what the checks said."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.placements.models import AuthorityCheck, Ending, Placement, SustainedCheck
from homeward.placements.rules.facts import AuthorityCheckFact, CheckFact


@dataclass(frozen=True, slots=True)
class AfterEndings:
    """What came after the endings of many placements, by their keys."""

    outcomes: dict[int, str] = field(default_factory=dict)
    goes_to: dict[int, int | None] = field(default_factory=dict)
    goes_to_kind: dict[int, str] = field(default_factory=dict)
    checks: dict[int, list[CheckFact]] = field(default_factory=dict)
    authority_checks: dict[int, list[AuthorityCheckFact]] = field(default_factory=dict)

    def facts(self, key: int) -> dict[str, Any]:
        """What the facts of one placement say of it."""
        return {
            "outcome": self.outcomes.get(key, ""),
            "goes_to": self.goes_to.get(key),
            "goes_to_kind": self.goes_to_kind.get(key, ""),
            "checks": self.checks.get(key, ()),
            "authority_checks": self.authority_checks.get(key, ()),
        }


def after_endings(access: Access, placements: Sequence[Placement]) -> AfterEndings:
    """Read what came after endings: no query where nothing ended, three otherwise."""
    keys = [each.pk for each in placements if each.ended_on]
    if not keys:
        return AfterEndings()
    endings = list(
        Ending.objects.filter(placement__in=keys, corrections__isnull=True).values_list(
            "placement_id", "outcome", "goes_to_id", "goes_to__kind", "goes_to__is_closed"
        )
    )
    closed = {goes_to for _, _, goes_to, _, is_closed in endings if is_closed}
    after = organisations.successors(access, closed) if closed else {}
    return AfterEndings(
        outcomes={placement: outcome for placement, outcome, *_ in endings},
        goes_to={
            placement: after[goes_to].pk if goes_to in after else goes_to
            for placement, _, goes_to, *_ in endings
        },
        goes_to_kind={placement: kind or "" for placement, _, _, kind, _ in endings},
        checks=checks_of(access, keys),
        authority_checks=_authority_checks(keys),
    )


def ending_of(access: Access, placement: Placement) -> Ending | None:
    """The ending that stands, or None where nothing has ended.

    Where the school to which the child went has closed since, `goes_to` is the one that took over.
    """
    rows = Ending.objects.filter(placement=placement, corrections__isnull=True, is_withdrawn=False)
    found = rows.select_related("goes_to", "recorded_by").first()
    if found is not None and found.goes_to is not None and found.goes_to.is_closed:
        found.goes_to = organisations.successor(access, found.goes_to.pk) or found.goes_to
    return found


def newest_ending(access: Access, placement: Placement) -> Ending | None:
    """The newest row of the chain, which may be one that took an ending back."""
    return Ending.objects.filter(placement=placement, corrections__isnull=True).first()


def checks_of(access: Access, keys: Sequence[int]) -> dict[int, list[CheckFact]]:
    """The check of each point that stands, by placement: the one written down last."""
    standing: dict[tuple[int, str], CheckFact] = {}
    rows = SustainedCheck.objects.filter(placement__in=keys).order_by("id")
    said = rows.values_list("placement_id", "point", "checked_on", "holds", "is_on_roll")
    for placement, point, checked_on, holds, is_on_roll in said:
        standing[placement, point] = CheckFact(point, checked_on, holds, is_on_roll)
    found: dict[int, list[CheckFact]] = defaultdict(list)
    for (placement, _), check in standing.items():
        found[placement].append(check)
    return found


def _authority_checks(keys: Sequence[int]) -> dict[int, list[AuthorityCheckFact]]:
    found: dict[int, list[AuthorityCheckFact]] = defaultdict(list)
    rows = AuthorityCheck.objects.filter(placement__in=keys).order_by("checked_on", "id")
    said = rows.values_list("placement_id", "checked_on", "is_settled", "next_on")
    for placement, checked_on, is_settled, next_on in said:
        found[placement].append(AuthorityCheckFact(checked_on, is_settled, next_on))
    return found
