"""A child says how the week was, and somebody reads it."""

from datetime import date

from django.db import transaction

from homeward.family.actions.words_due import settle_words
from homeward.family.models import ChildWords, WordsHeard
from homeward.family.queries.words import hears_worries
from homeward.history.actions import record
from homeward.jobs.actions import queue
from homeward.organisations.access import Access
from homeward.placements.models import Placement

TELL_WORRY = "family.tell-worry"
ASKED_TO_TALK = "I want to talk to somebody today."


class NothingSaid(ValueError):
    """Neither the scale nor a word was given."""


class NotYours(PermissionError):
    """A worry is read by the safeguarding lead, the headteacher or the deputy."""


@transaction.atomic
def say(
    placement: Placement,
    *,
    week: str,
    words: str,
    is_shared: bool,
    is_worry: bool,
    by: Access,
    on: date,
) -> ChildWords:
    """Keep what a child says, word for word. With a worry the safeguarding lead gets an email at once.

    A worry is never shared with the parents, whatever else was chosen. Raises NothingSaid.
    """
    if not week and not words and not is_worry:
        raise NothingSaid("Choose an answer, or write something.")
    row = ChildWords.objects.create(
        keeper_id=placement.keeper_id,
        placement=placement,
        week=week,
        words=words or ("" if week else ASKED_TO_TALK),
        is_shared_with_parents=is_shared and not is_worry,
        is_worry=is_worry,
        said_on=on,
    )
    settle_words([row], on=on)
    if is_worry:
        queue(TELL_WORRY, {"words": str(row.reference)}, unique_key=str(row.reference))
    _record(row, "child-said", "Wrote on their own page", by=by, on=on)
    return row


@transaction.atomic
def hear(words: ChildWords, *, what_happened: str, by: Access, on: date) -> WordsHeard:
    """Say that one has read what a child said, and what happened then. The child sees both.

    It can be said again: the first time counts, each is kept. Raises NotYours for a worry.
    """
    if words.is_worry and not hears_worries(by, words.placement):
        raise NotYours("The safeguarding lead reads this.")
    row = WordsHeard.objects.create(
        keeper_id=words.keeper_id,
        words=words,
        heard_on=on,
        heard_by_id=by.somebody,
        heard_by_name=by.person_name,
        is_for_worry=words.is_worry,
        what_happened=what_happened,
    )
    settle_words([words], on=on)
    _record(words, "child-heard", "Read what the child wrote", by=by, on=on)
    return row


def _record(words: ChildWords, kind: str, summary: str, *, by: Access, on: date) -> None:
    """In the history of the placement, without a word of it: the provider reads that history too."""
    record(
        keeper=words.keeper_id,
        about=words.placement.reference,
        kind=f"placement.{kind}",
        summary=summary,
        by=by,
        on=on,
    )
