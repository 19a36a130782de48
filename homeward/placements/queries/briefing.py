"""The briefing of a child: its versions, who has read it, and what the plan would put in it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from homeward.calendars import queries as calendars
from homeward.calendars.rules import Calendar
from homeward.letters import queries as letters
from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.placements.codes import BriefingFor
from homeward.placements.models import (
    Briefing,
    BriefingExcuse,
    BriefingOut,
    BriefingReceipt,
    Placement,
    Sending,
    Teacher,
)
from homeward.placements.queries import ladder, plan
from homeward.placements.queries.facts import facts_of_many
from homeward.placements.queries.teachers import taught_as, teaching
from homeward.placements.rules.briefing import BriefingText, Promised, WhenThen, prefilled, promised
from homeward.placements.rules.facts import Facts
from homeward.placements.rules.returning import first_day

EMPTY = BriefingText()


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the page as somebody wrote it; number 0 where nobody has yet."""

    number: int = 0
    briefing_for: str = BriefingFor.START
    text: BriefingText = EMPTY
    written_on: date | None = None
    written_by_name: str = ""
    reference: UUID | None = None


@dataclass(frozen=True, slots=True)
class ShownReader:
    """One teacher beside the briefing that is out: when it went to them, and when they read it."""

    teacher: Teacher
    read_on: date | None
    sent_on: date | None
    asked_again_on: date | None
    went: str
    is_by_hand: bool
    taught: UUID


@dataclass(frozen=True, slots=True)
class BriefingPage:
    """What the page of a briefing shows."""

    briefing_for: str
    latest: Version
    out: Version | None
    out_on: date | None
    readers: tuple[ShownReader, ...]
    teachers: int
    excuses: tuple[BriefingExcuse, ...]
    first_on: date | None
    is_open: bool
    is_changed: bool
    is_coming_back: bool

    @property
    def read(self) -> int:
        return sum(one.read_on is not None for one in self.readers)

    @property
    def unread(self) -> list[ShownReader]:
        return [one for one in self.readers if one.read_on is None]

    @property
    def not_sent(self) -> int:
        return sum(one.sent_on is None for one in self.readers)

    @property
    def is_newer(self) -> bool:
        """Whether a version stands that did not go out yet."""
        return self.latest.number > (self.out.number if self.out else 0)


def latest(access: Access, placement: Placement, briefing_for: str) -> Version:
    """The newest version for one beginning, or an empty one: one query."""
    rows = Briefing.objects.filter(placement=placement, briefing_for=briefing_for)
    row = rows.order_by("-number").first()
    return version_of(row) if row else Version(briefing_for=briefing_for)


def last_number(access: Access, placement: Placement) -> int:
    """The number of the newest version of any: the next one follows it."""
    rows = Briefing.objects.filter(placement=placement).order_by("-number")
    return rows.values_list("number", flat=True).first() or 0


def version(access: Access, placement: Placement, number: int) -> Briefing | None:
    """One version as it was written."""
    return Briefing.objects.filter(placement=placement, number=number).first()


def version_of(row: Briefing) -> Version:
    """What a row says, as values."""
    return Version(
        number=row.number,
        briefing_for=row.briefing_for,
        text=text_of(row),
        written_on=row.written_on,
        written_by_name=row.written_by_name,
        reference=row.reference,
    )


def text_of(row: Briefing) -> BriefingText:
    """The page that a row holds."""
    return BriefingText(
        good_at=row.good_at,
        helps=row.helps,
        makes_worse=row.makes_worse,
        when=tuple(WhenThen(**one) for one in row.when),
        adjustments=tuple(Promised(**one) for one in row.adjustments),
        safe_adult=row.safe_adult,
        safe_place=row.safe_place,
        starts_on=row.starts_on,
    )


def fresh(access: Access, placement: Placement, briefing_for: str, *, on: date) -> BriefingText:
    """The page as plan, steps and the newest version would make it now."""
    text = plan.latest(access, placement).text
    steps = ladder.latest(access, placement)
    before = latest(access, placement, briefing_for)
    if not before.number and briefing_for == BriefingFor.RETURN:
        before = latest(access, placement, BriefingFor.START)
    return prefilled(
        text,
        safe_adult=steps.safe_adult if steps else "",
        safe_place=steps.safe_place if steps else "",
        starts_on=_starts_on(placement, steps, text, briefing_for),
        earlier=before.text if before.number else None,
    )


