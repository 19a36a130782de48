"""The pages of one adult of the family: everything they read passes what is kept from them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404

from homeward.family.queries.asked import asked, row
from homeward.family.queries.parent_page import (
    Asked,
    Home,
    Letter,
    OpenLetter,
    Place,
    Plan,
    PlanStep,
    ToRing,
    as_coming,
)
from homeward.family.queries.reader import Reader, reads_as
from homeward.family.rules import parent as rules
from homeward.letters.texts import LINK
from homeward.organisations.access import Access
from homeward.placements.codes import LineKind, StaffPart
from homeward.placements.models import NamedAdult, Placement, ReturnLadder, Sending, Session
from homeward.placements.queries import hidden, ladder, people, plan
from homeward.placements.queries.happening import happening_in_words
from homeward.placements.queries.week import PlannedHalfDay, by_place
from homeward.placements.rules.plan import Line
from homeward.placements.rules.readiness import is_asked
from homeward.pupils.rules.hidden import KeptFrom

OF_PROVIDER = frozenset({StaffPart.KEY_WORKER})
LETTERS_SHOWN = 30


def kept(access: Access, reader: Reader, placement: Placement, *, on: date) -> KeptFrom:
    """What this adult may be told on a day: five queries."""
    by = reads_as(access, reader.adult.keeper_id)
    placement.pupil = reader.pupil
    return hidden.kept_from(by, placement, reader.adult, on=on)


def span(access: Access, placement: Placement) -> rules.Span:
    """From when until when a placement is meant to last."""
    return rules.Span(
        placement.first_session_on or placement.starts_on, placement.ends_on, placement.ended_on
    )


def planned_week(access: Access, placement: Placement) -> list[PlannedHalfDay]:
    """The planned half days with the whole address of each place, Monday first: one query."""
    rows = Session.objects.filter(placement=placement).select_related("site")
    return [
        PlannedHalfDay(row.weekday, row.half, row.minutes, _address(row))
        for row in rows.order_by("weekday", "half")
    ]


def home(access: Access, reader: Reader, placement: Placement, *, on: date) -> Home:
    """The first page: fourteen queries at most, with those of the door."""
    keeps = kept(access, reader, placement, on=on)
    known = row(access, reader, placement, on=on)
    lasts = span(access, placement)
    planned = by_place(planned_week(access, placement)) if not lasts.has_ended(on) else ()
    may_know_place = bool(keeps.told.provider) or placement.provider is None
    places = [Place(one.days, one.hours, one.place) for one in planned if may_know_place]
    shown = tuple(one for one in places if keeps.may_read(one.address))
    adults = people.serving(people.named_adults(access, placement), on)
    named = _to_ring(reader, placement, adults, known, keeps)
    steps = (
        ladder.text_of(access, ReturnLadder(pk=known["ladder"], **_ladder(known)))
        if known["ladder"]
        else None
    )
    return Home(
        child=reader.pupil.known_as,
        school=keeps.told.school,
        provider=keeps.told.provider,
        places=shown,
        length=rules.length_said(lasts, on),
        left=rules.left_said(lasts, on),
        leads=""
        if lasts.has_ended(on)
        else rules.leads_said(known["route"] or "", keeps.told.school),
        ended=rules.ended_said(known["outcome"] or "", reader.pupil.known_as)
        if lasts.has_ended(on)
        else "",
        people=named,
        coming=as_coming(
            rules.coming(
                lasts,
                review_on=known["review_on"] or known["first_review_on"],
                ladder=steps,
                on=on,
            )
        ),
        open=tuple(one for one in asked(access, reader, placement, known, on=on) if one.is_open),
        has_letter=known["has_letter"],
        is_asked_what_helps=is_asked(
            placement.ended_on, known["helps_asked_on"], known["helps_looked_on"], on=on
        ),
        is_kept_back=not may_know_place
        or len(shown) < len(planned)
        or bool(placement.home_school and not keeps.told.school),
    )


def answers(access: Access, reader: Reader, placement: Placement, *, on: date) -> tuple[Asked, ...]:
    """Everything that is asked of this adult, with their answers: two queries."""
    known = row(access, reader, placement, on=on)
    return asked(access, reader, placement, known, on=on)


def question(
    access: Access, reader: Reader, placement: Placement, kind: str, beside: UUID, *, on: date
) -> Asked:
    """One question as it stands now. Raises Http404 for one that is not asked."""
    for one in answers(access, reader, placement, on=on):
        if one.question == kind and one.beside == beside:
            return one
    raise Http404


def plan_page(access: Access, reader: Reader, placement: Placement, *, on: date) -> Plan:
    """The plan in what a parent reads of it; the child's words are not theirs."""
    keeps = kept(access, reader, placement, on=on)
    version = plan.latest(access, placement)
    done = plan.milestones(access, {placement.pk: version}).get(placement.pk, [])
    is_done = {str(one.thread) for one in done if one.done_on}
    shown: dict[LineKind, tuple[PlanStep, ...]] = {}
    count = 0
    for kind in (LineKind.MILESTONE, LineKind.TARGET, LineKind.ADJUSTMENT):
        lines = version.text.of(kind)
        shown[kind] = tuple(_step(one, is_done) for one in lines if _may_read(keeps, one))
        count += len(lines) - len(shown[kind])
    promised = version.text.of(LineKind.ADJUSTMENT)
    happens = happening_in_words(access, placement, lines=promised, on=on)
    return Plan(
        leads=rules.leads_said(version.text.route, keeps.told.school),
        target_on=version.text.target_on,
        steps=tuple(sorted(shown[LineKind.MILESTONE], key=lambda one: one.by_on or on)),
        targets=shown[LineKind.TARGET],
        help=shown[LineKind.ADJUSTMENT],
        happens=tuple(one for one in happens if keeps.may_read(one)),
        written_on=version.written_on,
        is_kept_back=count > 0,
    )


