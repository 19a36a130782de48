"""What this room shows on the pages of lower rooms."""

from dataclasses import dataclass
from datetime import date

from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.placements import queries
from homeward.placements.codes import Stage
from homeward.placements.models import Placement
from homeward.pupils.models import Pupil
from homeward.web import panels


@dataclass(frozen=True, slots=True)
class PupilPanel:
    """A child's placements on the child's page, and the button that starts one."""

    pupil: Pupil
    placements: tuple[tuple[Placement, Stage], ...]
    may_start: bool
    template: str = "placements/record/_pupil_panel.jinja"


def on_pupil(access: Access, *, pupil: Pupil, on: date) -> PupilPanel | None:
    """The placements of a child that the person may see: one query."""
    found = queries.placements_of_pupil(access, pupil)
    may_start = access.may(May.START_PLACEMENT) and queries.may_place(access, pupil)
    if not found and not may_start:
        return None
    return PupilPanel(
        pupil=pupil,
        placements=tuple((one, queries.stage_of(access, one, on=on)) for one in found),
        may_start=may_start,
    )


def declare() -> None:
    """Offer the panels."""
    panels.fill("pupils.pupil", on_pupil)
