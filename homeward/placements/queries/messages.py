"""What was written about a placement, to whom and how it went; and what could be written now."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from homeward.letters import queries as letters
from homeward.letters.catalogue import LETTERS, Letter
from homeward.letters.codes import Channel, State
from homeward.letters.models import Message
from homeward.letters.queries import Sent
from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.placements.models import EndDateChange, Mailing, Placement, Review, Sending, Telling
from homeward.placements.queries import ladder as ladders
from homeward.placements.queries import move as moving
from homeward.placements.queries import plan
from homeward.placements.queries.ended import ending_of
from homeward.placements.queries.facts import bare_facts
from homeward.placements.queries.hidden import kept_from
from homeward.placements.queries.reviewed import reviews as review_facts
from homeward.placements.queries.visible import NotVisible
from homeward.placements.rules.message_offers import Offer, Situation, Written, offers
from homeward.placements.rules.messages import next_review, review_on
from homeward.pupils.queries.visible import sees_shields
from homeward.web.lists import Slice, cut, marked

AT_ONCE = 25


@dataclass(frozen=True, slots=True)
class Line:
    """One message of the list: to whom, how it went, and whether it was read or answered."""

    sending: Sending
    sent: Sent
    letter: Letter | None

    @property
    def title(self) -> str:
        return self.letter.title if self.letter else self.sent.title

    @property
    def is_another_way_wanted(self) -> bool:
        """Whether it came back, and was neither handed over nor sent again since."""
        return self.sent.state in {State.CAME_BACK, State.GIVEN_UP} and not (
            self.sending.sent_again_on or self.sent.handed_over_on
        )


@dataclass(frozen=True, slots=True)
class ShownOffer:
    """A letter that could be written, as the list shows it."""

    offer: Offer
    letter: Letter


@dataclass(frozen=True, slots=True)
class MessagesPage:
    """The messages of one placement."""

    lines: Slice[Line]
    due: tuple[ShownOffer, ...]
    others: tuple[ShownOffer, ...]
    came_back: tuple[Line, ...]
    sees_addresses: bool


def messages_page(
    access: Access, placement: Placement, *, on: date, after: str = "", may_write: bool
) -> MessagesPage:
    """Read the list, a page of it: four queries, and those of what could be written now."""
    lines = _lines(access, placement, after)
    shown = (
        [ShownOffer(one, LETTERS[one.letter]) for one in offered(access, placement, on=on)]
        if may_write
        else []
    )
    return MessagesPage(
        lines=lines,
        due=tuple(one for one in shown if one.offer.is_due),
        others=tuple(one for one in shown if not one.offer.is_due),
        came_back=tuple(one for one in lines.items if one.is_another_way_wanted),
        sees_addresses=sees_shields(access, placement.pupil),
    )


def offered(access: Access, placement: Placement, *, on: date) -> list[Offer]:
    """The letters that could be written about a placement now: about ten queries."""
    return offers(_situation(access, placement, on), on=on)


@dataclass(frozen=True, slots=True)
class MessagePage:
    """One message exactly as it was sent, and how it went.

    `body` holds the address of the personal link only for those who may give links. Where
    `is_elsewhere`, the paper address has changed since: it is not shown, and not printed.
    """

    sending: Sending
    message: Message
    sent: Sent
    letter: Letter | None
    body: str
    link: str
    sees_addresses: bool
    is_elsewhere: bool
    person: str

    @property
    def holds_link(self) -> bool:
        return self.message.link is not None

    @property
    def may_be_handed_over(self) -> bool:
        return self.sent.handed_over_on is None and not self.is_elsewhere

    @property
    def is_another_way_wanted(self) -> bool:
        return Line(self.sending, self.sent, self.letter).is_another_way_wanted


def sending(access: Access, placement: Placement, reference: UUID) -> Sending:
    """One person's message of a placement, by the message's reference. Raises NotVisible."""
    found = (
        Sending.objects.filter(mailing__placement=placement, message__reference=reference)
        .select_related("mailing", "message__from_organisation", "adult__household", "teacher")
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def message_page(
    access: Access, placement: Placement, found: Sending, *, on: date, may_give_links: bool
) -> MessagePage:
    """Read one message: about seven queries."""
    message = found.message
    return MessagePage(
        sending=found,
        message=message,
        sent=letters.standing(access, [message.reference])[message.reference],
        letter=LETTERS.get(message.letter),
        body=letters.with_link(access, message) if may_give_links else message.body,
        link=letters.link_of(access, message) if may_give_links else "",
        sees_addresses=sees_shields(access, placement.pupil),
        is_elsewhere=_is_elsewhere(access, placement, found, on),
        person=_key(found, placement),
    )


def own_words(access: Access, placement: Placement, reference: UUID) -> str:
    """The own words of the mailing that a message belongs to."""
    return sending(access, placement, reference).mailing.own_words


def _key(found: Sending, placement: Placement) -> str:
    if found.adult is not None:
        return f"adult-{found.adult.reference}"
    return f"teacher-{found.teacher.reference}" if found.teacher else "child"


def _is_elsewhere(access: Access, placement: Placement, found: Sending, on: date) -> bool:
    """Whether a letter on paper, not handed over yet, names an address that is no longer theirs."""
    message, adult = found.message, found.adult
    if adult is None or message.channel != Channel.PRINT or not message.postal:
        return False
    told = kept_from(access, placement, adult, on=on).told
    lines = [adult.name, *(part.strip() for part in told.address.split(",") if part.strip())]
    return not told.address or message.postal != "\n".join(lines)


def _lines(access: Access, placement: Placement, after: str) -> Slice[Line]:
    rows = Sending.objects.filter(mailing__placement=placement)
    if after and (mark := marked(after, 1)) is not None and isinstance(mark[0], int):
        rows = rows.filter(pk__lt=mark[0])
    found = list(
        rows.select_related("message", "mailing", "adult", "teacher").order_by("-id")[: AT_ONCE + 1]
    )
    sent = letters.standing(access, [one.message.reference for one in found])
    lines = [
        Line(one, sent[one.message.reference], LETTERS.get(one.message.letter)) for one in found
    ]
    return cut(lines, AT_ONCE, lambda line: (line.sending.pk,))


def _situation(access: Access, placement: Placement, on: date) -> Situation:
    text = plan.latest_text(access, placement).text
    facts = replace(
        bare_facts(access, placement),
        first_review_on=text.first_review_on,
        reviews=review_facts(access, [placement.pk])[placement.pk],
    )
    planned = next_review(facts)
    review = Review.objects.filter(placement=placement).order_by("-held_on", "-id").first()
    change = EndDateChange.objects.filter(placement=placement).order_by("-id").first()
    ladder = ladders.latest(access, placement)
    move = moving.under_way(access, placement)
    ending = ending_of(access, placement) if placement.ended_on else None
    first_day: tuple[UUID | None, date] | None = None
    if move is not None and move.starts_on:
        first_day = (move.reference, move.starts_on)
    elif ladder is not None:
        first_day = (ladder.reference, placement.return_began_on or ladder.starts_on)
    policy = organisations.policy(access, placement.keeper_id, on)
    tellings = Telling.objects.filter(placement=placement).values_list("audience", flat=True)
    mailings = Mailing.objects.filter(placement=placement).order_by("id")
    return Situation(
        has_school=placement.home_school_id is not None,
        legal_basis=placement.legal_basis,
        has_place=placement.provider_id is not None,
        starts_on=placement.starts_on or placement.first_session_on,
        is_settled=facts.runs(on) is not None and placement.ended_on is None,
        told=frozenset(tellings),
        review_on=planned[0] if planned else None,
        review=review_on(placement.reference, planned[0]) if planned else None,
        last_review=(review.reference, review.held_on) if review else None,
        last_change=(change.reference, change.changed_on) if change else None,
        ladder=(ladder.reference, ladder.written_on) if ladder and not placement.ended_on else None,
        is_part_time=bool(ladder and ladder.full_time_on > ladder.starts_on),
        first_day=first_day if not placement.ended_on or move else None,
        ending=(ending.reference, ending.ended_on, ending.outcome) if ending else None,
        since_on=placement.checks_from_on or placement.return_began_on,
        invitation_days=policy.review_invitation_days,
        written=[
            Written(*values) for values in mailings.values_list("letter", "occasion", "made_on")
        ],
    )
