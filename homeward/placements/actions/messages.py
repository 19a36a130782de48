"""Writing to the family and to staff about a placement: what was checked is what is sent."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from homeward.letters import actions as letters
from homeward.letters.actions import Sender, To
from homeward.letters.codes import Channel
from homeward.links import queries as links
from homeward.links.actions import make_link
from homeward.links.codes import LinkKind
from homeward.organisations.access import Access, system
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.writing import finish, locked
from homeward.placements.codes import Audience, ToldBy
from homeward.placements.models import Mailing, Placement, Sending, Telling
from homeward.placements.queries.before_sending import before_sending
from homeward.placements.queries.letter_readers import BeforeSending, ForOne, Typed
from homeward.pupils.models import FamilyAdult

LEAVE_OUT = "none"
"""The choice not to send a letter to somebody this time."""

TELLS = {
    "placement_starting": Audience.PARENTS,
    "placement_starting_child": Audience.CHILD,
    "placement_starting_staff": Audience.STAFF,
}


class HoldsHidden(NotAllowed):
    """A text holds something that is kept from its reader. The text says from whom, and what kind."""


@transaction.atomic
def send(
    placement: Placement,
    *,
    letter: str,
    occasion: UUID | None = None,
    channels: Mapping[str, str] | None = None,
    own_words: str = "",
    more: Mapping[str, str] | None = None,
    only: str = "",
    by: Access,
    on: date,
) -> Mailing:
    """Send one letter to everybody who may get it, each their own, and say that they were told.

    `channels` says by the key of each person how it goes; `LEAVE_OUT` leaves somebody out. Earlier
    messages of the same letter to the same person count as sent again. Raises NotNow, HoldsHidden,
    or NotAllowed where nobody would get it.
    """
    now = locked(placement)
    chosen = dict(channels or {})
    typed = Typed(own_words.strip(), dict(more or {}), chosen, only)
    made = before_sending(by, now, letter, occasion=occasion, typed=typed, on=on)
    made = made.without(frozenset(key for key, how in chosen.items() if how == LEAVE_OUT))
    _must_be_fit(made)
    mailing = Mailing.objects.create(
        keeper_id=now.keeper_id,
        placement=now,
        letter=letter,
        occasion=made.content.occasion,
        own_words=typed.own_words,
        left_out=[{"name": one.name, "because": one.because} for one in made.not_for],
        made_on=on,
        made_by_id=by.person,
        made_by_name=by.person_name,
    )
    for one in made.readers:
        _send_to(now, mailing, one, by=by, on=on)
    if letter in TELLS:
        _tell(now, made, by=by, on=on)
    finish(
        now,
        kind="message",
        summary=f"Wrote “{made.letter.title}” to {_names(made.readers)}",
        by=by,
        on=on,
        after={
            "letter": letter,
            "to": {one.key: one.channel.value for one in made.readers},
            "not_for": len(made.not_for),
        },
    )
    return mailing


@transaction.atomic
def hand_over(placement: Placement, sending: Sending, *, by: Access, on: date) -> None:
    """Say that a letter was handed over, and settle what waited for that. Raises AlreadyHandedOver."""
    letters.hand_over(sending.message, by=by, on=on)
    finish(
        placement,
        kind="message.handed-over",
        summary=f"A letter to {sending.message.to_name} was handed over",
        by=by,
        on=on,
    )


def note_answered(placement: Placement, adult: FamilyAdult, *, letter: str, on: date) -> int:
    """Note that an adult answered what a letter asks; answers how many letters. The caller settles."""
    asked = Sending.objects.filter(mailing__placement=placement, mailing__letter=letter)
    return asked.filter(adult=adult, answered_on__isnull=True).update(answered_on=on)


def note_read(sending: int, *, at: datetime) -> None:
    """Note when a letter was first opened on its reader's own page."""
    Sending.objects.filter(pk=sending, read_at__isnull=True).update(read_at=at)


@transaction.atomic
def stop_unsent(*, pupil: int, on: date) -> int:
    """Stop emails that wait for an adult who left, may have no letters, or has another address.

    Answers how many. Each becomes something to do, as if it had come back.
    """
    waiting = Sending.objects.filter(
        adult__pupil=pupil, message__deliveries__next_try_at__isnull=False
    ).select_related("adult", "message")
    stopped = 0
    for sending in waiting:
        because = _why_stop(sending, on)
        if because:
            letters.stop(sending.message, because=because, by=system(sending.keeper_id), on=on)
            stopped += 1
    return stopped


