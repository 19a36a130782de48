"""Which authorities' placements a change elsewhere may touch."""

from django.db.models import Q

from homeward.organisations.access import Access
from homeward.placements.models import Placement


def keepers(
    access: Access,
    *,
    organisations: frozenset[int] = frozenset(),
    provider: int | None = None,
    pupil: int | None = None,
) -> list[int]:
    """The authorities that keep placements which run, or of which it is checked whether they held;
    narrowed to those of some organisations, of one provider or of one child. For background work:
    answers keys of authorities, no record."""
    is_checked = Q(checks_from_on__isnull=False, held_on__isnull=True, not_held_on__isnull=True)
    live = Placement.objects.filter(Q(ended_on__isnull=True) | is_checked)
    if organisations:
        wanted = list(organisations)
        live = live.filter(
            Q(home_school__in=wanted)
            | Q(commissioner__in=wanted)
            | Q(keeper__in=wanted)
            | Q(ending__goes_to__in=wanted)
        )
    if provider is not None:
        live = live.filter(provider=provider)
    if pupil is not None:
        live = live.filter(pupil=pupil)
    return list(live.order_by("keeper_id").values_list("keeper_id", flat=True).distinct())
