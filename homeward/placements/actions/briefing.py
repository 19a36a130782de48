"""The one page "how to help me": written, sent to the teachers, read, and asked for again."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from homeward.history.actions import record
from homeward.organisations.access import Access, system
from homeward.organisations.codes import May
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.teacher_mail import write_to_teachers
from homeward.placements.actions.writing import finish, locked
from homeward.placements.codes import Audience, BriefingFor, ToldBy
from homeward.placements.models import (
    Briefing,
    BriefingExcuse,
    BriefingOut,
    BriefingReceipt,
    Placement,
    TaughtBy,
    Teacher,
    Telling,
)
from homeward.placements.queries import briefing as reading
from homeward.placements.queries.briefed import teaches
from homeward.placements.queries.briefing import Version
from homeward.placements.queries.teachers import teaching
from homeward.placements.rules.briefed import asks_again
from homeward.placements.rules.briefing import WhenThen
from homeward.web.days import short_day

_TOLD = {
    BriefingFor.START.value: Audience.STAFF,
    BriefingFor.RETURN.value: Audience.RETURN_STAFF,
}


class BriefingChanged(Exception):
    """Somebody else wrote the page since the form was opened. `theirs` is what they wrote."""

    def __init__(self, theirs: Version) -> None:
        super().__init__("Somebody else wrote this page meanwhile.")
        self.theirs = theirs


@transaction.atomic
def write_briefing(
    placement: Placement,
    *,
    briefing_for: str,
    based_on: int,
    good_at: str = "",
    helps: str = "",
    makes_worse: str = "",
    when: Sequence[WhenThen] = (),
    by: Access,
    on: date,
) -> Version:
    """Write the page as a new version. Adjustments, adult, place and first day are those of now.

    `based_on` is the version the form was opened with; where somebody wrote meanwhile, raises
    BriefingChanged and writes nothing. Saving what already stands writes no version. Raises NotAllowed
    for a page that says nothing, or a child without a school.
    """
    now = locked(placement)
    if now.home_school_id is None:
        raise NotAllowed(f"{now.pupil.known_as} has no school yet, so no teachers to brief.")
    latest = reading.latest(by, now, briefing_for)
    taken = reading.fresh(by, now, briefing_for, on=on)
    wanted = type(taken)(
        good_at=good_at,
        helps=helps,
        makes_worse=makes_worse,
        when=tuple(when),
        adjustments=taken.adjustments,
        safe_adult=taken.safe_adult,
        safe_place=taken.safe_place,
        starts_on=taken.starts_on,
    )
    if not wanted.says_something:
        raise NotAllowed("Write at least one thing that helps.")
    if latest.number and latest.text == wanted:
        return latest
    if latest.number != based_on:
        raise BriefingChanged(latest)
    row = _append(now, briefing_for, wanted, by=by, on=on)
    finish(
        now,
        kind="briefing.written",
        summary=f"Wrote version {row.number} of the briefing: {BriefingFor(briefing_for).label}",
        by=by,
        on=on,
        after={"number": row.number, "for": briefing_for},
    )
    return reading.version_of(row)


@transaction.atomic
def send_briefing(
    placement: Placement, *, number: int, own_words: str = "", by: Access, on: date
) -> list[Teacher]:
    """Send a version of the page to each teacher who has not had it; answers to whom it went.

    The first time it is out, and staff count as told. Raises NotAllowed where nobody is named, where
    a newer version stands, or where everybody has had it.
    """
    now = locked(placement)
    row = reading.version(by, now, number)
    if row is None or reading.latest(by, now, row.briefing_for).number != number:
        raise NotAllowed("The page has changed since. Read it again, then send it.")
    teachers = teaching(by, now, on=on)
    if not teachers:
        raise NotAllowed("Name the teachers first: nobody is on the staff list.")
    had = reading.sendings(by, row)
    to = [one for one in teachers if one.pk not in had]
    if not to:
        raise NotAllowed("Everybody on the staff list has had this version.")
    _, is_first = BriefingOut.objects.get_or_create(
        keeper_id=now.keeper_id,
        briefing=row,
        defaults={"placement": now, "out_on": on, "sent_by_id": by.person},
    )
    if is_first:
        _told(now, row, len(teachers), by=by, on=on)
    write_to_teachers(now, row, to, letter="briefing", own_words=own_words, by=by, on=on)
    finish(
        now,
        kind="briefing.out",
        summary=f"Briefing sent to {len(to)} of {len(teachers)} teachers",
        by=by,
        on=on,
        after={"number": number, "to": [one.name for one in to]},
    )
    return to


@transaction.atomic
def ask_again(
    placement: Placement,
    *,
    teachers: Sequence[Teacher] | None = None,
    own_words: str = "",
    by: Access,
    on: date,
) -> list[Teacher]:
    """Ask those who have not read the briefing again, once a day; answers whom.

    Raises NotAllowed where none is out, or nobody is left to ask today.
    """
    now = locked(placement)
    row = _out(now)
    if row is None:
        raise NotAllowed("The briefing is not out yet. Send it first.")
    unread = _unread(now, row, on) if teachers is None else list(teachers)
    sent = reading.sendings(by, row)
    to = [
        one
        for one in unread
        if one.email
        and (was := sent.get(one.pk))
        and on not in (was.mailing.made_on, was.sent_again_on)
    ]
    if not to:
        raise NotAllowed("Everybody who can be asked by email has been asked today.")
    write_to_teachers(now, row, to, letter="briefing_again", own_words=own_words, by=by, on=on)
    for one in to:
        sent[one.pk].sent_again_on = on
        sent[one.pk].save(update_fields=["sent_again_on"])
    record(
        keeper=now.keeper_id,
        about=now.reference,
        kind="placement.briefing.asked-again",
        summary=f"Asked {len(to)} again to read the briefing",
        by=by,
        on=on,
        after={"to": [one.name for one in to]},
    )
    return to


CHASE = "placements.chase-briefings"


def chase(reference: UUID, *, on: date) -> int:
    """Ask again whoever the rules say is to be asked today; answers how many.

    Doing it twice asks nobody twice. It stops by itself when the page is read.
    """
    placement = _placement_of(reference)
    if placement is None:
        return 0
    access = system(placement.keeper_id)
    facts, calendar = reading.facts(access, placement, on=on)
    first_on = reading.first_on(facts, calendar, on=on)
    wanted = {one.key for one in asks_again(facts, calendar=calendar, first_on=first_on, on=on)}
    if not wanted:
        return 0
    teachers = [one for one in teaching(access, placement, on=on) if one.pk in wanted]
    try:
        return len(ask_again(placement, teachers=teachers, by=access, on=on))
    except NotAllowed:
        return 0


@transaction.atomic
def excuse(placement: Placement, *, because: str, by: Access, on: date) -> BriefingExcuse:
    """Say why the child comes before every teacher has read the page: the headteacher's to say.

    Raises NotAllowed without a reason, where none is out, or where everybody has read it.
    """
    now = locked(placement)
    row = _out(now)
    if row is None:
        raise NotAllowed("The briefing is not out yet. Send it first.")
    if not by.holds(May.APPROVE_RETURN):
        raise NotAllowed("Only the headteacher or a named deputy can say why not.")
    if not because.strip():
        raise NotAllowed("Say why, so that everybody knows.")
    unread = _unread(now, row, on)
    if not unread:
        raise NotAllowed("Everybody has read it.")
    said = BriefingExcuse.objects.create(
        keeper_id=now.keeper_id,
        placement=now,
        briefing=row,
        because=because,
        said_on=on,
        said_by_id=by.somebody,
        said_as=by.role_says[:60],
    )
    finish(
        now,
        kind="briefing.excused",
        summary=f"Said why not all have read the briefing: {because}",
        by=by,
        on=on,
        after={"because": because, "not_read": [one.name for one in unread]},
    )
    return said


@transaction.atomic
def read_briefing(
    placement: Placement, *, teacher: Teacher, number: int, by: Access, on: date
) -> BriefingReceipt:
    """Write down that a teacher has read a version of the page. A second tap keeps the first.

    Raises NotAllowed for somebody who does not teach the child now, or for a version that is not out.
    """
    now = locked(placement)
    if not TaughtBy.objects.filter(teaches(on), placement=now, teacher=teacher).exists():
        raise NotAllowed("You are not on the staff list any more.")
    row = Briefing.objects.filter(placement=now, number=number, outs__isnull=False).first()
    if row is None:
        raise NotAllowed("The page has changed since. Read it again.")
    receipt, is_new = BriefingReceipt.objects.get_or_create(
        keeper_id=now.keeper_id,
        briefing=row,
        teacher=teacher,
        defaults={"placement": now, "read_on": on},
    )
    if is_new:
        finish(
            now,
            kind="briefing.read",
            summary=f"{teacher.name} has read the briefing",
            by=by,
            on=on,
            after={"number": number, "teacher": teacher.name},
        )
    return receipt


def _append(
    placement: Placement, briefing_for: str, wanted: object, *, by: Access, on: date
) -> Briefing:
    said = asdict(wanted)  # type: ignore[call-overload]
    said["when"], said["adjustments"] = list(said["when"]), list(said["adjustments"])
    try:
        with transaction.atomic():
            return Briefing.objects.create(
                keeper_id=placement.keeper_id,
                placement=placement,
                number=reading.last_number(by, placement) + 1,
                briefing_for=briefing_for,
                written_on=on,
                written_by_id=by.somebody,
                written_by_name=by.person_name,
                **said,
            )
    except IntegrityError as collision:
        raise BriefingChanged(reading.latest(by, placement, briefing_for)) from collision


def _out(placement: Placement) -> Briefing | None:
    """The version that teachers are asked to read: of the return, once it is out."""
    rows = Briefing.objects.filter(placement=placement, outs__isnull=False).order_by("-number")
    found: dict[str, Briefing] = {}
    for row in rows:
        found.setdefault(row.briefing_for, row)
    return found.get(BriefingFor.RETURN) or found.get(BriefingFor.START)


def _unread(placement: Placement, row: Briefing, on: date) -> list[Teacher]:
    read = set(BriefingReceipt.objects.filter(briefing=row).values_list("teacher_id", flat=True))
    access = system(placement.keeper_id)
    return [one for one in teaching(access, placement, on=on) if one.pk not in read]


def _told(placement: Placement, row: Briefing, count: int, *, by: Access, on: date) -> None:
    """Staff count as told once their briefing is out."""
    Telling.objects.create(
        keeper_id=placement.keeper_id,
        placement=placement,
        audience=_TOLD[row.briefing_for],
        told_on=on,
        how=ToldBy.BRIEFING,
        told_by_name=by.person_name,
        who=f"By the briefing of {short_day(on)}: {count} teachers",
        recorded_on=on,
        recorded_by_id=by.somebody,
    )


def _placement_of(reference: UUID) -> Placement | None:
    """A placement by its reference."""
    return (
        Placement.objects.select_related("pupil", "home_school").filter(reference=reference).first()
    )
