"""What parents wrote: the facts of what is due about it, and one reply for whoever answers."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from homeward.family.models import Reply, ReplyAnswer
from homeward.family.rules.replies import ReplyFact
from homeward.organisations.access import Access
from homeward.placements.models import Placement
from homeward.placements.queries.visible import NotVisible


def facts(access: Access, placements: Collection[Placement]) -> dict[int, list[ReplyFact]]:
    """What parents wrote about some placements, by their keys, the oldest first: two queries."""
    by_key = {one.pk: one for one in placements}
    found: dict[int, list[ReplyFact]] = defaultdict(list)
    rows = Reply.objects.filter(placement__in=by_key).select_related("adult")
    for row in rows.prefetch_related(_answers()).order_by("id"):
        first = next(iter(_shown(row)), None)
        placement = by_key[row.placement_id]
        found[row.placement_id].append(
            ReplyFact(
                reference=str(row.reference),
                kind=row.kind,
                who=row.adult.name,
                said_on=row.said_on,
                has_school=placement.home_school_id is not None,
                team=placement.commissioner_team_id,
                answered_on=first.answered_on if first else None,
                answered_by=str(first.reference) if first else "",
            )
        )
    return found


def replies(access: Access, placement: Placement) -> list[Reply]:
    """What parents wrote about a placement that the caller was given, the newest first."""
    rows = Reply.objects.filter(placement=placement).select_related("adult")
    return list(rows.prefetch_related(_answers()).order_by("-id"))


def reply(access: Access, placement: Placement, reference: UUID) -> Reply:
    """One of them. Raises NotVisible."""
    rows = Reply.objects.filter(placement=placement, reference=reference)
    found = rows.select_related("adult").prefetch_related(_answers()).first()
    if found is None:
        raise NotVisible
    return found


def _answers() -> "Prefetch[Any]":
    return Prefetch("answers", ReplyAnswer.objects.order_by("id"), to_attr="answers_shown")


def _shown(row: Any) -> list[ReplyAnswer]:
    return list(row.answers_shown)
