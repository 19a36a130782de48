"""Work done in the background: settling many placements after something below them changed."""

from datetime import date
from typing import Any
from uuid import UUID

from homeward.calendars.signals import calendar_changed
from homeward.jobs.actions import queue
from homeward.jobs.registry import daily, job
from homeward.letters.signals import message_bounced
from homeward.organisations.access import NOBODY
from homeward.organisations.signals import person_left, policy_changed, schools_changed
from homeward.placements import queries
from homeward.placements.actions import settle_all
from homeward.placements.actions.briefing import CHASE, chase
from homeward.placements.actions.messages import stop_unsent
from homeward.placements.actions.succession import take_over_all
from homeward.placements.actions.teachers import close_leaver
from homeward.placements.queries.briefing import to_ask_again
from homeward.providers.signals import provider_changed
from homeward.pupils.signals import pupil_changed

SETTLE = "placements.settle"
SETTLE_ALL = "placements.settle-all"
TAKE_OVER = "placements.take-over"


@job(SETTLE)
def settle_authority(payload: dict[str, Any], on: date) -> None:
    """Settle every live placement of one authority."""
    settle_all(keeper=payload["keeper"], on=on)


@job(SETTLE_ALL)
def settle_everywhere(payload: dict[str, Any], on: date) -> None:
    """Settle every live placement, authority by authority: the night's round.

    What a closed school owes goes to its successor first.
    """
    take_over_all(on=on)
    for keeper in queries.keepers(NOBODY):
        settle_all(keeper=keeper, on=on)


@job(CHASE)
def chase_briefings(payload: dict[str, Any], on: date) -> None:
    """Ask those again who have not read a briefing: of one placement, or of all, each morning.

    Whoever has read it, or was asked today, is not asked.
    """
    one = payload.get("placement")
    references = [UUID(one)] if one else to_ask_again(NOBODY)
    for reference in references:
        chase(reference, on=on)


@job(TAKE_OVER)
def take_over(payload: dict[str, Any], on: date) -> None:
    """Hand what closed schools and authorities owe to those that follow them."""
    take_over_all(on=on)


daily(SETTLE_ALL, at="01:30")
daily(CHASE, at="07:00")


def _settle_soon(keepers: list[int]) -> None:
    for keeper in keepers:
        queue(SETTLE, {"keeper": keeper}, unique_key=str(keeper))


def _on_calendar(sender: object, organisation_ids: frozenset[int], **announced: Any) -> None:
    _settle_soon(queries.keepers(NOBODY, organisations=organisation_ids))


def _on_policy(sender: object, authority: int, **announced: Any) -> None:
    _settle_soon([authority])


def _on_provider(sender: object, provider: int, **announced: Any) -> None:
    _settle_soon(queries.keepers(NOBODY, provider=provider))


def _on_pupil(sender: object, pupil: int, on: date, **announced: Any) -> None:
    stop_unsent(pupil=pupil, on=on)
    _settle_soon(queries.keepers(NOBODY, pupil=pupil))


def _on_bounce(sender: object, about: UUID, keeper: int, on: date, **announced: Any) -> None:
    settle_all(keeper=keeper, on=on, references=[about])


def _on_leaver(sender: object, organisation: int, person: int, on: date, **announced: Any) -> None:
    close_leaver(person=person, organisation=organisation, on=on)
    _settle_soon(queries.keepers(NOBODY, organisations=frozenset({organisation})))


def _on_schools(sender: object, **announced: Any) -> None:
    queue(TAKE_OVER, {}, unique_key="all")


calendar_changed.connect(_on_calendar)
policy_changed.connect(_on_policy)
provider_changed.connect(_on_provider)
pupil_changed.connect(_on_pupil)
message_bounced.connect(_on_bounce)
person_left.connect(_on_leaver)
schools_changed.connect(_on_schools)
