"""The kinds of things that are due about a provider."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.urls import reverse

from homeward.due.kinds import Described, Kind, describer, register
from homeward.organisations.access import Access
from homeward.providers import queries
from homeward.providers.rules.expected import EXPIRING, IN_WRITING

DESCRIBER = "providers"


def describe(access: Access, abouts: Collection[UUID]) -> Mapping[UUID, Described]:
    """Name each provider the person may see, with its page: one query."""
    return {
        reference: Described(child=name, url=reverse("providers:provider", args=[reference]))
        for reference, name in queries.names(access, abouts)
    }


def _confirm(about: UUID, period: str) -> str:
    return reverse("providers:confirm", args=[about])


_KINDS = (
    Kind(
        name=IN_WRITING,
        passage="house/spoken-confirmation",
        title="Safeguarding confirmation in writing",
        sentence="Get the safeguarding confirmation of {child} in writing: so far it is spoken",
        button="Record it",
        address=_confirm,
        describer=DESCRIBER,
        may_waive=False,
    ),
    Kind(
        name=EXPIRING,
        passage="safeguarding/written-confirmation",
        title="Safeguarding confirmation to renew",
        sentence="Ask {child} to confirm its safeguarding checks again",
        button="Record the new one",
        address=_confirm,
        describer=DESCRIBER,
    ),
)


def declare() -> None:
    """Declare each kind and how providers are described."""
    describer(DESCRIBER, describe)
    for kind in _KINDS:
        register(kind)
