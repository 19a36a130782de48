"""Approving a translation for one authority, and taking that back."""

from datetime import date

from django.db import IntegrityError, transaction

from homeward.history.actions import record
from homeward.letters.catalogue import letter as in_catalogue
from homeward.letters.models import Approval
from homeward.letters.texts import ENGLISH, digest, named
from homeward.organisations.access import Access
from homeward.organisations.models import Organisation


class NothingToApprove(Exception):
    """English needs no approval, and an organisation without an authority gives none."""


class TextChanged(Exception):
    """The text is another than the one that was read."""


class AlreadyApproved(Exception):
    """Exactly this text is approved."""


class AlreadyWithdrawn(Exception):
    """The approval was withdrawn before."""


@transaction.atomic
def approve(letter: str, language: str, *, read: str, by: Access, on: date) -> Approval:
    """Approve that exactly this text may be sent, for the authority of whoever says so.

    `read` is the digest of what they read. Raises NothingToApprove, NoSuchText, TextChanged or
    AlreadyApproved.
    """
    if language == ENGLISH or by.authority is None:
        raise NothingToApprove("English needs no approval.")
    if digest(letter, language) != read:
        raise TextChanged("The text was changed since you opened this page. Please read it again.")
    try:
        with transaction.atomic():
            approval = Approval.objects.create(
                keeper_id=by.authority,
                language=language,
                letter=letter,
                digest=read,
                approved_on=on,
                approved_by_id=by.somebody,
                approved_by_name=by.person_name,
            )
    except IntegrityError as twice:
        raise AlreadyApproved("This text is approved already.") from twice
    _write_down(approval, "Approved", by, on)
    return approval


@transaction.atomic
def withdraw(approval: Approval, *, by: Access, on: date) -> None:
    """Take an approval back: the letter is not sent in this language any more.

    What was sent stands. Raises AlreadyWithdrawn.
    """
    taken = Approval.objects.filter(pk=approval.pk, withdrawn_on__isnull=True)
    if not taken.update(withdrawn_on=on, withdrawn_by_id=by.somebody):
        raise AlreadyWithdrawn("This approval was withdrawn already.")
    _write_down(approval, "Withdrew the approval of", by, on)


def _write_down(approval: Approval, what: str, by: Access, on: date) -> None:
    authority = Organisation.objects.only("reference").get(pk=approval.keeper_id)
    title = in_catalogue(approval.letter).title
    record(
        keeper=approval.keeper_id,
        about=authority.reference,
        kind="letters.translation",
        summary=f"{what} “{title}” in {named(approval.language)}",
        by=by,
        on=on,
        after={"letter": approval.letter, "language": approval.language, "text": approval.digest},
    )
