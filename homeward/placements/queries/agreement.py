"""The page of the start gate."""

from dataclasses import dataclass
from datetime import date

from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.organisations.roles import roles_with
from homeward.placements.models import Placement, UrgentStart
from homeward.placements.queries.draft import Gate, at_the_gate
from homeward.placements.rules.gate import Gap
from homeward.placements.rules.tasks import BY_NAME, Task
from homeward.reference.guidance import Passage, passage


@dataclass(frozen=True, slots=True)
class ShownGap:
    """A gap, the promise it protects, and the page that closes it."""

    gap: Gap
    passage: Passage
    task: Task


@dataclass(frozen=True, slots=True)
class AgreementPage:
    gate: Gate
    gaps: tuple[ShownGap, ...]
    urgent: UrgentStart | None
    may_allow: bool
    who_may_allow: str

    @property
    def cannot_wait(self) -> tuple[ShownGap, ...]:
        return tuple(shown for shown in self.gaps if not shown.gap.is_postponable)


def agreement(access: Access, placement: Placement, *, on: date) -> AgreementPage:
    """What stands between a placement and the mark *agreed*."""
    gate = at_the_gate(access, placement, on=on)
    is_open = placement.agreed_on is None
    return AgreementPage(
        gate=gate,
        gaps=tuple(
            ShownGap(gap, passage(gap.passage), BY_NAME[gap.section])
            for gap in (gate.gaps if is_open else ())
        ),
        urgent=UrgentStart.objects.filter(placement=placement).select_related("allowed_by").first()
        if placement.urgent_on
        else None,
        may_allow=access.holds(May.ALLOW_URGENT_START),
        who_may_allow=", ".join(role.says.lower() for role in roles_with(May.ALLOW_URGENT_START)),
    )