def letters(access: Access, reader: Reader, placement: Placement, *, on: date) -> list[Letter]:
    """The newest letters to this adult about any placement of the child."""
    keeps = kept(access, reader, placement, on=on)
    rows = Sending.objects.filter(adult=reader.adult).select_related("message")
    return [_letter(one, keeps) for one in rows.order_by("-id")[:LETTERS_SHOWN]]


def letter(
    access: Access, reader: Reader, placement: Placement, reference: UUID, *, on: date
) -> OpenLetter:
    """One letter to this adult, word for word. Raises Http404 for somebody else's."""
    found = (
        Sending.objects.filter(adult=reader.adult, reference=reference)
        .select_related("message")
        .first()
    )
    if found is None:
        raise Http404
    shown = _letter(found, kept(access, reader, placement, on=on))
    return OpenLetter(
        letter=shown,
        body="" if shown.is_kept_back else found.message.body.replace(LINK, "").strip(),
        letterhead="" if shown.is_kept_back else found.message.letterhead,
        language=found.message.language,
        sending=found.pk,
    )


def _address(row: Session) -> str:
    return f"{row.site.name}, {row.site.address}" if row.site else row.address


def _letter(found: Sending, keeps: KeptFrom) -> Letter:
    message = found.message
    texts = (message.subject, message.body, message.letterhead)
    is_kept_back = not all(keeps.may_read(text) for text in texts)
    return Letter(
        reference=found.reference,
        subject="" if is_kept_back else message.subject,
        on=message.written_on,
        read_at=found.read_at,
        is_kept_back=is_kept_back,
    )


def _to_ring(
    reader: Reader,
    placement: Placement,
    adults: Iterable[NamedAdult],
    known: Mapping[str, Any],
    keeps: KeptFrom,
) -> tuple[ToRing, ...]:
    """The named adults this reader may know, the school and the team, each with a phone."""
    child, school = reader.pupil.known_as, placement.home_school
    may_know_school = bool(keeps.told.school) or school is None
    may_know_place = bool(keeps.told.provider) or placement.provider is None
    found = []
    for part, what in rules.PART_OF.items():
        may_know = may_know_place if part in OF_PROVIDER else may_know_school
        found += [
            ToRing(one.name, what.format(child=child), one.phone)
            for one in adults
            if one.part == part and may_know
        ]
    if school and may_know_school:
        found.append(ToRing(school.name, "The school", known["school_phone"] or ""))
    elif known["team"]:
        found.append(ToRing(known["team"], "The council’s team", known["team_phone"] or ""))
    return tuple(one for one in found if keeps.may_read(one.name) and keeps.may_read(one.phone))


def _ladder(known: Mapping[str, Any]) -> dict[str, Any]:
    """As much of a ladder as its text is made of, known already."""
    return {
        "starts_on": known["ladder_from"],
        "full_time_on": known["ladder_to"],
        "full_time_minutes": 0,
    }


def _may_read(keeps: KeptFrom, line: Line) -> bool:
    return all(keeps.may_read(text) for text in (line.what, line.who, line.where))


def _step(line: Line, done: set[str]) -> PlanStep:
    return PlanStep(
        what=line.what, who=line.who, by_on=line.by_on, is_done=str(line.thread) in done
    )
