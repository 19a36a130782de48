"""What the short pages of a draft show around their forms."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404

from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.organisations.rules.policy import Policy
from homeward.placements.models import Placement
from homeward.placements.queries import gate, heads, plan
from homeward.placements.queries.plan import Version
from homeward.placements.queries.visible import may_place
from homeward.placements.rules import gate as rules
from homeward.placements.rules.gate import Draft, Gap
from homeward.placements.rules.journey import LengthWarning
from homeward.placements.rules.plan import SECTIONS, PlanText, section_of
from homeward.placements.rules.tasks import BY_NAME, Task, TaskState, task_list
from homeward.providers import queries as providers
from homeward.providers.models import Provider
from homeward.providers.rules import Confirmation, Standing
from homeward.pupils import queries as pupils
from homeward.pupils.models import Pupil
from homeward.reference.guidance import Passage, passage

FOUND_AT_MOST = 25


@dataclass(frozen=True, slots=True)
class Gate:
    """The start gate of one placement: what it says, what is missing, and what only warns."""

    draft: Draft
    version: Version
    policy: Policy
    gaps: tuple[Gap, ...]
    warnings: tuple[LengthWarning, ...]

    @property
    def cannot_wait(self) -> tuple[Gap, ...]:
        return tuple(gap for gap in self.gaps if not gap.is_postponable)

    def tasks(self, placement: Placement) -> list[tuple[str, list[TaskState]]]:
        """The task list with the state of each short page."""
        return task_list(self.gaps, _filled(placement, self.version.text))


@dataclass(frozen=True, slots=True)
class Section:
    """One short page: its words, and each gap on it with the passage it protects."""

    task: Task
    gaps: tuple[tuple[Gap, Passage], ...]
    warnings: tuple[LengthWarning, ...]


def at_the_gate(access: Access, placement: Placement, *, on: date) -> Gate:
    """Ask the start gate about a placement: nine queries."""
    policy = organisations.policy(access, placement.keeper_id, on)
    version = plan.latest(access, placement)
    draft = gate.draft(access, placement, version=version, on=on)
    return Gate(
        draft=draft,
        version=version,
        policy=policy,
        gaps=tuple(gate.gaps_of(draft, policy)),
        warnings=(
            *heads.warnings_of(access, placement, standing=draft.standing, policy=policy, on=on),
            *rules.warnings(
                draft,
                short_term_weeks=policy.short_term_weeks,
                weekly_sessions=policy.unregistered_weekly_sessions,
            ),
        ),
    )


def section(access: Access, placement: Placement, name: str, *, on: date) -> Section:
    """One short page of a placement. An agreed placement has no gaps."""
    if placement.agreed_on:
        return Section(BY_NAME[name], (), ())
    asked = at_the_gate(access, placement, on=on)
    return Section(
        task=BY_NAME[name],
        gaps=tuple((gap, passage(gap.passage)) for gap in asked.gaps if gap.section == name),
        warnings=asked.warnings if name in {"dates", "week", "provider"} else (),
    )


def pupils_to_place(access: Access, typed: str) -> list[Pupil]:
    """Children whose names or UPN hold what was typed, for whom the person may start a placement."""
    if not typed.strip():
        return []
    found = pupils.search(access, typed)
    return [one for one in found if may_place(access, one)][:FOUND_AT_MOST]


def providers_to_choose(access: Access, *, on: date) -> list[Any]:
    """Providers that may be chosen, by name, each with its registration in the label."""
    return providers.choices(access, on)


def provider(access: Access, reference: str) -> Provider:
    """The chosen provider. Raises Http404 for one that is not in the list."""
    try:
        return providers.provider(access, UUID(reference))
    except ValueError as wrong:
        raise Http404 from wrong


@dataclass(frozen=True, slots=True)
class ProviderStanding:
    """What the record knows of the chosen provider."""

    standing: Standing
    confirmation: Confirmation


def provider_standing(access: Access, placement: Placement, *, on: date) -> ProviderStanding | None:
    """Registration on the first day and confirmation today of the chosen provider: two queries."""
    if placement.provider_id is None:
        return None
    return ProviderStanding(
        providers.registration(access, placement.provider_id, placement.starts_on or on),
        providers.confirmation(access, placement.provider_id, on),
    )


def _filled(placement: Placement, text: PlanText) -> list[str]:
    empty = PlanText()
    filled = [name for name in SECTIONS if section_of(text, name) != section_of(empty, name)]
    arrangements = (
        placement.attendance_reporting,
        placement.transport,
        placement.meals,
        placement.medication,
        placement.behaviour_rule,
        placement.cost,
    )
    return [*filled, "arrangements"] if any(arrangements) else filled
