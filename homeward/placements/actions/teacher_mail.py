"""One letter for several teachers, each with a link of their own; and the figures that confirm them."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from homeward.letters import actions as letters
from homeward.letters.actions import Sender, To
from homeward.letters.codes import Channel
from homeward.letters.texts import said
from homeward.links import actions as links
from homeward.links.actions import From
from homeward.links.codes import LinkKind
from homeward.organisations.access import Access, system
from homeward.organisations.models import Person
from homeward.placements.codes import BriefingFor
from homeward.placements.models import Briefing, Mailing, Placement, Sending, Teacher
from homeward.placements.queries.briefing import facts
from homeward.placements.rules.briefed import day_before


def write_to_teachers(
    placement: Placement,
    briefing: Briefing,
    teachers: Sequence[Teacher],
    *,
    letter: str,
    own_words: str = "",
    by: Access,
    on: date,
) -> Mailing:
    """Write a letter about a briefing to each of some teachers, with a new personal link.

    Whoever has no address gets it on paper: the message waits to be handed over. In the caller's
    transaction.
    """
    mailing = Mailing.objects.create(
        keeper_id=placement.keeper_id,
        placement=placement,
        letter=letter,
        occasion=briefing.reference,
        own_words=own_words,
        left_out=[],
        made_on=on,
        made_by_id=by.person,
        made_by_name=by.person_name,
    )
    sender, values = _sender(placement, by), _values(placement, briefing, own_words, by, on)
    for teacher in teachers:
        link = links.make_link(
            kind=LinkKind.TEACHER,
            whom=teacher.reference,
            keeper=placement.keeper_id,
            by=by,
            on=on,
        )
        message = letters.write(
            letter=letter,
            about=placement.reference,
            keeper=placement.keeper_id,
            sender=sender,
            to=_to(teacher),
            language="en-gb",
            said=said(letter, {**values, "reader": teacher.name}),
            link=link.reference,
            by=by,
            on=on,
        )
        Sending.objects.create(
            keeper_id=placement.keeper_id, mailing=mailing, message=message, teacher=teacher
        )
    return mailing


@transaction.atomic
def send_figures(teacher: Teacher, *, sent: From) -> None:
    """Send six figures to a teacher's own mailbox. Raises SlowDown, or NoAddress without one."""
    access = system(teacher.keeper_id)
    figures = links.send_code(whom=teacher.reference, keeper=teacher.keeper_id, sent=sent)
    school = teacher.organisation
    letters.write(
        letter="teacher_code",
        about=teacher.reference,
        keeper=teacher.keeper_id,
        sender=Sender(organisation=school, letterhead=school.name),
        to=To(name=teacher.name, channel=Channel.EMAIL, email=teacher.email),
        language="en-gb",
        said=said(
            "teacher_code",
            {
                "code": f"{figures[:3]} {figures[3:]}",
                "sender_at": school.name,
                "reader": teacher.name,
            },
        ),
        by=access,
        on=sent.on,
    )


def _to(teacher: Teacher) -> To:
    channel = Channel.EMAIL if teacher.email else Channel.PRINT
    return To(name=teacher.name, channel=channel, email=teacher.email)


def _sender(placement: Placement, by: Access) -> Sender:
    school = placement.home_school or placement.commissioner
    people = Person.objects.filter(pk=by.somebody) if by.is_signed_in else Person.objects.none()
    reply_to = people.values_list("email", flat=True).first() or ""
    return Sender(organisation=school, letterhead=school.name, reply_to=reply_to)


def _values(
    placement: Placement, briefing: Briefing, own_words: str, by: Access, on: date
) -> dict[str, object]:
    """What the letter says of the child: a first name and a day, nothing else."""
    starts_on = briefing.starts_on or on
    _, calendar = facts(by if by.is_system else system(placement.keeper_id), placement, on=on)
    before = day_before(starts_on, calendar=calendar) or starts_on
    school = placement.home_school or placement.commissioner
    return {
        "child": placement.pupil.known_as,
        "starts_on": starts_on,
        "by_on": max(before, on),
        "is_return": briefing.briefing_for == BriefingFor.RETURN,
        "own_words": own_words,
        "sender": school.name if by.is_system else by.person_name,
        "sender_at": "" if by.is_system else school.name,
    }
