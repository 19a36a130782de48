"""The staff list of a child, and whom of a pasted list the school knows already."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from homeward.links import queries as links
from homeward.links.queries import Standing
from homeward.organisations.access import Access
from homeward.organisations.models import Membership
from homeward.placements.models import Placement, TaughtBy, Teacher
from homeward.placements.queries.briefed import teaches
from homeward.placements.queries.visible import NotVisible
from homeward.placements.rules.staff_list import ReadLine, Taught
from homeward.web.search import fold


@dataclass(frozen=True, slots=True)
class Known:
    """Everybody a school knows: its teachers' rows, and its members by email and by name."""

    teachers: tuple[Teacher, ...] = ()
    members: tuple[tuple[int, str, str], ...] = ()

    def teacher(self, one: Taught) -> Teacher | None:
        """The row of somebody: of the same address, or of the same name without another address."""
        email, name = one.email.lower(), fold(one.name)
        if email:
            found = next((each for each in self.teachers if each.email.lower() == email), None)
            if found:
                return found
        alike = [
            each for each in self.teachers if fold(each.name) == name and not (email and each.email)
        ]
        return alike[0] if len(alike) == 1 else None

    def person(self, one: Taught) -> tuple[int, str] | None:
        """The key and the address of the member of the school that somebody is, by email or name."""
        email, name = one.email.lower(), fold(one.name)
        for key, known_email, known_name in self.members:
            is_alike = known_email.lower() == email if email else fold(known_name) == name
            if is_alike:
                return key, known_email
        return None


@dataclass(frozen=True, slots=True)
class Previewed:
    """One line of a pasted list, and what is known of each teacher it names."""

    line: ReadLine
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownTeacher:
    """One line of the staff list as the page shows it."""

    taught: TaughtBy
    standing: Standing
    is_now: bool


def known(access: Access, placement: Placement, *, on: date) -> Known:
    """The teachers and members of the child's school: two queries."""
    if placement.home_school_id is None:
        return Known()
    teachers = Teacher.objects.filter(
        keeper_id=placement.keeper_id, organisation_id=placement.home_school_id
    )
    members = Membership.objects.filter(
        Q(to_on__isnull=True) | Q(to_on__gt=on),
        organisation_id=placement.home_school_id,
        from_on__lte=on,
        person__is_active=True,
    ).values_list("person_id", "person__email", "person__name")
    return Known(tuple(teachers.order_by("id")), tuple(members.order_by("person_id").distinct()))


def previewed(access: Access, lines: Sequence[ReadLine], known: Known) -> list[Previewed]:
    """What would come of each line."""
    return [Previewed(line, tuple(_says(known, one) for one in line.teachers)) for line in lines]


def _says(known: Known, one: Taught) -> str:
    if known.person(one):
        return "signs in here"
    if known.teacher(one):
        return "known to the school"
    return "new" if one.email else "new, without an email address"


def staff_list(access: Access, placement: Placement, *, on: date) -> list[ShownTeacher]:
    """Everybody who teaches or supports the child, those of now first: five queries."""
    rows = list(TaughtBy.objects.filter(placement=placement).select_related("teacher"))
    standings = links.standings(access, [row.teacher.reference for row in rows], on=on)
    shown = [
        ShownTeacher(row, standings[row.teacher.reference], row.to_on is None or row.to_on > on)
        for row in rows
    ]
    return sorted(shown, key=lambda one: (not one.is_now, one.taught.teacher.name, one.taught.pk))


def taught(access: Access, placement: Placement, reference: UUID) -> TaughtBy:
    """One line of a staff list. Raises NotVisible."""
    rows = TaughtBy.objects.select_related("teacher", "placement__pupil")
    found = rows.filter(placement=placement, reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def taught_as(access: Access, placement: Placement, *, on: date) -> dict[int, UUID]:
    """The line of the staff list of each teacher on a day, by the teacher's key: one query."""
    rows = TaughtBy.objects.filter(teaches(on), placement=placement).order_by("id")
    return dict(rows.values_list("teacher_id", "reference"))


def teaching(access: Access, placement: Placement, *, on: date) -> list[Teacher]:
    """Who teaches or supports the child on a day, by name: one query."""
    rows = TaughtBy.objects.filter(teaches(on), placement=placement).values("teacher")
    return list(Teacher.objects.filter(pk__in=rows).order_by("name", "id"))
