"""A child's staff list: added to from a list or by hand, and ended with a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.safestring import SafeString

from homeward.history.actions import record
from homeward.letters.square import square
from homeward.links import actions as links
from homeward.links.actions import From
from homeward.links.codes import LinkKind
from homeward.links.rules import opening
from homeward.links.secrets import token_for
from homeward.organisations.access import Access, system
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.writing import finish, locked
from homeward.placements.models import Placement, TaughtBy, Teacher
from homeward.placements.queries import teachers as reading
from homeward.placements.queries.teachers import Known
from homeward.placements.rules.staff_list import Taught, is_email
from homeward.web.days import short_day


@transaction.atomic
def add_teachers(
    placement: Placement, *, wanted: Sequence[Taught], by: Access, on: date
) -> list[TaughtBy]:
    """Put everybody of a list on the child's staff list, or nobody.

    Whoever the school knows by email, or by name, stays one row; a member of the school is joined by
    their account. Somebody on the list already is not added twice; their subject is put right. Raises
    NotAllowed for a child without a school, a line without a name, or an address that is not whole.
    """
    now = locked(placement)
    if now.home_school_id is None:
        raise NotAllowed(f"{now.pupil.known_as} has no school yet, so no teachers to name.")
    _refuse(wanted)
    known = reading.known(by, now, on=on)
    running = {
        row.teacher_id: row
        for row in TaughtBy.objects.filter(Q(to_on__isnull=True) | Q(to_on__gt=on), placement=now)
    }
    added, changed = [], 0
    for one in wanted:
        teacher, known = _teacher(now, one, known)
        row = running.get(teacher.pk)
        if row is None:
            row = TaughtBy.objects.create(
                keeper_id=now.keeper_id,
                placement=now,
                teacher=teacher,
                subject=one.subject,
                from_on=on,
            )
            running[teacher.pk] = row
            added.append(row)
        elif one.subject and row.subject != one.subject:
            TaughtBy.objects.filter(pk=row.pk).update(subject=one.subject)
            changed += 1
    if added or changed:
        finish(
            now,
            kind="teachers",
            summary=f"Staff list: {len(added)} added, {changed} put right",
            by=by,
            on=on,
            after={"names": [row.teacher.name for row in added]},
        )
    return added


@transaction.atomic
def end_teacher(taught: TaughtBy, *, to_on: date, by: Access, on: date) -> None:
    """Say from which day somebody no longer teaches the child: their page of the child closes then.

    Where no other child remains, their links and devices are revoked that day. Raises NotAllowed for
    a day before they began.
    """
    if to_on < taught.from_on:
        raise NotAllowed(
            f"They began on {short_day(taught.from_on)}. Enter that day or a later one."
        )
    taught.to_on = to_on
    taught.save(update_fields=["to_on"])
    if to_on <= on:
        _close(taught.teacher, by=by, on=on)
    finish(
        taught.placement,
        kind="teacher-ended",
        summary=f"{taught.teacher.name} no longer teaches the child from {short_day(to_on)}",
        by=by,
        on=on,
        after={"name": taught.teacher.name, "to_on": to_on},
    )


@transaction.atomic
def close_leaver(*, person: int, organisation: int, on: date) -> int:
    """End every line of somebody who left the school, and revoke their links; answers how many."""
    rows = TaughtBy.objects.filter(
        Q(to_on__isnull=True) | Q(to_on__gt=on),
        teacher__person_id=person,
        teacher__organisation_id=organisation,
    )
    ended = list(rows.select_related("teacher", "placement__pupil"))
    for row in ended:
        end_teacher(row, to_on=max(on, row.from_on), by=system(row.keeper_id), on=on)
    return len(ended)


def _refuse(wanted: Sequence[Taught]) -> None:
    if not wanted:
        raise NotAllowed("Nobody was found in the list. Write one teacher on each line.")
    for one in wanted:
        if not one.name.strip():
            raise NotAllowed("Write the name of the teacher.")
        if one.email and not is_email(one.email):
            raise NotAllowed(f"The email address of {one.name} is not whole: {one.email}")


def _teacher(placement: Placement, one: Taught, known: Known) -> tuple[Teacher, Known]:
    """The row of a teacher, made where there is none; what is known learns of it."""
    person, teacher = known.person(one), known.teacher(one)
    email = one.email or (person[1] if person else "")
    if teacher is None and email != one.email:
        teacher = known.teacher(Taught(one.name, one.subject, email))
    if teacher is None:
        teacher = Teacher.objects.create(
            keeper_id=placement.keeper_id,
            organisation_id=placement.home_school_id or placement.commissioner_id,
            person_id=person[0] if person else None,
            name=one.name,
            email=email,
        )
        return teacher, Known((*known.teachers, teacher), known.members)
    filled: dict[str, object] = {}
    if not teacher.email and email:
        filled["email"] = teacher.email = email
    if teacher.person_id is None and person:
        filled["person_id"] = teacher.person_id = person[0]
    if filled:
        teacher.save(update_fields=[name.removesuffix("_id") for name in filled])
    return teacher, known


def _close(teacher: Teacher, *, by: Access, on: date) -> None:
    """Revoke links and devices of somebody whom no child has any more."""
    remains = TaughtBy.objects.filter(
        Q(to_on__isnull=True) | Q(to_on__gt=on), teacher=teacher, from_on__lte=on
    )
    if not remains.exists():
        links.revoke(whom=teacher.reference, keeper=teacher.keeper_id, by=by, on=on)


@dataclass(frozen=True, slots=True)
class Card:
    """A link for a teacher, made now, and the figures with which it opens in this quarter of an hour."""

    address: str
    square: str
    figures: str


@transaction.atomic
def make_card(taught: TaughtBy, *, by: Access, on: date) -> Card:
    """Make a new link for a teacher, to be copied or printed. Earlier ones stop working.

    Somebody without an email address has no mailbox for the figures: they are answered here, to be
    said from person to person.
    """
    teacher = taught.teacher
    link = links.make_link(
        kind=LinkKind.TEACHER, whom=teacher.reference, keeper=teacher.keeper_id, by=by, on=on
    )
    path = opening(LinkKind.TEACHER, teacher.reference, token_for(link.reference))
    address = settings.BASE_URL.rstrip("/") + path
    figures = ""
    if not teacher.email:
        sent = From(came_from=str(by.somebody), browser="", at=timezone.now(), on=on)
        said = links.send_code(whom=teacher.reference, keeper=teacher.keeper_id, sent=sent)
        figures = f"{said[:3]} {said[3:]}"
    record(
        keeper=teacher.keeper_id,
        about=taught.placement.reference,
        kind="placement.teacher-card",
        summary=f"Made a card with a link for {teacher.name}",
        by=by,
        on=on,
    )
    return Card(address, SafeString(square(address)), figures)
