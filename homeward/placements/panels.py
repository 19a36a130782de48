"""What this room shows on the pages of lower rooms."""

from dataclasses import dataclass
from datetime import date

from homeward.due import queries as due
from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.organisations.rules.policy_change import PolicyChange
from homeward.placements import queries
from homeward.placements.actions.previewing import previewed
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


def on_policy_change(
    access: Access, *, authority: int, change: PolicyChange, on: date
) -> due.Effects | None:
    """What a change of an authority's numbers makes due about its placements."""
    if access.organisation != authority or not access.may(May.KEEP_POLICY):
        return None
    seen = previewed(keeper=authority, before=change.before, after=change.after, on=on)
    return due.effects_shown(
        access,
        seen.tally,
        noun="placement",
        looked_at=seen.looked_at,
        in_all=seen.in_all,
        order="those that still run, then those that ended last",
        names=access.may(May.READ_PLACEMENTS),
    )


def declare() -> None:
    """Offer the panels."""
    panels.fill("providers.provider", on_provider)
    panels.fill("pupils.pupil", on_pupil)
    panels.fill("organisations.policy_change", on_policy_change)
