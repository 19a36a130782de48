"""The cards of the teams that help, and what is open about a placement."""

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.organisations.models import Team
from homeward.placements.models import Placement
from homeward.reference.guidance import cites
from homeward.support.codes import ANSWERED_BY, RequestKind
from homeward.support.models import Outcome, SupportRequest
from homeward.support.queries.visible import visible


@dataclass(frozen=True, slots=True)
class Card:
    """One team: who they are, when to use them, how to reach them, and what they are asked for."""

    team: Team
    kinds: tuple[RequestKind, ...]


def teams_of(access: Access, authority: int) -> list[Team]:
    """The teams that a request can go to: those of the authority that keeps the record."""
    return organisations.teams(access, authority)


@cites("reintegration/exclusions-team-address")
def cards(access: Access, authority: int) -> list[Card]:
    """The card of each team of an authority, with the kinds of request that go to it (R21): one query."""
    teams = teams_of(access, authority)
    return [Card(team, _kinds(team, teams)) for team in teams]


def _kinds(team: Team, teams: Sequence[Team]) -> tuple[RequestKind, ...]:
    """What a team is asked for: the first team of a kind of team has that kind's requests."""
    first = {one.kind: one.pk for one in reversed(teams)}
    return tuple(
        kind for kind, of in ANSWERED_BY.items() if of == team.kind and first[of] == team.pk
    )


def open_about(access: Access, placement: Placement) -> list[SupportRequest]:
    """The requests about a placement that are open and that the person may see: one query."""
    closed = Outcome.objects.filter(reopened_on__isnull=True).values("request")
    rows = visible(access).filter(placement=placement).exclude(pk__in=closed)
    return list(rows.select_related("team").order_by("-pk"))
