"""What the one page "how to help me" says, as values, and what of it is taken from the plan."""

from dataclasses import dataclass
from datetime import date

from homeward.placements.codes import LineKind
from homeward.placements.rules.plan import PlanText
from homeward.reference.guidance import cites

WRITTEN = ("good_at", "helps", "makes_worse", "when")
"""The parts that somebody writes; the others are taken from plan and steps as they stand."""


@dataclass(frozen=True, slots=True)
class WhenThen:
    """What to do when: "when I put my head down" - "leave me five minutes"."""

    when: str
    then: str


@dataclass(frozen=True, slots=True)
class Promised:
    """One adjustment of the plan as it stood when the page was written."""

    thread: str
    what: str
    who: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class BriefingText:
    """Everything that one version of the page says."""

    good_at: str = ""
    helps: str = ""
    makes_worse: str = ""
    when: tuple[WhenThen, ...] = ()
    adjustments: tuple[Promised, ...] = ()
    safe_adult: str = ""
    safe_place: str = ""
    starts_on: date | None = None

    @property
    def says_something(self) -> bool:
        """Whether anybody wrote what helps: an empty page helps nobody."""
        return bool(self.helps or self.good_at or self.makes_worse or self.when)


def promised(plan: PlanText) -> tuple[Promised, ...]:
    """The adjustments of a plan, as the page freezes them."""
    return tuple(
        Promised(thread=str(line.thread), what=line.what, who=line.who, where=line.where)
        for line in plan.of(LineKind.ADJUSTMENT)
    )


@cites("reintegration/adjustments", "reintegration/staff-told")
def prefilled(
    plan: PlanText,
    *,
    safe_adult: str = "",
    safe_place: str = "",
    starts_on: date | None = None,
    earlier: BriefingText | None = None,
) -> BriefingText:
    """The page as it can be written from the plan, or from an earlier version of it (R10, R18)."""
    known = earlier or BriefingText(helps=plan.child_helps, makes_worse=plan.child_worries)
    return BriefingText(
        good_at=known.good_at,
        helps=known.helps,
        makes_worse=known.makes_worse,
        when=known.when,
        adjustments=promised(plan),
        safe_adult=safe_adult,
        safe_place=safe_place,
        starts_on=starts_on,
    )
