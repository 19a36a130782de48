"""What this room shows on the pages of lower rooms."""

from dataclasses import dataclass
from datetime import date

from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.placements.models import Placement
from homeward.support import queries
from homeward.support.models import SupportRequest
from homeward.support.queries import Card
from homeward.web import panels


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


def declare() -> None:
    """Offer the panels."""
    panels.fill("placements.placement", on_placement)
