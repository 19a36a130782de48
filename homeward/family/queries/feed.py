"""The calendar of one adult: what their page says of days, for a telephone that has no cookie."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from homeward.calendars import queries as calendars
from homeward.calendars.rules import Period
from homeward.family.queries.asked import row
from homeward.family.queries.parent import kept, planned_week
from homeward.family.queries.reader import Reader, reader_of, reads_as
from homeward.family.rules.calendar import Entry, milestones, sessions
from homeward.links import queries as links
from homeward.links.codes import LinkKind
from homeward.organisations.access import Access
from homeward.placements.models import Placement, ReturnLadder
from homeward.placements.queries import ladder
from homeward.placements.rules.known import known_school_days
from homeward.pupils.rules.hidden import KeptFrom


def feed_reader(access: Access, token: str, whom: UUID, *, on: date) -> Reader | None:
    """Whose calendar a secret address is; None where it is nobody's, or they have no page now."""
    found = links.feed(access, token, kind=LinkKind.ADULT, whom=whom)
    return None if found is None else reader_of(access, whom, found.keeper_id, on=on)


def has_feed(access: Access, reader: Reader, *, on: date) -> bool:
    """Whether this adult's calendar is on."""
    whom = reader.adult.reference
    return links.standings(access, [whom], on=on)[whom].has_feed


def entries(access: Access, reader: Reader, placement: Placement, *, on: date) -> list[Entry]:
    """Every day of the placement, and what comes: nothing after an ending."""
    keeps = kept(access, reader, placement, on=on)
    known = row(access, reader, placement, on=on)
    text = None
    if known["ladder"]:
        found = ReturnLadder(
            pk=known["ladder"],
            starts_on=known["ladder_from"],
            full_time_on=known["ladder_to"],
            full_time_minutes=0,
        )
        text = ladder.text_of(access, found)
    is_over = placement.ended_on is not None and placement.ended_on <= on
    coming = milestones(
        review_on=known["review_on"] or known["first_review_on"],
        ends_on=placement.ends_on,
        ladder=text,
    )
    return [*_sessions(access, placement, keeps), *([] if is_over else coming)]


def _sessions(access: Access, placement: Placement, keeps: KeptFrom) -> list[Entry]:
    last = placement.ended_on or placement.ends_on
    first = placement.first_session_on or placement.starts_on
    if first is None or last is None or last < first:
        return []
    may_know_place = bool(keeps.told.provider) or placement.provider is None
    planned = defaultdict[int, list[tuple[str, str]]](list)
    for one in planned_week(access, placement):
        may = may_know_place and keeps.may_read(one.place)
        planned[one.weekday].append((one.half, one.place if may else ""))
    by = reads_as(access, placement.keeper_id)
    calendar = calendars.calendar(by, placement.home_school_id or placement.commissioner_id)
    return sessions(known_school_days(Period(first, last), calendar), planned)
