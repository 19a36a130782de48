"""Weekly contact as it is kept: most weeks, not always, and now and then put right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain

from homeward.calendars.rules import Period, SchoolWeek
from homeward.demo.placing import Away, name
from homeward.demo.teller import Story
from homeward.demo.words import Conversation, conversations
from homeward.demo.words.conversations import HEARD_FROM_OTHERS, TRIED
from homeward.demo.world import Staff, World
from homeward.placements import actions
from homeward.placements.actions import ContactSaid
from homeward.placements.models import Contact

NEXT_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """How a child's weekly contact goes. Weeks are counted from 0, the week of the start.

    `weeks` says what was different in a week: `missed`, `tried`, `parent`, `provider`, `late` (on the
    Saturday), `corrected`, `cover` or `forgotten` (written down two days after). `until` is the count
    of weeks after which nobody rang any more. `says` is what is said first; the rest is drawn.
    """

    weekday: int = 2
    method: str = "phone"
    weeks: Mapping[int, str] = field(default_factory=dict)
    until: int = 99
    cover: Staff | None = None
    says: Sequence[Conversation] = ()


@dataclass
class _Kept:
    """What the last call left behind."""

    promise: str = ""
    count: int = 0


def weekly(world: World, away: Away, calls: Calls) -> Story:
    """Ring every school week until the placement is over, or nobody rings any more."""
    said = chain(calls.says, _conversations(world, away))
    kept = _Kept()
    for count, week in enumerate(_weeks(world, away)):
        if count >= calls.until:
            return
        what = calls.weeks.get(count, "kept")
        day = _day(week, calls, what)
        if what == "missed" or day is None:
            continue
        if what == "cover" and calls.cover:
            yield week.days[0]
            name(away, "cover", calls.cover, week.days[0], to_on=week.last_day)
        yield day
        if away.is_over:
            return
        yield from _ring(world, away, calls, what, day, said, kept)


def _conversations(world: World, away: Away) -> Iterator[Conversation]:
    while True:
        drawn = conversations(away.at)
        world.names.random.shuffle(drawn)
        yield from drawn


def _weeks(world: World, away: Away) -> list[SchoolWeek]:
    runs = Period(away.starts_on, max(away.ends_on, world.today + timedelta(days=7)))
    known = away.calendar.known_part(runs)
    return away.calendar.school_weeks(known) if known else []


def _day(week: SchoolWeek, calls: Calls, what: str) -> date | None:
    if what == "late":
        return week.monday + timedelta(days=5)
    wanted = week.monday + timedelta(days=calls.weekday)
    return min(week.days, key=lambda day: (abs((day - wanted).days), day))


def _ring(
    world: World,
    away: Away,
    calls: Calls,
    what: str,
    day: date,
    said: Iterator[Conversation],
    kept: _Kept,
) -> Story:
    caller = calls.cover if what == "cover" and calls.cover else away.caller
    if what in {"tried", "parent", "provider"}:
        _note(away, _without_child(away, caller, day, what, kept), caller, day)
        return
    if what == "corrected":
        wrong = _note(away, _spoken(away, calls, caller, day, next(said), kept), caller, day)
        yield day + NEXT_DAY
        _put_right(away, wrong, caller, day + NEXT_DAY)
        _note(away, _spoken(away, calls, caller, day, next(said), kept), caller, day + NEXT_DAY)
        return
    written_on = day + 2 * NEXT_DAY if what == "forgotten" else day
    contact = _spoken(away, calls, caller, day, next(said), kept)
    if written_on > day:
        yield written_on
    _note(away, contact, caller, written_on)


def _note(away: Away, said: ContactSaid, caller: Staff, on: date) -> Contact:
    return actions.record_contact(away.now, said=said, by=caller.access, on=on)


def _put_right(away: Away, wrong: Contact, caller: Staff, on: date) -> None:
    actions.correct_contact(
        wrong,
        said=ContactSaid(
            made_on=wrong.made_on,
            made_by=caller.person.pk,
            made_by_name=caller.name,
            method="phone",
            spoke_with="parent",
            note="It was an adult at home I spoke with. I reached the child the next day.",
        ),
        because="I ticked the wrong box: this call was with an adult at home.",
        by=caller.access,
        on=on,
    )


def _spoken(
    away: Away, calls: Calls, caller: Staff, day: date, said: Conversation, kept: _Kept
) -> ContactSaid:
    kept.count += 1
    last = ""
    if kept.promise:
        last = {5: "not_yet", 8: "no"}.get(kept.count % 9, "yes")
    kept.promise = said.promise
    return ContactSaid(
        made_on=day,
        made_by=caller.person.pk,
        made_by_name=caller.name,
        method=calls.method if kept.count % 3 else "visit",
        spoke_with="child",
        seems=said.seems,
        child_words=said.child,
        note=said.note,
        news_shared=said.news,
        last_promise_kept=last,
        promise=said.promise,
        promise_by_on=_by(away, day) if said.promise else None,
    )


def _by(away: Away, day: date) -> date:
    return away.calendar.first_school_day_on_or_after(day + timedelta(days=6))


def _without_child(away: Away, caller: Staff, day: date, what: str, kept: _Kept) -> ContactSaid:
    note = HEARD_FROM_OTHERS.get(what) or TRIED[kept.count % len(TRIED)]
    return ContactSaid(
        made_on=day,
        made_by=caller.person.pk,
        made_by_name=caller.name,
        method="phone",
        spoke_with="nobody" if what == "tried" else what,
        note=away.voice(note),
    )
