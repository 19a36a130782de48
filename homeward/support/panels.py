"""What this room shows on the pages of lower rooms."""

from dataclasses import dataclass
from datetime import date

from homeward.due import queries as due
from homeward.due.rules import Tally, effects
from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.organisations.rules.policy_change import PolicyChange
from homeward.placements.models import Placement
from homeward.support import queries
from homeward.support.models import SupportRequest
from homeward.support.queries import Card
from homeward.support.settling import settlements
from homeward.web import panels

NUMBER = "support_answer_school_days"
"""The one number of the policy pack that makes something due about a request."""
MOST = 1000
"""Requests that are worked out while somebody waits for the page."""


@dataclass(frozen=True, slots=True)
class PlacementPanel:
    """Who can help with a placement, the button that asks, and what is open."""

    placement: Placement
    cards: tuple[Card, ...]
    requests: tuple[SupportRequest, ...]
    may_ask: bool
    template: str = "support/_placement_panel.jinja"


def on_placement(access: Access, *, placement: Placement, on: date) -> PlacementPanel | None:
    """The teams of the authority that keeps the placement, and the open requests: two queries."""
    cards = tuple(queries.cards(access, placement.keeper_id))
    requests = tuple(queries.open_about(access, placement))
    if not cards and not requests:
        return None
    return PlacementPanel(
        placement=placement,
        cards=cards,
        requests=requests,
        may_ask=bool(cards) and access.may(May.ASK_FOR_SUPPORT),
    )


def on_policy_change(
    access: Access, *, authority: int, change: PolicyChange, on: date
) -> due.Effects | None:
    """What a change of an authority's numbers makes due about the requests to its teams."""
    if change.number.key != NUMBER or not access.may(May.KEEP_POLICY):
        return None
    found, in_all = queries.newest(access, authority, MOST)
    tally = Tally(on)
    tally.add(
        effects(
            settlements(found, on=on, policies={authority: change.before}),
            settlements(found, on=on, policies={authority: change.after}),
            waived=due.waived_lines(access, [each.reference for each in found]),
        )
    )
    return due.effects_shown(
        access,
        tally,
        noun="request",
        looked_at=len(found),
        in_all=in_all,
        names=access.may(May.READ_PLACEMENTS),
        order="the newest",
    )


def declare() -> None:
    """Offer the panels."""
    panels.fill("placements.placement", on_placement)
    panels.fill("organisations.policy_change", on_policy_change)
