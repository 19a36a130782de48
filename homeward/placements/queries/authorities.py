"""Which authority acts for a child: the keeper, or the one that followed it."""

from collections.abc import Sequence

from homeward.organisations.access import Access
from homeward.organisations.models import Organisation
from homeward.placements.codes import Part
from homeward.placements.models import Party, Placement


def acting_authorities(access: Access, placements: Sequence[Placement]) -> dict[int, int]:
    """The authority that acts for the child, by the key of each placement: one query for most.

    A record keeps its keeper for ever; where that authority is no more, the one that takes part in
    its stead is asked.
    """
    keepers = {each.pk: each.keeper_id for each in placements}
    closed = Organisation.objects.filter(pk__in=set(keepers.values()), is_closed=True)
    gone = set(closed.values_list("pk", flat=True))
    if not gone:
        return keepers
    followers = Party.objects.filter(
        placement__in=[key for key, keeper in keepers.items() if keeper in gone],
        part=Part.AUTHORITY,
        to_on__isnull=True,
        organisation__is_closed=False,
    )
    rows = followers.order_by("from_on", "id").values_list("placement_id", "organisation_id")
    return keepers | dict(rows)
