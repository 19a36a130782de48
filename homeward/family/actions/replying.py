"""What a parent says on their own page, and what the school answers."""

from datetime import date
from uuid import UUID

from django.db import transaction

from homeward.family.actions.replies_due import settle_replies
from homeward.family.codes import QuestionKind, ReplyAbout, ReplyKind
from homeward.family.models import FamilyAnswer, Reply, ReplyAnswer
from homeward.family.queries.asked import LETTER_OF
from homeward.history.actions import record
from homeward.organisations.access import Access, system
from homeward.placements.actions.ladder import record_part_time_answer
from homeward.placements.actions.messages import note_answered
from homeward.placements.actions.settling import settle_placement
from homeward.placements.models import Placement
from homeward.placements.queries.hidden import kept_from
from homeward.pupils.models import FamilyAdult


class KeptBack(Exception):
    """An answer holds what is kept from the adult who would read it. `found` says what, to staff."""

    def __init__(self, found: tuple[str, ...]) -> None:
        super().__init__(" ".join(found))
        self.found = found


@transaction.atomic
def say(
    placement: Placement,
    adult: FamilyAdult,
    *,
    kind: ReplyKind,
    about: ReplyAbout,
    beside: UUID,
    text: str,
    by: Access,
    on: date,
) -> Reply:
    """Write down what an adult says beside an entry, or that something is not right.

    It is due to be answered, and stands on Today of the school's lead.
    """
    reply = Reply.objects.create(
        keeper_id=placement.keeper_id,
        placement=placement,
        adult=adult,
        kind=kind,
        about=about,
        beside=beside,
        text=text,
        said_on=on,
    )
    settle_replies([placement], on=on)
    says = "said that something is not right" if kind == ReplyKind.NOT_RIGHT else "wrote a reply"
    _record(placement, "family.said", f"{adult.name} {says}", by, on)
    return reply


@transaction.atomic
def answer_reply(
    placement: Placement, reply: Reply, *, text: str, by: Access, on: date
) -> ReplyAnswer:
    """Answer what an adult said. Raises KeptBack where the words hold what is kept from them."""
    keeps = kept_from(system(placement.keeper_id), placement, reply.adult, on=on)
    if found := keeps.found_in(text):
        raise KeptBack(found)
    answer = ReplyAnswer.objects.create(
        keeper_id=placement.keeper_id,
        reply=reply,
        text=text,
        answered_on=on,
        answered_by_id=by.somebody,
        answered_by_name=by.person_name,
    )
    settle_replies([placement], on=on)
    _record(placement, "family.answered", f"Answered {reply.adult.name}", by, on)
    return answer


@transaction.atomic
def answer_question(
    placement: Placement,
    adult: FamilyAdult,
    *,
    question: QuestionKind,
    beside: UUID,
    is_yes: bool,
    said: str,
    by: Access,
    on: date,
) -> FamilyAnswer:
    """Write down an adult's yes or no. They may change their mind: the latest answer stands."""
    answer = FamilyAnswer.objects.create(
        keeper_id=placement.keeper_id,
        placement=placement,
        adult=adult,
        question=question,
        beside=beside,
        is_yes=is_yes,
        said=said,
        answered_on=on,
    )
    note_answered(placement, adult, letter=LETTER_OF[question], on=on)
    if question == QuestionKind.PART_TIME:
        record_part_time_answer(
            placement,
            who=adult.name,
            is_agreed=is_yes,
            answered_on=on,
            said=said,
            adult=adult,
            by=by,
            on=on,
        )
    else:
        settle_placement(placement, on=on)
    says = "yes" if is_yes else "no"
    about = question.replace("_", " ")
    _record(placement, "family.agreed", f"{adult.name} said {says} ({about})", by, on)
    return answer


def _record(placement: Placement, kind: str, summary: str, by: Access, on: date) -> None:
    record(
        keeper=placement.keeper_id,
        about=placement.reference,
        kind=kind,
        summary=summary,
        by=by,
        on=on,
    )
