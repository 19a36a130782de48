"""The page of one child: what was agreed with them, what they said, and who is there for them."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from homeward.calendars import queries as calendars
from homeward.family.codes import NoteKind
from homeward.family.models import Note
from homeward.family.queries import child_people, words
from homeward.family.queries.child_kept import kept_from_all
from homeward.family.queries.child_page import (
    ChildPage,
    Day,
    Help,
    LetterToMe,
    MyWords,
    NoteToMe,
    OpenLetter,
    Read,
    Step,
)
from homeward.family.queries.reader import placement_to_show
from homeward.family.rules import child as rules
from homeward.letters.texts import LINK
from homeward.links.models import Device
from homeward.organisations.access import Access
from homeward.organisations.codes import RoleName
from homeward.organisations.models import Membership, School
from homeward.placements.codes import LineKind, Rater, Route
from homeward.placements.models import (
    Ending,
    Move,
    MoveAnswer,
    Placement,
    ReturnLadder,
    Review,
    Sending,
    Session,
)
from homeward.placements.queries import ladder, plan, readiness
from homeward.placements.queries.visible import NotVisible
from homeward.placements.rules.ladder import Standing, standing
from homeward.placements.rules.plan import PlanText
from homeward.placements.rules.readiness import is_asked
from homeward.placements.rules.steps import LadderText
from homeward.pupils.models import Pupil
from homeward.pupils.rules.hidden import KeptFrom

WORDS_SHOWN = 6
NOTES_SHOWN = 6
LETTERS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Child:
    """A child on their own page. `access` is theirs: it names them and nobody who signs in."""

    pupil: Pupil
    placement: Placement | None
    access: Access


def child(access: Access, device: Device, *, on: date) -> Child | None:
    """The child whose page a known device opens, with the placement to show: two queries.

    None where the child has moved to another authority, where their record goes on.
    """
    went_on = Pupil.objects.filter(moved_from=OuterRef("pk"))
    pupil = (
        Pupil.objects.filter(~Exists(went_on), reference=device.whom, keeper=device.keeper_id)
        .select_related("home_school")
        .first()
    )
    if pupil is None:
        return None
    return Child(
        pupil=pupil,
        placement=placement_to_show(access, pupil, on=on),
        access=Access(person_name=pupil.known_as, authority=pupil.keeper_id, on=on),
    )


def child_page(access: Access, found: Child, placement: Placement, *, on: date) -> ChildPage:
    """Put the page together: thirteen queries at most."""
    row = _row(placement, on)
    version = plan.latest(access, placement)
    calendar = calendars.calendar(access, placement.home_school_id or placement.commissioner_id)
    adults = child_people.adults(access, placement, version.text, row, on=on)
    place = _place(found.pupil, placement, version.text, row)
    kept = kept_from_all(access, found.pupil, on=on)
    coming = _coming(access, placement, version.text.route, row, on)
    reads = child_people.who_reads(access, placement, row, adults, calendar=calendar, on=on)
    left = rules.days_left(place, calendar=calendar, whom=reads.name, on=on)
    return ChildPage(
        name=found.pupil.known_as,
        school=place.school or place.team,
        belongs=rules.belongs_said(place, on),
        learns=rules.learns_said(place, on),
        figure=left.figure if left else "",
        left=left.says if left else "",
        is_past=left is not None and left.is_past,
        people=child_people.people(access, placement, row, adults),
        week=_week(access, placement, place, coming, on),
        aim=_aim(place, version.text, on),
        steps=tuple(
            one
            for one in _steps(access, placement, version, row, coming, on)
            if kept.may_read(one.what)
        )
        if not place.has_ended(on)
        else (),
        meeting_on=_to_come(row["meeting_on"] or version.text.first_review_on, on),
        safe_adult=row["safe_adult"] or "",
        safe_place=row["safe_place"] or "",
        help=_help(version.text, kept),
        notes=tuple(one for one in _notes(placement) if kept.may_read(one.text)),
        words=tuple(_mine(one, kept) for one in words.own(access, placement, latest=WORDS_SHOWN)),
        letters=_letters(found.pupil),
        reads=reads,
        is_asked_what_helps=is_asked(
            placement.ended_on, row["helps_asked_on"], row["helps_looked_on"], on=on
        ),
    )


def _row(placement: Placement, on: date) -> dict[str, Any]:
    """What single rows say, each the one that stands: one query."""
    ladders = _of(ReturnLadder).order_by("-number")
    moves = _of(Move).filter(withdrawn_on__isnull=True)
    answers = MoveAnswer.objects.filter(
        placement=OuterRef("pk"), move__withdrawn_on__isnull=True
    ).order_by("-answered_on", "-id")
    endings = _of(Ending).filter(corrections__isnull=True, is_withdrawn=False)
    leads = Membership.objects.filter(
        Q(to_on__isnull=True) | Q(to_on__gt=on),
        organisation=OuterRef("home_school"),
        role=RoleName.DSL,
        from_on__lte=on,
        person__is_active=True,
    ).order_by("person__name", "pk")
    found = Placement.objects.filter(pk=placement.pk).values(
        school_phone=_one(School.objects.filter(organisation=OuterRef("home_school")), "telephone"),
        team=F("commissioner_team__name"),
        team_phone=F("commissioner_team__phone"),
        dsl_name=_one(leads, "person__name"),
        dsl_phone=_one(leads, "person__phone"),
        meeting_on=_one(_of(Review).order_by("-held_on", "-id"), "next_on"),
        outcome=_one(endings, "outcome"),
        destination=_one(endings, "destination"),
        goes_to=_one(endings, "goes_to__name"),
        ladder=_one(ladders, "pk"),
        safe_adult=_one(ladders, "safe_adult"),
        safe_place=_one(ladders, "safe_place"),
        receiving=_one(moves, "receiving__name"),
        moves_on=_one(moves, "starts_on"),
        first_day_on=_one(moves, "first_day_on"),
        answer=_one(answers, "answer"),
        **readiness.asking(Rater.CHILD, on=on),
    )
    return dict(found[0])


def _of(model: Any) -> Any:
    return model.objects.filter(placement=OuterRef("pk"))


def _one(rows: Any, name: str) -> Subquery:
    return Subquery(rows.values(name)[:1])


def _place(pupil: Pupil, placement: Placement, text: PlanText, row: dict[str, Any]) -> rules.Place:
    school = pupil.home_school or placement.home_school
    return rules.Place(
        school=school.name if school else "",
        provider=placement.provider.organisation.name if placement.provider else "",
        team=row["team"] or placement.commissioner.name,
        route=text.route,
        outcome=row["outcome"] or "",
        destination=row["goes_to"] or row["destination"] or "",
        starts_on=placement.first_session_on or placement.starts_on,
        ends_on=placement.ends_on,
        ended_on=placement.ended_on,
    )


def _aim(place: rules.Place, text: PlanText, on: date) -> str:
    if place.has_ended(on):
        return ""
    return rules.aim_said(text.route, text.route_destination, text.target_on, on)


def _to_come(day: date | None, on: date) -> date | None:
    return day if day and day >= on else None


@dataclass(frozen=True, slots=True)
class Coming:
    """The steps back to school, where there are any, and where the child is on them."""

    text: LadderText | None = None
    now: Standing | None = None


def _coming(
    access: Access, placement: Placement, route: str, row: dict[str, Any], on: date
) -> Coming:
    """Three queries for a child who is coming back, none for one who goes elsewhere."""
    began_on = placement.return_began_on
    has_begun = began_on is not None and began_on <= on
    if not row["ladder"] or not (has_begun or route == Route.HOME_SCHOOL):
        return Coming()
    latest = ladder.latest(access, placement)
    text = ladder.text_of(access, latest) if latest else None
    return Coming(text, standing(ladder.moves(access, placement), on) if has_begun else None)


def _week(
    access: Access, placement: Placement, place: rules.Place, coming: Coming, on: date
) -> tuple[Day, ...]:
    """Where the child is each half day: by the step they are on, else as it was planned."""
    if place.has_ended(on):
        return ()
    if coming.text and coming.now:
        planned = rules.week_coming_back(coming.text, coming.now, place)
    else:
        planned = _planned(placement)
    return tuple(Day(one.name, one.morning, one.afternoon) for one in rules.week_said(planned))


def _planned(placement: Placement) -> dict[tuple[int, str], str]:
    """Where the child is each planned half day, and for how long: the place by its name alone."""
    rows = Session.objects.filter(placement=placement).select_related("site")
    return {
        (row.weekday, row.half): rules.half_day_said(
            row.site.name if row.site else row.address, row.minutes
        )
        for row in rows
    }


def _steps(
    access: Access,
    placement: Placement,
    version: plan.Version,
    row: dict[str, Any],
    coming: Coming,
    on: date,
) -> tuple[Step, ...]:
    """The way back, the dates of a move, and what the plan says besides, the next step marked."""
    found: list[rules.StepSaid] = []
    if coming.text:
        found = rules.ladder_said(coming.text, standing=coming.now, on=on)
    elif row["receiving"]:
        found = rules.move_said(
            row["receiving"],
            answer=row["answer"] or "",
            starts_on=row["moves_on"],
            first_day_on=row["first_day_on"],
            on=on,
        )
    if not coming.text:
        found += rules.milestones_said(_milestones(access, placement, version), on)
    return tuple(Step(one.says, one.when, one.state) for one in rules.with_next(found))


def _milestones(
    access: Access, placement: Placement, version: plan.Version
) -> list[rules.DatedStep]:
    who = {line.thread: line.who for line in version.text.of(LineKind.MILESTONE)}
    steps = plan.milestones(access, {placement.pk: version})[placement.pk] if who else []
    return [rules.DatedStep(one.what, who[one.thread], one.by_on, one.done_on) for one in steps]


def _notes(placement: Placement) -> tuple[NoteToMe, ...]:
    rows = Note.objects.filter(placement=placement, taken_back_on__isnull=True).order_by("-id")
    return tuple(
        NoteToMe(row.text, row.written_by_name, row.written_on, row.kind == NoteKind.NEWS)
        for row in rows[:NOTES_SHOWN]
    )


def _help(text: PlanText, kept: KeptFrom) -> tuple[Help, ...]:
    agreed = text.of(LineKind.ADJUSTMENT)
    return tuple(Help(one.what, one.who) for one in agreed if kept.may_read(one.what))


def _mine(said: words.Said, kept: KeptFrom) -> MyWords:
    return MyWords(
        said_on=said.said_on,
        week=said.week,
        words=said.words,
        is_shared=said.is_shared,
        is_worry=said.is_worry,
        read=tuple(
            Read(
                one.by_name,
                one.heard_on,
                one.what_happened if kept.may_read(one.what_happened) else "",
            )
            for one in said.heard
        ),
    )


def _letters(pupil: Pupil) -> tuple[LetterToMe, ...]:
    rows = (
        _to_child(pupil)
        .order_by("-id")
        .values_list("reference", "message__subject", "message__written_on")
    )
    return tuple(LetterToMe(*row) for row in rows[:LETTERS_SHOWN])


def letter(access: Access, found: Child, reference: UUID, *, on: date) -> OpenLetter:
    """A letter to the child, with its link left out: they are where it leads.

    Raises NotVisible for any other, and for one that holds what may not lie on a table.
    """
    row = _to_child(found.pupil).filter(reference=reference).select_related("message").first()
    if row is None:
        raise NotVisible
    body = row.message.body.replace(LINK, "").strip()
    if not kept_from_all(access, found.pupil, on=on).may_read(f"{row.message.subject} {body}"):
        raise NotVisible
    return OpenLetter(
        subject=row.message.subject,
        body=body,
        language=row.message.language,
        written_on=row.message.written_on,
        sending=row.pk,
    )


def _to_child(pupil: Pupil) -> "QuerySet[Sending]":
    """Letters to the child, of every placement of theirs."""
    return Sending.objects.filter(mailing__placement__pupil=pupil, is_to_child=True)
