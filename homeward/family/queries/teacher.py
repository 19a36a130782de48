"""What a teacher sees: the children they teach, one page about each, and what they are asked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from homeward.family.rules.shown import says
from homeward.organisations.access import Access
from homeward.placements.models import Briefing, BriefingReceipt, Placement, TaughtBy, Teacher
from homeward.placements.queries import happening
from homeward.placements.queries.briefed import teaches
from homeward.placements.queries.briefing import text_of
from homeward.placements.queries.names import Name, names
from homeward.placements.queries.visible import NotVisible
from homeward.placements.rules.briefing import BriefingText
from homeward.placements.rules.facts import AdjustmentFact
from homeward.placements.rules.ticks import Fortnight
from homeward.pupils.rules.names import known_name

STAYS_OPEN = timedelta(weeks=12)
"""How long a page stays open after a placement has ended: owners are still asked after a return."""


@dataclass(frozen=True, slots=True)
class ShownChild:
    """One child on a teacher's list."""

    placement: UUID = says("the address of the page about the child")
    child: str = says("the child’s name")
    starts_on: date | None = says("the first day")
    out_on: date = says("the day on which the briefing went out")
    read_on: date | None = says("the day on which they read it")
    is_return: bool = says("whether it is about a return")


@dataclass(frozen=True, slots=True)
class TeacherPage:
    """A teacher's list."""

    name: str = says("their own name")
    school: str = says("their school")
    children: tuple[ShownChild, ...] = says(
        "the children whom they teach now and about whom a briefing is out"
    )


@dataclass(frozen=True, slots=True)
class ShownBriefing:
    """The one page about a child, and what the teacher is asked."""

    child: str = says("the child’s name")
    school: str = says("the school")
    number: int = says("the version of the briefing")
    is_return: bool = says("whether it is about a return")
    text: BriefingText = says(
        "what the child is good at, what helps, what to do when, and where to go"
    )
    read_on: date | None = says("the day on which they read it")
    fortnight: Fortnight | None = says("the fortnight about which they are asked")
    asked: tuple[AdjustmentFact, ...] = says("the adjustments that they make")
    said: dict[str, str] = says("what they said about them")


@dataclass(frozen=True, slots=True)
class Opened:
    """What a view needs to act for a teacher on one child. Nothing of it is shown."""

    teacher: Teacher
    placement: Placement
    shown: ShownBriefing


def teacher(access: Access, reference: UUID) -> Teacher | None:
    """The teacher whose page an address names."""
    return Teacher.objects.select_related("organisation").filter(reference=reference).first()


def has_page(access: Access, reference: UUID, *, on: date) -> bool:
    """Whether somebody teaches any child now: a page that is closed opens for nobody."""
    return TaughtBy.objects.filter(teaches(on), teacher__reference=reference).exists()


def signed_in(access: Access) -> list[Teacher]:
    """The rows of whoever is signed in, at the school for which they work now: one query."""
    if access.person is None or access.organisation is None:
        return []
    rows = Teacher.objects.filter(person_id=access.person, organisation_id=access.organisation)
    return list(rows.select_related("organisation").order_by("id"))


def page(access: Access, teachers: Sequence[Teacher], *, on: date) -> TeacherPage:
    """The list of a teacher, newest unread first: three queries."""
    keys = _taught(teachers, on)
    rows = Briefing.objects.filter(placement__in=keys, outs__isnull=False)
    newest = {row.placement_id: row for row in _with_child(rows)}
    out = dict(rows.values_list("pk", "outs__out_on"))
    read = _read(teachers, newest.values())
    children = [
        ShownChild(
            placement=row.placement.reference,
            child=_named(row.placement),
            starts_on=row.starts_on,
            out_on=out[row.pk],
            read_on=read.get(row.pk),
            is_return=row.briefing_for == "return",
        )
        for row in newest.values()
    ]
    children.sort(key=lambda one: one.out_on, reverse=True)
    children.sort(key=lambda one: one.read_on is not None)
    first = teachers[0] if teachers else None
    return TeacherPage(
        name=first.name if first else "",
        school=first.organisation.name if first else "",
        children=tuple(children),
    )


def briefing(access: Access, teachers: Sequence[Teacher], placement: UUID, *, on: date) -> Opened:
    """The page about one child. Raises NotVisible for a child whom they do not teach now."""
    rows = TaughtBy.objects.filter(
        _open(on), teacher__in=list(teachers), placement__reference=placement
    )
    taught = rows.select_related("teacher__organisation").order_by("id").first()
    if taught is None:
        raise NotVisible
    out = Briefing.objects.filter(placement=taught.placement_id, outs__isnull=False)
    newest = list(_with_child(out))
    if not newest:
        raise NotVisible
    row = newest[-1]
    read = _read([taught.teacher], [row])
    fortnight, asked, said = happening.of_teacher(access, row.placement, taught.teacher, on=on)
    return Opened(
        taught.teacher,
        row.placement,
        ShownBriefing(
            child=_named(row.placement),
            school=taught.teacher.organisation.name,
            number=row.number,
            is_return=row.briefing_for == "return",
            text=text_of(row),
            read_on=read.get(row.pk),
            fortnight=fortnight,
            asked=asked,
            said=said,
        ),
    )


def names_of_taught(access: Access, references: Collection[UUID]) -> list[Name]:
    """Name those placements that the person sees, or whose child they teach: two queries."""
    seen = {one.reference: one for one in names(access, references)}
    missing = [reference for reference in references if reference not in seen]
    if missing and access.person is not None and access.organisation is not None:
        taught = TaughtBy.objects.filter(
            teaches(access.on or date.max),
            teacher__person_id=access.person,
            teacher__organisation_id=access.organisation,
        )
        rows = Placement.objects.filter(reference__in=missing, pk__in=taught.values("placement"))
        for row in rows.select_related("pupil"):
            seen[row.reference] = Name(row.reference, _named(row), "")
    return list(seen.values())


def _open(on: date) -> Q:
    """What holds on a day, of placements that go on or have not ended long ago."""
    lately = Q(placement__ended_on__isnull=True) | Q(placement__ended_on__gte=on - STAYS_OPEN)
    gone = Q(placement__withdrawn_on__isnull=False) | Q(placement__refused_on__isnull=False)
    return teaches(on) & lately & ~gone


def _taught(teachers: Sequence[Teacher], on: date) -> list[int]:
    rows = TaughtBy.objects.filter(_open(on), teacher__in=list(teachers))
    return list(rows.values_list("placement_id", flat=True).distinct())


def _with_child(rows: QuerySet[Briefing]) -> QuerySet[Briefing]:
    """Briefings that are out, the one that stands last: that of a return above that of the start."""
    return rows.select_related("placement__pupil").order_by("-briefing_for", "number")


def _read(teachers: Sequence[Teacher], rows: Collection[Briefing]) -> dict[int, date]:
    found = BriefingReceipt.objects.filter(
        teacher__in=list(teachers), briefing__in=[row.pk for row in rows]
    )
    return dict(found.values_list("briefing_id", "read_on"))


def _named(placement: Placement) -> str:
    pupil = placement.pupil
    return known_name(
        pupil.first_name, pupil.last_name, pupil.preferred_first_name, pupil.preferred_last_name
    )
