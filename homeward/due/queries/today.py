"""Today: what is due for one person, worst first, in a handful of queries however long the list."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, When

from homeward.due import kinds
from homeward.due.models import OPEN, Expectation
from homeward.due.queries.mine import (
    can_be_done,
    chosen_by,
    count_later,
    is_mine,
    of_organisation,
    stands_first,
)
from homeward.due.queries.shown import Row, rows, shown
from homeward.due.rules import Choice, Chosen, Line, Lines, TodayPage
from homeward.organisations.access import Access
from homeward.organisations.models import Membership, Person
from homeward.web.lists import cut, marked

SIZE = 50
FIRST_SIZE = 25
WAITING_SIZE = 10
CSV_SIZE = 5000

NOTHING = "Nothing is due from you."
DONE = "You have done everything that is due from you."
ALL_CHOSEN_DONE = "Nothing that you chose is due."


def today(access: Access, on: date, *, chosen: Chosen | None = None, after: str = "") -> TodayPage:
    """What is due for this person on this day: 50 lines at a time, `after` a mark of the list.

    What stands first is above everything on the first page, whoever does it. The lines of others
    follow where the person sees every placement of the organisation.
    """
    chosen = chosen or Chosen()
    first = _first(access, on, chosen)
    above = [row.id for row in first]
    mine, next_after = _slice(_mine(access, on, chosen).exclude(id__in=above), after, SIZE)
    others: list[Row] = []
    others_after = ""
    if access.sees_all and not after:
        waiting_on = _others(access, on, chosen).exclude(id__in=above)
        others, others_after = _slice(waiting_on, "", WAITING_SIZE)
    top = [] if after else first
    lines = shown(access, [*top, *mine, *others], on)
    begins, ends = len(top), len(top) + len(mine)
    return TodayPage(
        on=on,
        first=tuple(lines[:begins]),
        mine=Lines(tuple(lines[begins:ends]), next_after),
        waiting=Lines(tuple(lines[ends:]), others_after),
        later=count_later(access, on, chosen),
        finished="" if first or mine or after else _finished(access, on, chosen),
        kinds=tuple(Choice(kind.name, kind.title) for kind in kinds.all_kinds()),
        people=_people(access),
        sees_others=access.sees_all,
    )


def waiting(access: Access, on: date, *, chosen: Chosen | None = None, after: str = "") -> Lines:
    """What others of the organisation still have to do; empty for people who see only their own."""
    if not access.sees_all:
        return Lines(())
    found, next_after = _slice(_others(access, on, chosen or Chosen()), after, SIZE)
    return Lines(tuple(shown(access, found, on)), next_after)


def everything(access: Access, on: date, *, chosen: Chosen | None = None) -> list[Line]:
    """The lines of Today and of those waited for, for a spreadsheet: at most 5,000 of each."""
    chosen = chosen or Chosen()
    first = _first(access, on, chosen)
    above = [row.id for row in first]
    found = first + _slice(_mine(access, on, chosen).exclude(id__in=above), "", CSV_SIZE)[0]
    if access.sees_all:
        found += _slice(_others(access, on, chosen).exclude(id__in=above), "", CSV_SIZE)[0]
    return shown(access, found, on)


def _first(access: Access, on: date, chosen: Chosen) -> list[Row]:
    """What stands above everything else, safety before all and then the oldest.

    What is more than fits stands where it would anyway.
    """
    found = stands_first(access, on)
    if found is None:
        return []
    safety = Case(When(kind__in=kinds.safety_kinds(), then=0), default=1)
    ordered = found.filter(chosen_by(chosen)).order_by(
        safety, F("due_on").asc(nulls_last=True), "id"
    )
    return [Row(*row) for row in rows(ordered)[:FIRST_SIZE]]


def _mine(access: Access, on: date, chosen: Chosen) -> "QuerySet[Expectation]":
    return of_organisation(access).filter(can_be_done(on), is_mine(access), chosen_by(chosen))


def _others(access: Access, on: date, chosen: Chosen) -> "QuerySet[Expectation]":
    return of_organisation(access).filter(can_be_done(on), ~is_mine(access), chosen_by(chosen))


def _slice(found: "QuerySet[Expectation]", after: str, size: int) -> tuple[list[Row], str]:
    """Rows by day and number, those without a day last; begun after a mark, never by counting."""
    begun = found.filter(_after(after)) if after else found
    ordered = begun.order_by(F("due_on").asc(nulls_last=True), "id")
    fetched = [Row(*row) for row in rows(ordered)[: size + 1]]
    part = cut(fetched, size, lambda row: (row.due_on or "", row.id))
    return list(part.items), part.next_after


def _after(text: str) -> Q:
    values: list[Any] = marked(text, 2) or ["", 0]
    day, number = str(values[0]), values[1]
    if not isinstance(number, int):
        return Q()
    if not day:
        return Q(due_on__isnull=True, id__gt=number)
    try:
        last = date.fromisoformat(day)
    except ValueError:
        return Q()
    return Q(due_on__gt=last) | Q(due_on=last, id__gt=number) | Q(due_on__isnull=True)


def _people(access: Access) -> tuple[Choice, ...]:
    """The people of the organisation who have something to do; a choice only for who sees all."""
    if not access.sees_all or access.organisation is None:
        return ()
    has_something_to_do = of_organisation(access).filter(OPEN, person_id=OuterRef("pk"))
    named = (
        Person.objects.filter(
            Exists(has_something_to_do),
            pk__in=Membership.objects.filter(organisation_id=access.organisation).values("person"),
        )
        .order_by("name", "id")
        .values_list("reference", "name")
    )
    return tuple(Choice(str(reference), name) for reference, name in named)


def _finished(access: Access, on: date, chosen: Chosen) -> str:
    """What to say when nothing is left: the words of each kind of which all is done this week.

    They speak of the whole organisation ("Every child has been seen"), so they are only said when
    nothing of the kind is open for anybody there.
    """
    if chosen:
        return ALL_CHOSEN_DONE
    words = {kind.name: kind.finished for kind in kinds.all_kinds() if kind.finished}
    monday = on - timedelta(days=on.weekday())
    week = of_organisation(access).filter(
        kind__in=words, due_on__range=(monday, monday + timedelta(days=6)), opens_on__lte=on
    )
    open_by_kind = dict(
        week.values("kind").annotate(left=Count("id", filter=OPEN)).values_list("kind", "left")
    )
    said = [words[kind] for kind, left in open_by_kind.items() if not left]
    if said:
        return " ".join(f"{one}." for one in sorted(said))
    return DONE if open_by_kind else NOTHING
