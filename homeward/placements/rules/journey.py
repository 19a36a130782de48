"""The journey: short term is judged over the whole chain of placements, not leg by leg."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from homeward.calendars.rules import Calendar, Period
from homeward.placements.rules.known import known_school_days, known_school_weeks
from homeward.reference.guidance import Passage, cites, passage


@dataclass(frozen=True, slots=True)
class Leg:
    """One placement of a journey, with the days it ran or is planned to run."""

    reference: str
    period: Period
    is_registered: bool | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """An unbroken chain of legs. `weeks` counts school weeks once, however many legs ran in them."""

    legs: tuple[Leg, ...]
    weeks: int
    is_counted_whole: bool

    @property
    def starts_on(self) -> date:
        return min(leg.period.starts_on for leg in self.legs)

    @property
    def ends_on(self) -> date:
        return max(leg.period.ends_on for leg in self.legs)


@cites("reintegration/unregistered-is-short-term", "house/chain-gap")
def chains(legs: Sequence[Leg], *, calendar: Calendar, gap_school_days: int) -> list[Chain]:
    """Split a journey into unbroken chains and measure each in school weeks.

    A gap of fewer than `gap_school_days` school days between the end of all earlier legs and the
    start of the next does not end the chain. Nor does a gap of which fewer than that are known to
    be school days, since a chain must not look shorter for want of dates (R04).
    """
    found: list[list[Leg]] = []
    for leg in sorted(legs, key=lambda leg: (leg.period, leg.reference)):
        if found and not _is_broken(found[-1], leg, calendar, gap_school_days):
            found[-1].append(leg)
        else:
            found.append([leg])
    return [_measure(group, calendar) for group in found]


def chain_of(reference: str, found: Sequence[Chain]) -> Chain | None:
    """The chain that holds a leg."""
    return next(
        (chain for chain in found if any(leg.reference == reference for leg in chain.legs)), None
    )


def _is_broken(group: Sequence[Leg], leg: Leg, calendar: Calendar, gap_school_days: int) -> bool:
    last = max(earlier.period.ends_on for earlier in group)
    first_free, last_free = last + timedelta(days=1), leg.period.starts_on - timedelta(days=1)
    if first_free > last_free:
        return False
    return len(known_school_days(Period(first_free, last_free), calendar)) >= gap_school_days


def _measure(group: Sequence[Leg], calendar: Calendar) -> Chain:
    mondays = {week.monday for leg in group for week in known_school_weeks(leg.period, calendar)}
    is_whole = not any(calendar.dates_needed(leg.period) for leg in group)
    return Chain(legs=tuple(group), weeks=len(mondays), is_counted_whole=is_whole)


@dataclass(frozen=True, slots=True)
class LengthWarning:
    """What national rules or local policy call too long or too many. It warns, and never blocks."""

    says: str
    passage: str

    @property
    def rule(self) -> Passage:
        return passage(self.passage)


@cites(
    "reintegration/unregistered-is-short-term",
    "unregistered/twelve-weeks",
    "house/short-term",
    "house/dates-needed",
)
def length_warnings(
    chain: Chain, *, short_term_weeks: int, nearing_weeks: int = 2
) -> list[LengthWarning]:
    """Warn where a chain is at, past or near the short-term limit and not all of it is registered.

    A provider whose registration is not known is warned about like an unregistered one. A chain
    that cannot be counted to its end says so, and is never taken for short.
    """
    doubtful = [leg for leg in chain.legs if leg.is_registered is not True]
    if not doubtful:
        return []
    is_known = any(leg.is_registered is False for leg in doubtful)
    provider = "an unregistered provider" if is_known else "a provider not known to be registered"
    weeks = str(chain.weeks) if chain.is_counted_whole else f"At least {chain.weeks}"
    rule = "reintegration/unregistered-is-short-term"
    if chain.weeks > short_term_weeks:
        return [
            LengthWarning(
                f"{weeks} school weeks in a chain with {provider}: "
                f"short term is at most {short_term_weeks}.",
                rule,
            )
        ]
    if not chain.is_counted_whole:
        return [
            LengthWarning(
                f"{weeks} of at most {short_term_weeks} school weeks with {provider}. "
                "Term dates are needed to count them all.",
                "house/dates-needed",
            )
        ]
    if chain.weeks > short_term_weeks - nearing_weeks:
        return [
            LengthWarning(
                f"{weeks} of at most {short_term_weeks} school weeks with {provider} "
                "are planned or gone.",
                rule,
            )
        ]
    return []
