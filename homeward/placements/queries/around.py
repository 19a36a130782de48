"""Who around the child was written to, has read the briefing, and looked at what helps, in short."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery

from homeward.organisations.access import Access
from homeward.placements.codes import BriefingFor
from homeward.placements.models import (
    AdjustmentTick,
    Briefing,
    BriefingReceipt,
    Mailing,
    ReadinessRating,
    Sending,
    TaughtBy,
)
from homeward.placements.queries.briefed import teaches


@dataclass(frozen=True, slots=True)
class Around:
    """What the page of a placement says of the family's letters, the teachers and readiness.

    `read` counts those of today's `teachers` who have read the newest briefing that went out.
    """

    written_on: date | None
    messages: int
    teachers: int
    out_on: date | None
    out_for: str
    read: int
    looked_on: date | None
    ticked_on: date | None


def asked(access: Access, on: date) -> dict[str, Subquery]:
    """What is read of it, beside a placement's own row: parts of one query."""
    out = Briefing.objects.filter(placement=OuterRef("pk"), outs__isnull=False).order_by("-number")
    taught = TaughtBy.objects.filter(teaches(on), placement=OuterRef("pk"))
    sent = Sending.objects.filter(mailing__placement=OuterRef("pk"))
    newest = Briefing.objects.filter(
        placement=OuterRef(OuterRef("placement")), outs__isnull=False
    ).order_by("-number")
    receipt = BriefingReceipt.objects.filter(
        teacher=OuterRef("teacher"), briefing=Subquery(newest.values("pk")[:1])
    )
    return {
        "written_on": _newest(Mailing.objects.order_by("-id"), "made_on"),
        "messages": _many(sent, "mailing__placement"),
        "teachers": _many(taught, "placement", "teacher"),
        "out_on": Subquery(out.values("outs__out_on")[:1]),
        "out_for": Subquery(out.values("briefing_for")[:1]),
        "read": _many(taught.filter(Exists(receipt)), "placement", "teacher"),
        "looked_on": _newest(ReadinessRating.objects.order_by("-id"), "rated_on"),
        "ticked_on": _newest(AdjustmentTick.objects.order_by("-id"), "ticked_on"),
    }


def around(access: Access, row: Mapping[str, Any]) -> Around:
    """Say it of a row that was read with `asked`."""
    return Around(
        written_on=row["written_on"],
        messages=row["messages"] or 0,
        teachers=row["teachers"] or 0,
        out_on=row["out_on"],
        out_for=BriefingFor(row["out_for"]).label if row["out_for"] else "",
        read=row["read"] or 0,
        looked_on=row["looked_on"],
        ticked_on=row["ticked_on"],
    )


def _newest(rows: "QuerySet[Any]", name: str) -> Subquery:
    return Subquery(rows.filter(placement=OuterRef("pk")).values(name)[:1])


def _many(rows: "QuerySet[Any]", of: str, name: str = "pk") -> Subquery:
    counted = rows.order_by().values(of).annotate(many=Count(name, distinct=True))
    return Subquery(counted.values("many")[:1])