def _starts_on(placement: Placement, steps: Any, text: Any, briefing_for: str) -> date | None:
    if briefing_for == BriefingFor.START:
        return placement.starts_on
    return placement.return_began_on or (steps.starts_on if steps else text.target_on)


def page(access: Access, placement: Placement, briefing_for: str, *, on: date) -> BriefingPage:
    """The page of one briefing, with everybody who is to read it: at most fifteen queries."""
    newest = latest(access, placement, briefing_for)
    outs = BriefingOut.objects.filter(placement=placement, briefing__briefing_for=briefing_for)
    out = outs.select_related("briefing").order_by("-briefing__number").first()
    readers = tuple(_readers(access, placement, out, on))
    text, steps = plan.latest(access, placement).text, ladder.latest(access, placement)
    excuses = BriefingExcuse.objects.filter(briefing=out.briefing_id if out else None)
    began = placement.return_began_on
    return BriefingPage(
        briefing_for=briefing_for,
        latest=newest,
        out=version_of(out.briefing) if out else None,
        out_on=out.out_on if out else None,
        readers=readers,
        teachers=len(readers),
        excuses=tuple(excuses.select_related("said_by").order_by("id")),
        first_on=_starts_on(placement, steps, text, briefing_for),
        is_open=placement.ended_on is None and placement.home_school_id is not None,
        is_changed=bool(newest.number) and newest.text.adjustments != promised(text),
        is_coming_back=bool(steps or began),
    )


def _readers(
    access: Access, placement: Placement, out: BriefingOut | None, on: date
) -> list[ShownReader]:
    teachers = teaching(access, placement, on=on)
    lines = taught_as(access, placement, on=on)
    if out is None:
        return [
            ShownReader(each, None, None, None, "", not each.email, lines[each.pk])
            for each in teachers
        ]
    read = dict(
        BriefingReceipt.objects.filter(briefing=out.briefing_id).values_list(
            "teacher_id", "read_on"
        )
    )
    sent = sendings(access, out.briefing)
    went = letters.standing(access, [one.message.reference for one in sent.values()])
    shown = []
    for each in teachers:
        one = sent.get(each.pk)
        shown.append(
            ShownReader(
                each,
                read_on=read.get(each.pk),
                sent_on=one.mailing.made_on if one else None,
                asked_again_on=one.sent_again_on if one else None,
                went=went[one.message.reference].state.label
                if one and one.message.reference in went
                else "",
                is_by_hand=not each.email,
                taught=lines[each.pk],
            )
        )
    return sorted(shown, key=lambda one: (one.read_on is not None, one.teacher.name))


def sendings(access: Access, briefing: Briefing) -> dict[int, Sending]:
    """The first message about one version to each teacher, by the teacher's key: one query."""
    rows = Sending.objects.filter(
        mailing__placement=briefing.placement_id,
        mailing__occasion=briefing.reference,
        mailing__letter="briefing",
        teacher__isnull=False,
    )
    found: dict[int, Sending] = {}
    for row in rows.select_related("mailing", "message").order_by("-id"):
        if row.teacher_id is not None:
            found[row.teacher_id] = row
    return found


def facts(access: Access, placement: Placement, *, on: date) -> tuple[Facts, Calendar]:
    """The facts of one placement and its school's calendar, for whoever asks again."""
    policy = organisations.policy(access, placement.keeper_id, on)
    found = facts_of_many(access, [placement], policies={placement.keeper_id: policy}, on=on)
    owner = placement.home_school_id or placement.commissioner_id
    return found[placement.pk], calendars.calendar(access, owner)


def first_on(facts: Facts, calendar: Calendar, *, on: date) -> date | None:
    """The first day for which teachers prepare."""
    return first_day(facts, calendar=calendar, on=on)


def to_ask_again(access: Access) -> list[UUID]:
    """The live placements of which a briefing is out, for the worker."""
    rows = BriefingOut.objects.filter(placement__ended_on__isnull=True)
    found = rows.order_by("placement_id").values_list("placement__reference", flat=True)
    return list(found.distinct())


def chosen(access: Access, placement: Placement, *, on: date) -> str:
    """Which beginning a page opens with: the return where it is planned, else the start."""
    is_return = placement.return_began_on or ladder.latest(access, placement)
    return BriefingFor.RETURN if is_return else BriefingFor.START


__all__ = [
    "BriefingPage",
    "ShownReader",
    "Version",
    "chosen",
    "facts",
    "first_on",
    "fresh",
    "last_number",
    "latest",
    "page",
    "sendings",
    "text_of",
    "to_ask_again",
    "version",
    "version_of",
]
