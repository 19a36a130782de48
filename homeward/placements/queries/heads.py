"""Hours and heads of settings that are not registered, over all schools and authorities.

Everybody's children are counted; only numbers leave this module, and the names of schools only
for officers, of placements that their authority keeps.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum

from homeward.calendars.rules import Period
from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.organisations.rules.policy import Policy
from homeward.placements.models import Placement, Session
from homeward.placements.queries.facts import bare_facts
from homeward.placements.queries.listing import part_of
from homeward.placements.rules.heads import (
    Attends,
    Heads,
    Line,
    Numbers,
    Verdict,
    heads,
    verdict,
    warnings_with,
)
from homeward.placements.rules.journey import LengthWarning
from homeward.providers import queries as providers
from homeward.providers.codes import StandingKind
from homeward.providers.models import Provider, Site
from homeward.providers.rules import Standing

AHEAD = timedelta(days=183)
ELSEWHERE = "At other addresses"
TOGETHER = "All its addresses together"
NO_SCHOOL = "No school yet"
OF_OTHERS = "Schools of other authorities"
SEN = frozenset({"K", "E"})
_WORST_FIRST = (Line.CROSSED, Line.NEAR, Line.CLEAR)


@dataclass(frozen=True, slots=True)
class AtAddress:
    """The count of one address, or of all of a provider's together."""

    name: str
    counted: Heads
    verdict: Verdict

    @property
    def rank(self) -> tuple[int, int, int]:
        """Worst first: over the line, one short of it, then by how many."""
        line = _WORST_FIRST.index(self.verdict.line)
        return line, -self.counted.full_time, -self.counted.pupils


@dataclass(frozen=True, slots=True)
class FromSchool:
    """How many of the children are one school's."""

    name: str
    pupils: int
    full_time: int


@dataclass(frozen=True, slots=True)
class Meter:
    """The hours and heads of one provider that is not registered.

    `schools` is empty for whoever does not read the whole area. `unplanned` children have no planned
    week, so that their hours are not known; `beyond` placements are longer and fuller than the
    announced national limit (R-UAP-01).
    """

    provider: UUID
    name: str
    standing: Standing
    whole: AtAddress
    addresses: tuple[AtAddress, ...]
    schools: tuple[FromSchool, ...]
    unplanned: int
    beyond: int
    full_time_hours: int

    @property
    def shown(self) -> tuple[AtAddress, ...]:
        """Each address, and all together where there are several."""
        return self.addresses if len(self.addresses) == 1 else (*self.addresses, self.whole)

    @property
    def said(self) -> tuple[AtAddress, ...]:
        """The addresses at the line or over it; all together only where that is worse than each."""
        found = tuple(one for one in self.addresses if one.verdict.line is not Line.CLEAR)
        nearest = min((one.rank[0] for one in found), default=len(_WORST_FIRST))
        return (*found, self.whole) if self.whole.rank[0] < nearest else found

    @property
    def worst(self) -> AtAddress:
        return min(self.shown or (self.whole,), key=lambda one: one.rank)


@dataclass(frozen=True, slots=True)
class _There:
    """One placement's week at one address, with what is told of it."""

    attends: Attends
    placement: int
    school: str
    sessions: int
    weeks: int


def meters(access: Access, found: Collection[Provider], *, on: date) -> list[Meter]:
    """The meters of those of the providers that are not registered, worst first: five queries."""
    if not access.may(May.READ_PROVIDERS):
        return []
    keys = [one.pk for one in found]
    standings = providers.standings(access, keys)
    counted = [one for one in found if standings.on(one.pk, on).kind is not StandingKind.REGISTERED]
    there = _there(access, [one.pk for one in counted], on=on)
    sites = _sites([one.pk for one in counted], on)
    policy = _policy(access, on)
    made = [
        _meter(access, one, standings.on(one.pk, on), there[one.pk], sites[one.pk], policy, on)
        for one in counted
    ]
    return sorted(made, key=lambda one: (*one.worst.rank, one.name))


def every_meter(access: Access, *, on: date) -> list[Meter]:
    """The meter of each provider on the register that is not registered as a school: six queries."""
    rows = Provider.objects.filter(organisation__is_closed=False).select_related("organisation")
    return meters(access, list(rows), on=on)


def warnings_of(
    access: Access, placement: Placement, *, standing: str, policy: Policy, on: date
) -> list[LengthWarning]:
    """What a placement would bring about where it is planned, with everybody else there.

    Three queries; none for a provider that is registered, or where there is no provider yet.
    """
    if placement.provider_id is None or standing == StandingKind.REGISTERED:
        return []
    rows = _there(access, [placement.provider_id], on=on, draft=placement)[placement.provider_id]
    sites = _sites([placement.provider_id], on)[placement.provider_id]
    provider = placement.provider.organisation.name if placement.provider else ""
    places = _by_address(rows, sites)
    within = _within(placement, on)
    for name, at in (*places.items(), (provider, rows)):
        where = provider if name in (provider, ELSEWHERE) else f"{name}, {provider}"
        said = warnings_with(
            [one.attends for one in at if one.placement != placement.pk],
            [one.attends for one in at if one.placement == placement.pk],
            within=within,
            where=where,
            numbers=_numbers(policy),
            on=on,
        )
        if said:
            return said
    return []


