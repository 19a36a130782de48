"""How higher rooms open a child's record to more people than school and authority."""

from collections.abc import Callable

from django.db.models import Q

from homeward.organisations.access import Access

type Opens = Callable[[Access], Q]

_openers: list[Opens] = []


def register(opens: Opens) -> None:
    """Offer a condition on `Pupil` under which somebody may read a child's record."""
    if opens not in _openers:
        _openers.append(opens)


def opened_to(access: Access) -> Q:
    """The children opened to somebody by higher rooms; none where no room opens any."""
    condition = Q(pk__in=())
    for opens in _openers:
        condition |= opens(access)
    return condition
