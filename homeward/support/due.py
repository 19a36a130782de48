"""The kinds of things that are due about a request for support."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.urls import reverse

from homeward.due.kinds import Described, Kind, describer, register
from homeward.organisations.access import Access
from homeward.support import queries
from homeward.support.rules.expected import ANSWER, REPLY, STEP

DESCRIBER = "support"


def describe(access: Access, abouts: Collection[UUID]) -> Mapping[UUID, Described]:
    """Name each request the person may see by the child or the school: one query."""
    return {
        row.reference: Described(
            child=row.child or row.school,
            place=row.school if queries.is_of_team(access) and row.child else "",
            detail=row.kind,
            url=reverse("support:request", args=[row.reference]),
        )
        for row in queries.names(access, abouts)
    }


def _write(about: UUID, period: str) -> str:
    return reverse("support:request", args=[about])


def _step(about: UUID, period: str) -> str:
    return reverse("support:step", args=[period])


_KINDS = (
    Kind(
        name=ANSWER,
        passage="house/support-answer",
        title="Answer to a request",
        sentence="Answer the school: {detail}",
        button="Open the request",
        address=_write,
        describer=DESCRIBER,
        may_waive=False,
    ),
    Kind(
        name=REPLY,
        passage="house/support-answer",
        title="Reply to a team",
        sentence="Write back to the team that helps: {detail}",
        button="Write back",
        address=_write,
        describer=DESCRIBER,
    ),
    Kind(
        name=STEP,
        passage="reintegration/exclusions-team",
        title="Step of a request",
        sentence="{subject}",
        button="Record it",
        address=_step,
        describer=DESCRIBER,
    ),
)


def declare() -> None:
    """Declare each kind and how requests are described."""
    describer(DESCRIBER, describe)
    for kind in _KINDS:
        register(kind)