def _there(
    access: Access, keys: Collection[int], *, on: date, draft: Placement | None = None
) -> dict[int, list[_There]]:
    """Who is planned at some providers from a day on, a row for each child's address: two queries."""
    live = part_of("live", on)
    asked = Placement.objects.filter(live | Q(pk=draft.pk) if draft else live, provider__in=keys)
    weeks = _weeks(asked)
    found: dict[int, list[_There]] = defaultdict(list)
    for row in asked.select_related("pupil", "home_school"):
        runs = bare_facts(access, row).runs(on)
        if runs is None and (draft is None or row.pk != draft.pk):
            continue
        within = runs or _within(row, on)
        is_open_ended = row.ends_on is None or row.ends_on < on
        for site, minutes, sessions in weeks.get(row.pk, [(None, 0, 0)]):
            found[row.provider_id or 0].append(
                _There(
                    attends=Attends(
                        pupil=row.pupil_id,
                        minutes=minutes,
                        born_on=row.pupil.born_on,
                        from_on=within.starts_on,
                        to_on=None if is_open_ended else within.ends_on,
                        site=site,
                        is_looked_after=row.pupil.is_looked_after,
                        has_ehc_plan=row.pupil.has_ehc_plan,
                        has_sen=row.pupil.has_ehc_plan or row.pupil.sen_provision in SEN,
                    ),
                    placement=row.pk,
                    school=_school_said(access, row),
                    sessions=sessions,
                    weeks=_weeks_planned(row),
                )
            )
    return found


def _weeks(asked: "QuerySet[Placement]") -> dict[int, list[tuple[int | None, int, int]]]:
    """The planned week of each placement, by address: site, minutes and sessions."""
    found: dict[int, list[tuple[int | None, int, int]]] = defaultdict(list)
    rows = (
        Session.objects.filter(placement__in=asked.values("pk"))
        .order_by("placement", "site")
        .values_list("placement_id", "site_id")
        .annotate(Sum("minutes"), Count("pk"))
    )
    for placement, site, minutes, sessions in rows:
        found[placement].append((site, minutes, sessions))
    return found


def _sites(keys: Collection[int], on: date) -> dict[int, dict[int, str]]:
    """The names of the addresses that are open, by provider."""
    found: dict[int, dict[int, str]] = defaultdict(dict)
    still = Q(closed_on__isnull=True) | Q(closed_on__gte=on)
    rows = Site.objects.filter(still, provider__in=keys).order_by("name", "id")
    for provider, key, name in rows.values_list("provider_id", "pk", "name"):
        found[provider][key] = name
    return found


def _meter(
    access: Access,
    provider: Provider,
    standing: Standing,
    rows: Sequence[_There],
    sites: dict[int, str],
    policy: Policy,
    on: date,
) -> Meter:
    name, numbers = provider.organisation.name, _numbers(policy)
    now = [one for one in rows if one.attends.runs(on)]
    planned = {one.placement for one in rows if one.sessions}
    return Meter(
        provider=provider.reference,
        name=name,
        standing=standing,
        whole=_at(TOGETHER, name, rows, numbers, on),
        addresses=tuple(
            _at(address, address, at, numbers, on)
            for address, at in _by_address(rows, sites).items()
        ),
        schools=_schools(now, numbers, on) if access.may(May.READ_AREA) else (),
        unplanned=len({one.placement for one in rows} - planned),
        beyond=_beyond(now, policy),
        full_time_hours=numbers.full_time_hours,
    )


def _at(address: str, where: str, rows: Iterable[_There], numbers: Numbers, on: date) -> AtAddress:
    attending = [one.attends for one in rows]
    return AtAddress(
        name=address,
        counted=heads(attending, on=on, full_time_hours=numbers.full_time_hours),
        verdict=verdict(attending, on=on, until=on + AHEAD, where=where, numbers=numbers),
    )


def _by_address(rows: Iterable[_There], sites: dict[int, str]) -> dict[str, list[_There]]:
    """The rows of each open address; what is planned elsewhere stands last, where there is any."""
    found: dict[str, list[_There]] = {name: [] for name in sites.values()}
    for one in rows:
        if one.sessions:
            found.setdefault(sites.get(one.attends.site or 0, ELSEWHERE), []).append(one)
    return found


def _schools(now: Iterable[_There], numbers: Numbers, on: date) -> tuple[FromSchool, ...]:
    by_school: dict[str, list[Attends]] = defaultdict(list)
    for one in now:
        by_school[one.school].append(one.attends)
    counted = {
        name: heads(attending, on=on, full_time_hours=numbers.full_time_hours)
        for name, attending in sorted(by_school.items())
    }
    return tuple(FromSchool(name, each.pupils, each.full_time) for name, each in counted.items())


def _beyond(now: Iterable[_There], policy: Policy) -> int:
    """Placements that are both longer than short term and fuller than the announced sessions."""
    sessions: dict[int, int] = defaultdict(int)
    for one in now:
        if one.weeks > policy.short_term_weeks:
            sessions[one.placement] += one.sessions
    return sum(number > policy.unregistered_weekly_sessions for number in sessions.values())


def _school_said(access: Access, row: Placement) -> str:
    if row.keeper_id != access.authority:
        return OF_OTHERS
    return row.home_school.name if row.home_school else NO_SCHOOL


def _weeks_planned(row: Placement) -> int:
    if row.starts_on is None or row.ends_on is None:
        return 0
    return ((row.ends_on - row.starts_on).days + 7) // 7


def _within(placement: Placement, on: date) -> Period:
    """The days that a draft is planned for, from today on."""
    starts = max(placement.starts_on or on, on)
    return Period(starts, max(placement.ends_on or starts + AHEAD, starts))


def _policy(access: Access, on: date) -> Policy:
    return organisations.policy(access, access.authority, on) if access.authority else Policy()


def _numbers(policy: Policy) -> Numbers:
    return Numbers(
        full_time_hours=policy.full_time_hours,
        pupils=policy.registration_threshold_pupils,
        vulnerable=policy.registration_threshold_vulnerable,
    )
