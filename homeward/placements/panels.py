"""What this room shows on the pages of lower rooms."""

from dataclasses import dataclass
from datetime import date

from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.placements import queries
from homeward.placements.codes import Stage
from homeward.placements.models import Placement
from homeward.placements.queries.heads import Meter, meters
from homeward.providers.models import Provider
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


@dataclass(frozen=True, slots=True)
class HeadsPanel:
    """The hours and heads of a provider that is not registered, on its page."""

    meter: Meter
    mine: int
    template: str = "placements/heads/_panel.jinja"


def on_provider(access: Access, *, provider: Provider, on: date) -> HeadsPanel | None:
    """The meter of a provider, over all schools; nothing for one that is registered."""
    found = meters(access, [provider], on=on)
    if not found:
        return None
    mine = 0 if access.may(May.READ_AREA) else queries.live_at(access, provider.pk, on=on)
    return HeadsPanel(meter=found[0], mine=mine)


def declare() -> None:
    """Offer the panels."""
    panels.fill("providers.provider", on_provider)
    panels.fill("pupils.pupil", on_pupil)
