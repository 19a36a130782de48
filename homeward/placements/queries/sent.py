"""The facts of what was written to families: read set-wise, one query where nobody was asked."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from homeward.letters.catalogue import LETTERS
from homeward.organisations.access import Access
from homeward.placements.models import PartTimeAnswer, Sending
from homeward.placements.rules.facts import NotArrivedFact, QuestionFact

INVITATION = "review_invitation"
PART_TIME = "part_time_agreement"
_ASKING = frozenset(name for name, one in LETTERS.items() if one.asks_answer)
_NAMES = (
    "mailing__placement_id",
    "mailing__letter",
    "mailing__occasion",
    "mailing__made_on",
    "reference",
    "message__reference",
    "message__to_name",
    "adult_id",
    "adult__may_receive_letters",
    "adult__left_on",
    "answered_on",
    "sent_again_on",
    "message__deliveries__bounced_at",
    "message__deliveries__failed_at",
    "message__deliveries__handed_over_on",
)


@dataclass(frozen=True, slots=True)
class SentFacts:
    """What was written to the families of many placements, by their keys."""

    invited: dict[int, dict[UUID, date]] = field(default_factory=dict)
    questions: dict[int, list[QuestionFact]] = field(default_factory=dict)
    not_arrived: dict[int, list[NotArrivedFact]] = field(default_factory=dict)

    def facts(self, key: int) -> dict[str, Any]:
        """By the names that the facts of a placement have."""
        return {
            "invited": self.invited.get(key, {}),
            "questions": self.questions.get(key, ()),
            "not_arrived": self.not_arrived.get(key, ()),
        }


@dataclass(frozen=True, slots=True)
class _Row:
    placement: int
    letter: str
    occasion: UUID | None
    made_on: date
    sending: UUID
    message: UUID
    to_name: str
    adult: int | None
    may_receive: bool | None
    left_on: date | None
    answered_on: date | None
    again_on: date | None
    bounced_at: datetime | None
    failed_at: datetime | None
    handed_over_on: date | None

    @property
    def came_back_at(self) -> datetime | None:
        return self.bounced_at or self.failed_at


def sent(access: Access, keys: Sequence[int], *, on: date) -> SentFacts:
    """What is known of messages: one query, and one more where part-time was asked by letter."""
    wanted = (
        Q(mailing__letter__in=_ASKING)
        | Q(message__deliveries__bounced_at__isnull=False)
        | Q(message__deliveries__failed_at__isnull=False)
    )
    found = Sending.objects.filter(wanted, mailing__placement__in=keys).order_by("id")
    rows = [_Row(*values) for values in found.values_list(*_NAMES)]
    if not rows:
        return SentFacts()
    answers = _part_time_answers([row.placement for row in rows if row.letter == PART_TIME])
    result = SentFacts(defaultdict(dict), defaultdict(list), defaultdict(list))
    newest = {(row.placement, row.letter, row.occasion, row.adult): row.sending for row in rows}
    for row in rows:
        if row.letter == INVITATION and row.occasion:
            result.invited[row.placement].setdefault(row.occasion, row.made_on)
        is_newest = newest[row.placement, row.letter, row.occasion, row.adult] == row.sending
        if row.letter in _ASKING and row.adult and is_newest and _is_reader(row, on):
            result.questions[row.placement].append(_question(row, answers))
        if row.came_back_at:
            result.not_arrived[row.placement].append(_not_arrived(row, row.came_back_at))
    return result


def _is_reader(row: _Row, on: date) -> bool:
    """Whether this adult is still written to, and the message is not known to have come back."""
    has_left = row.left_on is not None and row.left_on <= on
    return bool(row.may_receive) and not has_left and row.came_back_at is None


def _question(row: _Row, answers: dict[int, list[tuple[int | None, date]]]) -> QuestionFact:
    answered = [row.answered_on] if row.answered_on else []
    if row.letter == PART_TIME:
        answered += [
            day
            for adult, day in answers.get(row.placement, ())
            if adult in {None, row.adult} and day >= row.made_on
        ]
    return QuestionFact(
        reference=str(row.sending),
        who=row.to_name,
        about=LETTERS[row.letter].title.lower(),
        asked_on=row.made_on,
        answered_on=min(answered, default=None),
        again_on=row.again_on,
    )


def _not_arrived(row: _Row, at: datetime) -> NotArrivedFact:
    return NotArrivedFact(
        reference=str(row.message),
        who=row.to_name,
        came_back_on=timezone.localtime(at).date(),
        met_on=min(filter(None, (row.again_on, row.handed_over_on)), default=None),
    )


def _part_time_answers(keys: Sequence[int]) -> dict[int, list[tuple[int | None, date]]]:
    """What was answered about part-time; where staff wrote it down, no adult is named by key."""
    found: dict[int, list[tuple[int | None, date]]] = defaultdict(list)
    if keys:
        rows = PartTimeAnswer.objects.filter(placement__in=keys).order_by("answered_on", "id")
        for placement, adult, day in rows.values_list("placement_id", "adult_id", "answered_on"):
            found[placement].append((adult, day))
    return found