def _why_stop(sending: Sending, on: date) -> str:
    adult, message = sending.adult, sending.message
    if adult is None or message.channel != Channel.EMAIL:
        return ""
    if adult.left_on is not None and adult.left_on <= on:
        return f"{adult.name} no longer belongs to the family’s record"
    if not adult.may_receive_letters:
        return f"{adult.name} may not receive letters any more"
    if adult.email.casefold() != message.address.casefold():
        return "The email address was changed before it was sent"
    return ""


def _must_be_fit(made: BeforeSending) -> None:
    stopped = [one for one in made.readers if one.stopped]
    if stopped:
        one = stopped[0]
        raise HoldsHidden(f"Not sent. The letter to {one.name}: {one.stopped[0]}")
    if not made.readers:
        raise NotAllowed("Nobody would get this letter. Choose at least one person.")
    times = made.content.values.get("times")
    if times is not None and not (times and made.content.values["report_to"]):
        raise NotAllowed("The notice has to state the times, and whom to see on the first day.")


def _send_to(placement: Placement, mailing: Mailing, one: ForOne, *, by: Access, on: date) -> None:
    _sent_again(placement, mailing, one, on=on)
    message = letters.write(
        letter=mailing.letter,
        about=placement.reference,
        keeper=placement.keeper_id,
        sender=Sender(one.sender.organisation, one.sender.letterhead, one.sender.reply_to),
        to=To(
            name=one.name,
            channel=one.channel,
            email=one.email if one.channel == Channel.EMAIL else "",
            postal=one.postal if one.channel == Channel.PRINT else "",
        ),
        language=one.language,
        said=one.text,
        english=one.english,
        link=_link(placement, one, by=by, on=on) if one.holds_link else None,
        by=by,
        on=on,
    )
    Sending.objects.create(
        keeper_id=placement.keeper_id,
        mailing=mailing,
        message=message,
        adult=one.adult,
        teacher=one.teacher,
        is_to_child=one.is_to_child,
    )


def _sent_again(placement: Placement, mailing: Mailing, one: ForOne, *, on: date) -> None:
    """Earlier messages of this letter to this person, and the one that is asked about again."""
    theirs = Sending.objects.filter(
        mailing__placement=placement,
        adult=one.adult,
        teacher=one.teacher,
        is_to_child=one.is_to_child,
        sent_again_on__isnull=True,
    )
    same = theirs.filter(mailing__letter=mailing.letter)
    same = (
        same.filter(mailing__occasion=mailing.occasion)
        if mailing.occasion
        else same.filter(mailing__occasion__isnull=True)
    )
    same.update(sent_again_on=on)
    if mailing.letter == "asked_again" and mailing.occasion:
        theirs.filter(reference=mailing.occasion).update(sent_again_on=on)


def _link(placement: Placement, one: ForOne, *, by: Access, on: date) -> UUID:
    """The personal link of a letter: one that waits to be opened, or a new one."""
    kind = LinkKind.CHILD if one.is_to_child else LinkKind.ADULT
    whom = one.adult.reference if one.adult else placement.pupil.reference
    waiting = links.waiting(by, kind=kind, whom=whom, on=on)
    if waiting is not None:
        return waiting
    return make_link(kind=kind, whom=whom, keeper=placement.keeper_id, by=by, on=on).reference


def _tell(placement: Placement, made: BeforeSending, *, by: Access, on: date) -> None:
    """The message itself is how they were told (R08, R09, R10)."""
    is_email = all(one.channel == Channel.EMAIL for one in made.readers)
    Telling.objects.create(
        keeper_id=placement.keeper_id,
        placement=placement,
        audience=TELLS[made.letter.name],
        told_on=on,
        how=ToldBy.EMAIL if is_email else ToldBy.LETTER,
        told_by_name=by.person_name,
        who=_names(made.readers)[:200],
        recorded_on=on,
        recorded_by_id=by.somebody,
    )


def _names(readers: tuple[ForOne, ...]) -> str:
    names = [one.name for one in readers]
    most = 5
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
