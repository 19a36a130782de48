"""What the start gate looks at, read set-wise, and its answer."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from homeward.calendars.rules import key_stage
from homeward.organisations.access import Access
from homeward.organisations.rules.policy import Policy
from homeward.placements.codes import StaffPart
from homeward.placements.models import NamedAdult, Placement, Session
from homeward.placements.queries.overlaps import beside
from homeward.placements.queries.plan import Version
from homeward.placements.rules import gate
from homeward.placements.rules.gate import Draft, Gap, PlannedSession
from homeward.providers import queries as providers


def drafts(
    access: Access, placements: Sequence[Placement], *, versions: dict[int, Version], on: date
) -> dict[int, Draft]:
    """What each placement says so far: five queries, however many placements.

    A provider's registration is looked at on the first day of the placement, its safeguarding
    confirmation today.
    """
    keys = [each.pk for each in placements]
    used = {each.provider_id for each in placements if each.provider_id is not None}
    standings = providers.standings(access, used)
    confirmations = providers.confirmations(access, used)
    sessions, parts, others = _sessions(keys), _parts(keys), beside(access, placements)
    found = {}
    for each in placements:
        standing, confirmation = "unknown", "none"
        if each.provider_id is not None:
            standing = standings.on(each.provider_id, each.starts_on or on).kind
            confirmation = confirmations.on(each.provider_id, on).kind
        version = versions.get(each.pk, Version())
        found[each.pk] = Draft(
            kind=each.kind,
            reason=each.reason,
            legal_basis=each.legal_basis,
            has_provider=each.provider_id is not None,
            standing=standing,
            confirmation=confirmation,
            starts_on=each.starts_on,
            ends_on=each.ends_on,
            ends_because=each.ends_because,
            immediate_need=each.immediate_need,
            objective=each.objective,
            objective_baseline=each.objective_baseline,
            sessions=sessions[each.pk],
            overlap=others[each.pk].overlap,
            concurrent_minutes=others[each.pk].minutes,
            has_weekly_contact=StaffPart.WEEKLY_CONTACT in parts[each.pk],
            has_key_worker=StaffPart.KEY_WORKER in parts[each.pk],
            has_post16_lead=StaffPart.POST16_LEAD in parts[each.pk],
            is_key_stage_4=key_stage(each.pupil.year_group) == 4,
            plan=version.text,
        )
    return found


def draft(access: Access, placement: Placement, *, version: Version, on: date) -> Draft:
    """What one placement says so far."""
    return drafts(access, [placement], versions={placement.pk: version}, on=on)[placement.pk]


def gaps_of(draft: Draft, policy: Policy) -> list[Gap]:
    """The gate's answer under one authority's numbers."""
    return gate.gaps(draft, full_time_hours=policy.full_time_hours)


def _sessions(keys: Sequence[int]) -> dict[int, tuple[PlannedSession, ...]]:
    found: dict[int, tuple[PlannedSession, ...]] = defaultdict(tuple)
    rows = Session.objects.filter(placement__in=keys).order_by("weekday", "half")
    for row in rows:
        found[row.placement_id] += (
            PlannedSession(
                row.weekday, row.half, row.minutes, row.site_id is not None or bool(row.address)
            ),
        )
    return found


def _parts(keys: Sequence[int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    rows = NamedAdult.objects.filter(placement__in=keys, to_on__isnull=True)
    for placement, part in rows.values_list("placement_id", "part"):
        found[placement].add(part)
    return found
