"""*Today* without the house: five statements, plain tuples, and the same template."""

from datetime import date, timedelta
from functools import cache
from types import SimpleNamespace
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.template import loader

from homeward.due import kinds
from homeward.due.forms import ChoiceForm
from homeward.due.queries.shown import DATES_NEEDED
from homeward.due.rules import Choice, Chosen, Part, together
from homeward.organisations.codes import May
from homeward.organisations.roles import ROLES
from homeward.web import days
from homeward.web.pages import may_follow
from tools.bench.floors.plain import dashed, dated
from tools.bench.visiting import Shown

FIRST, MINE, OTHERS, LATER = 25, 50, 10, 100
_WEEK, _AHEAD = timedelta(days=7), timedelta(days=35)
_NOUGHT = UUID(int=0)

_OPEN = "{0}.met_on IS NULL AND {0}.waived_on IS NULL AND {0}.lapsed_on IS NULL"

_ROWS = """
SELECT e.id, e.reference, e.about, e.kind, e.period, e.opens_on, e.due_on, e.subject,
  e.arithmetic, e.role, e.owner_id, owner.name, who.name, team.name,
  CASE WHEN c.preferred_first_name <> '' THEN c.preferred_first_name ELSE c.first_name END
    || ' ' ||
  CASE WHEN c.preferred_last_name <> '' THEN c.preferred_last_name ELSE c.last_name END,
  COALESCE(place.name, '')
FROM {lines}
JOIN placements_placement p ON p.reference = e.about
JOIN pupils_pupil c ON c.id = p.pupil_id
JOIN organisations_organisation owner ON owner.id = e.owner_id
LEFT JOIN providers_provider v ON v.id = p.provider_id
LEFT JOIN organisations_organisation place ON place.id = v.organisation_id
LEFT JOIN organisations_person who ON who.id = e.person_id
LEFT JOIN organisations_team team ON team.id = e.team_id
WHERE {open} AND e.opens_on <= %s{which}
ORDER BY e.due_on NULLS LAST, e.id LIMIT %s
"""

_FIRST = """(
  SELECT f.id FROM due_expectation f
  WHERE f.owner_id = %s AND f.kind IN ({first}) AND {first_open}
  UNION
  SELECT f.id FROM placements_party party
  JOIN placements_placement begun ON begun.id = party.placement_id
  JOIN due_expectation f ON f.about = begun.reference
  WHERE party.organisation_id = %s AND party.from_on <= %s
    AND (party.to_on IS NULL OR party.to_on >= %s)
    AND begun.agreed_on IS NULL AND begun.ended_on IS NULL AND f.kind IN ({first})
    AND {first_open}
) above JOIN due_expectation e ON e.id = above.id"""

_NEXT = """
  AND e.owner_id = %s AND (e.due_on <= %s OR e.due_on IS NULL) AND e.id NOT IN ({above})
  AND (e.kind NOT IN ({single}) OR NOT EXISTS (
    SELECT 1 FROM due_expectation older WHERE older.about = e.about AND older.kind = e.kind
      AND older.due_on < e.due_on AND {older_open}))
  AND {whose}
"""

_LATER = """
SELECT COUNT(*) FROM (SELECT 1 FROM due_expectation e WHERE e.owner_id = %s AND {open}
  AND e.due_on > %s AND e.due_on <= %s AND (e.due_on > %s OR e.opens_on > %s) AND {whose}
  LIMIT %s) later
"""

_PEOPLE = """
SELECT who.reference, who.name FROM organisations_person who
WHERE who.id IN (SELECT m.person_id FROM organisations_membership m WHERE m.organisation_id = %s)
  AND EXISTS (SELECT 1 FROM due_expectation e WHERE e.owner_id = %s AND e.person_id = who.id
    AND {open})
ORDER BY who.name, who.id
"""


class _Why(NamedTuple):
    number: str
    title: str
    says: str
    force: str
    source: str
    address: str
    arithmetic: str


class _Line(NamedTuple):
    reference: str
    about: str
    title: str
    child: str
    place: str
    record_address: str
    asks: str
    part: Part
    due_on: date | None
    by_when: str
    whom: str
    why: _Why
    button: str
    address: str
    may_waive: bool


def today(page: Shown) -> str:
    """The HTML of Today for whoever opened `page`, whose request is shown again."""
    request = page.request
    access, on = request.access, request.today
    first, mine, others, later, people = _fetched(access, on)
    above = [_line(row, access, on) for row in first]
    listed = [_line(row, access, on) for row in mine[:MINE]]
    waited = [_line(row, access, on) for row in others[:OTHERS]]
    by_part = {part: [one for one in listed if one.part == part] for part in Part}
    values = SimpleNamespace(
        on=on,
        first=above,
        mine=SimpleNamespace(items=listed, next_after=_mark(mine, MINE)),
        waiting=SimpleNamespace(items=waited, next_after=_mark(others, OTHERS)),
        later=later,
        finished=page.values["today"].finished,
        late=by_part[Part.LATE],
        today=by_part[Part.TODAY],
        this_week=by_part[Part.THIS_WEEK],
        dates_needed=by_part[Part.DATES_NEEDED],
    )
    form = ChoiceForm(
        initial={"kind": "", "person": ""},
        kinds=_choices(),
        people=[Choice(str(reference), name) for reference, name in people],
    )
    may_waive = access.may(May.WAIVE)
    shown = {"today": values, "form": form, "chosen": Chosen(), "may_waive": may_waive}
    shown["together"] = together
    return loader.render_to_string("due/today.jinja", shown, request)


