"""The facts of briefings and ticks, read set-wise: one query, and one more after a return."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from homeward.organisations.access import Access
from homeward.placements.codes import BriefingFor
from homeward.placements.models import (
    AdjustmentTick,
    Briefing,
    BriefingExcuse,
    BriefingReceipt,
    Placement,
    TaughtBy,
)
from homeward.placements.rules.facts import BriefingFact, TeacherFact, TickFact


@dataclass(frozen=True, slots=True)
class Briefed:
    """What is known of teachers, briefings and ticks of many placements, by their keys."""

    teachers: dict[int, list[TeacherFact]] = field(default_factory=dict)
    briefings: dict[int, dict[str, BriefingFact]] = field(default_factory=dict)
    ticks: dict[int, Sequence[TickFact]] = field(default_factory=dict)

    def facts(self, key: int) -> dict[str, Any]:
        """What the facts of one placement say of it."""
        return {
            "teachers": self.teachers.get(key, ()),
            "briefings": self.briefings.get(key, {}),
            "ticks": self.ticks.get(key, ()),
        }


def briefed(access: Access, keys: Collection[int], *, ticked: Collection[int], on: date) -> Briefed:
    """Read them for many placements: one query, and one for ticks.

    `ticked` are those whose adjustments may have been asked about. A briefing that nobody of today's
    teachers can read is as good as none.
    """
    found = Briefed(ticks=ticks(access, ticked) if ticked else {})
    read: dict[tuple[int, int], dict[int, date]] = defaultdict(dict)
    for placement, *said in _rows(keys, on):
        one, outs = TeacherFact(*said[:6]), said[6:]
        known = found.teachers.setdefault(placement, [])
        if any(other.key == one.key for other in known):
            continue
        known.append(one)
        for briefing_for, at in zip(BriefingFor, (0, 4), strict=True):
            number, out_on, excused_on, read_on = outs[at : at + 4]
            if number is None:
                continue
            receipts = read[placement, number]
            if read_on is not None:
                receipts[one.key] = read_on
            fact = BriefingFact(briefing_for.value, number, out_on, receipts, excused_on)
            found.briefings.setdefault(placement, {})[briefing_for.value] = fact
    return found


def teaches(on: date) -> Q:
    """The lines of staff lists that hold on a day. From the day on which one ends it is closed."""
    return Q(from_on__lte=on) & (Q(to_on__isnull=True) | Q(to_on__gt=on))


def _rows(keys: Collection[int], on: date) -> Iterable[tuple[Any, ...]]:
    """Who teaches or supports each child, by name, with the newest briefing of each beginning."""
    rows = TaughtBy.objects.filter(teaches(on), placement__in=list(keys))
    names = []
    for briefing_for in BriefingFor:
        newest = Briefing.objects.filter(
            placement=OuterRef("placement"), briefing_for=briefing_for, outs__isnull=False
        ).order_by("-number")
        key = f"{briefing_for.value}_key"
        said = BriefingExcuse.objects.filter(briefing=OuterRef(key)).order_by("id")
        receipts = BriefingReceipt.objects.filter(
            briefing=OuterRef(key), teacher=OuterRef("teacher")
        )
        found = {
            f"{briefing_for.value}_number": newest.values("number"),
            f"{briefing_for.value}_out": newest.values("outs__out_on"),
            f"{briefing_for.value}_excused": said.values("said_on"),
            f"{briefing_for.value}_read": receipts.values("read_on"),
        }
        rows = rows.annotate(**{key: Subquery(newest.values("pk")[:1])})
        rows = rows.annotate(**{name: Subquery(one[:1]) for name, one in found.items()})
        names += list(found)
    return rows.order_by("teacher__name", "teacher_id", "-id").values_list(
        "placement_id",
        "teacher_id",
        "teacher__name",
        "teacher__person_id",
        "subject",
        "from_on",
        "teacher__reference",
        *names,
    )


def ticks(
    access: Access, placements: Collection[int] | QuerySet[Placement]
) -> dict[int, Sequence[TickFact]]:
    """What owners said, the newest last, by placement: one query."""
    found: dict[int, list[TickFact]] = defaultdict(list)
    rows = AdjustmentTick.objects.filter(placement__in=placements).order_by("ticked_on", "id")
    said: Any
    for placement, thread, *said in rows.values_list(
        "placement_id",
        "thread",
        "asked_on",
        "happening",
        "ticked_on",
        "teacher_id",
        "recorded_by_id",
    ):
        found[placement].append(TickFact(str(thread), *said))
    return dict(found)
