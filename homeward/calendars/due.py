"""What this room can make due: term dates that a count ran out of."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.urls import reverse

from homeward.calendars.actions import KIND
from homeward.calendars.queries import places
from homeward.due import kinds
from homeward.organisations.access import Access

_DESCRIBER = "calendars.place"


def _described(access: Access, abouts: Collection[UUID]) -> Mapping[UUID, kinds.Described]:
    return {
        each.reference: kinds.Described(
            child=each.name, url=reverse("calendars:place", args=[each.reference])
        )
        for each in places(access, abouts)
    }


def _form(about: UUID, period: str) -> str:
    return reverse("calendars:load_terms", args=[about, period])


DATES_NEEDED = kinds.Kind(
    name=KIND,
    passage="house/dates-needed",
    title="Term dates needed",
    sentence="Enter the term dates of {child}: something due there cannot be counted without them",
    button="Enter the term dates",
    address=_form,
    describer=_DESCRIBER,
)


def declare() -> None:
    """Tell the room `due` about it. Called when Homeward starts."""
    kinds.register(DATES_NEEDED)
    kinds.describer(_DESCRIBER, _described)
