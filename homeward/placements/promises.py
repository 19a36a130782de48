"""Which promises of the guidance page this room keeps, where, by which test, and today's counts."""

from collections.abc import Callable
from datetime import date

from homeward.organisations.access import NOBODY
from homeward.placements import queries
from homeward.portal import counts
from homeward.portal.kept import keep

_KEPT: tuple[tuple[str, str, str, str], ...] = (
    ("R01", "Did it hold?", "checks", "returns and moves that were judged have held"),
    ("R02", "The start gate", "start_gate", "placements have a last day and a reason"),
    ("R03", "The start gate", "start_gate", "had a plan by their first day"),
    ("R04", "The start gate", "start_gate", "unregistered placements are short term"),
    ("R05", "The start gate", "start_gate", "name the immediate need and an objective"),
    ("R06", "The plan", "start_gate", "unregistered placements have a longer-term step"),
    ("R07", "The start gate", "start_gate", "registered short-term placements have a last day"),
    ("R08", "Who was told", "told", "placements whose parents were told"),
    ("R09", "Who was told", "told", "children were told"),
    ("R10", "Who was told", "told", "placements of which wider staff were told"),
    ("R11", "Steps of the plan", "plan", "plans have dated steps"),
    ("R12", "Still one of us", "belonging", "looks at belonging done this half term"),
    ("R13", "Weekly contact", "weekly_contact", "children contacted this week"),
    ("R14", "Weekly contact", "weekly_contact", "contacts made by the named adult"),
    ("R15", "The plan, and reviews", "reviews", "plans say what we look for"),
    ("R16", "Targets, looked at in each review", "reviews", "plans have targets"),
    ("R17", "The plan", "plan", "plans say how trust is built with adults and peers"),
    ("R18", "School is prepared", "return", "returns began with the school prepared"),
    ("R19", "Adjustments in place", "return", "adjustments of returning children are in place"),
    ("R22", "The start gate", "start_gate", "placements to the end of Year 11 are registered"),
    ("R25", "The start gate", "start_gate", "placements to the end of Year 11 name a post-16 lead"),
)

_ALSO: tuple[tuple[str, str, str], ...] = (
    ("R08", "Letters, checked before sending", "letters"),
    ("R09", "The child’s own letter", "letters"),
    ("R10", "The briefing, with a receipt for each teacher", "briefing"),
    ("R15", "Readiness, side by side", "readiness"),
    ("R16", "Readiness, side by side", "readiness"),
    ("R18", "The briefing, read before the first day", "briefing"),
    ("R19", "Is it happening? Asked every fortnight", "briefing"),
    ("R30", "Print, on every page of a plan", "sharing"),
)
"""Where else they are kept, without a count of their own."""


def declare() -> None:
    """Say where each promise is kept, and lend its count."""
    for promise, screen, test, words in _KEPT:
        _keep(promise, screen, test)
        counts.register(promise, _counted(promise, words))
    for promise, screen, test in _ALSO:
        _keep(promise, screen, test)


def _keep(promise: str, screen: str, test: str) -> None:
    keep(
        promise,
        screen=screen,
        url_name="placements:placements",
        test=f"tests/journeys/test_{test}.py",
    )


def _counted(promise: str, words: str) -> Callable[[date], counts.Count]:
    def count(on: date) -> counts.Count:
        kept = queries.kept(NOBODY, promise, on)
        return counts.Count(kept.done, kept.of, words)

    return count