def _fetched(access: Any, on: date) -> tuple[list, list, list, int, list]:
    first_kinds, roles = kinds.first_kinds(), list(access.role_names)
    ours, me = access.organisation, [access.person, *roles]
    whose = f"(e.person_id = %s OR (e.person_id IS NULL AND e.role IN ({_places(roles)})))"
    is_open = _OPEN.format("e")
    with connection.cursor() as cursor:
        lines = _FIRST.format(first=_places(first_kinds), first_open=_OPEN.format("f"))
        asked = [ours, *first_kinds, ours, on, on, *first_kinds, on, FIRST]
        cursor.execute(_ROWS.format(lines=lines, open=is_open, which=""), asked)
        first = cursor.fetchall()
        above = [row[0] for row in first] or [0]
        mine = _next(cursor, whose, me, above, ours, on, MINE)
        others = _next(cursor, f"NOT COALESCE({whose}, FALSE)", me, above, ours, on, OTHERS)
        asked = [ours, on, on + _AHEAD, on + _WEEK, on, *me, LATER]
        cursor.execute(_LATER.format(whose=whose, open=is_open), asked)
        count = cursor.fetchone()[0]
        cursor.execute(_PEOPLE.format(open=is_open), [ours, ours])
        people = [(dashed(reference), name) for reference, name in cursor.fetchall()]
    return first, mine, others, count, people


def _next(
    cursor: Any, whose: str, me: list, above: list, ours: int, on: date, most: int
) -> list[tuple]:
    """The rows below what stands first, and one more, which tells whether there are more."""
    single = kinds.one_at_a_time()
    which = _NEXT.format(
        above=_places(above),
        single=_places(single),
        older_open=_OPEN.format("older"),
        whose=whose,
    )
    asked = [on, ours, on + _WEEK, *above, *single, *me, most + 1]
    lines = "due_expectation e"
    cursor.execute(_ROWS.format(lines=lines, open=_OPEN.format("e"), which=which), asked)
    return cursor.fetchall()


def _line(row: tuple, access: Any, on: date) -> _Line:
    (_, reference, about, name, period, _, due_on, subject, arithmetic, role, *rest) = row
    owner, owner_name, who, team, child, place = rest
    about, due_on, is_ours = dashed(about), dated(due_on), owner == access.organisation
    title, sentence, button, may_waive, why = _kind(name)
    given = ROLES.get(role)
    whom = who or team or (given.says if given else "")
    return _Line(
        reference=dashed(reference),
        about=about,
        title=title,
        child=child,
        place=place,
        record_address=f"/placements/{about}/",
        asks=sentence.format(child=child, place=place, detail="", subject=subject),
        part=_part(due_on, on),
        due_on=due_on,
        by_when=days.due(due_on, on) if due_on else DATES_NEEDED,
        whom=whom if is_ours else f"{whom}, {owner_name}",
        why=_Why(*why, arithmetic),
        button=button,
        address=_pressed(access, name, _address(name, about, period)) if is_ours else "",
        may_waive=is_ours and may_waive,
    )


def _part(due_on: date | None, on: date) -> Part:
    if due_on is None:
        return Part.DATES_NEEDED
    if due_on < on:
        return Part.LATE
    if due_on > on + _WEEK:
        return Part.LATER
    return Part.TODAY if due_on == on else Part.THIS_WEEK


@cache
def _kind(name: str) -> tuple[str, str, str, bool, tuple[str, ...]]:
    kind = kinds.kind(name)
    passage = kind.guidance
    why = (
        passage.number,
        passage.title,
        passage.says,
        passage.shown_force.label,
        passage.link,
        kinds.guidance_address(passage),
    )
    return kind.title, kind.sentence, kind.button, kind.may_waive, why


_addresses: dict[str, str] = {}


def _address(name: str, about: str, period: str) -> str:
    """The address of the button, from the shape that the first one of its kind had."""
    shape = _addresses.get(name)
    if shape is None:
        first = kinds.kind(name).address(_NOUGHT, period)
        shape = first.replace(str(_NOUGHT), "{about}").replace(period, "{period}")
        _addresses[name] = shape
    return shape.format(about=about, period=period)


_may_press: dict[tuple[Any, str], bool] = {}


def _pressed(access: Any, name: str, address: str) -> str:
    """The address of a button where the person may press it; asked once a kind."""
    if (access, name) not in _may_press:
        _may_press[access, name] = may_follow(access, address)
    return address if _may_press[access, name] else ""


@cache
def _choices() -> tuple[Choice, ...]:
    return tuple(Choice(kind.name, kind.title) for kind in kinds.all_kinds())


def _mark(rows: list, size: int) -> str:
    return "more" if len(rows) > size else ""


def _places(values: list) -> str:
    return ", ".join(["%s"] * len(values))
