"""Weekly contact: written down once, corrected by a new row, never edited."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from homeward.organisations.access import Access
from homeward.placements.actions.writing import finish
from homeward.placements.codes import SpokeWith
from homeward.placements.models import Contact, Placement
from homeward.placements.queries.facts import bare_facts
from homeward.web.days import short_day


class NotYet(ValueError):
    """A contact to come cannot be written down as made."""


class AlreadyCorrected(ValueError):
    """Somebody corrected the same contact already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSaid:
    """What a contact says: who made it, how, with whom, and what came of it."""

    made_on: date
    made_by: int | None
    made_by_name: str
    method: str
    spoke_with: str
    seems: str = ""
    child_words: str = ""
    note: str = ""
    news_shared: str = ""
    last_promise_kept: str = ""
    promise: str = ""
    promise_by_on: date | None = None
    has_worry: bool = False


@transaction.atomic
def record_contact(placement: Placement, *, said: ContactSaid, by: Access, on: date) -> Contact:
    """Write down one contact or attempt, and settle the week it belongs to.

    A day on which the placement does not run is recorded and flagged. Raises NotYet for a day to
    come.
    """
    contact = _written(placement, said=said, by=by, on=on)
    summary = (
        f"Spoke with the child on {short_day(said.made_on)}"
        if said.spoke_with == SpokeWith.CHILD
        else f"Recorded an attempt or a call on {short_day(said.made_on)}"
    )
    finish(
        placement,
        kind="contact.recorded",
        summary=summary,
        by=by,
        on=on,
        after=_payload(contact),
    )
    return contact


@transaction.atomic
def correct_contact(
    contact: Contact, *, said: ContactSaid, because: str, by: Access, on: date
) -> Contact:
    """Write a corrected contact in place of one, which stays readable. Its week is settled again.

    Raises AlreadyCorrected where somebody was first or it was taken back, NotYet for a day to come.
    """
    _refuse_taken_back(contact)
    later = _written(contact.placement, said=said, by=by, on=on, corrects=contact, because=because)
    finish(
        contact.placement,
        kind="contact.corrected",
        summary=f"Corrected the contact of {short_day(contact.made_on)}: {because}",
        by=by,
        on=on,
        before=_payload(contact),
        after=_payload(later),
    )
    return later


@transaction.atomic
def take_back_contact(contact: Contact, *, because: str, by: Access, on: date) -> Contact:
    """Take back a contact that was recorded by mistake. It stays readable and counts no more.

    Raises AlreadyCorrected where somebody was first.
    """
    _refuse_taken_back(contact)
    said = ContactSaid(
        made_on=contact.made_on,
        made_by=contact.made_by_id,
        made_by_name=contact.made_by_name,
        method=contact.method,
        spoke_with=contact.spoke_with,
    )
    later = _written(
        contact.placement,
        said=said,
        by=by,
        on=on,
        corrects=contact,
        because=because,
        is_withdrawn=True,
    )
    finish(
        contact.placement,
        kind="contact.taken-back",
        summary=f"Took back the contact of {short_day(contact.made_on)}: {because}",
        by=by,
        on=on,
        before=_payload(contact),
    )
    return later


def _refuse_taken_back(contact: Contact) -> None:
    if contact.is_withdrawn:
        raise AlreadyCorrected("This contact was taken back. Record a new one if it took place.")


def _written(
    placement: Placement,
    *,
    said: ContactSaid,
    by: Access,
    on: date,
    corrects: Contact | None = None,
    because: str = "",
    is_withdrawn: bool = False,
) -> Contact:
    if said.made_on > on:
        raise NotYet("That day is still to come. Record the contact once it has been made.")
    runs = bare_facts(by, placement).runs(on)
    fields = {name: getattr(said, name) for name in ContactSaid.__slots__ if name != "made_by"}
    try:
        with transaction.atomic():
            return Contact.objects.create(
                keeper_id=placement.keeper_id,
                placement=placement,
                made_by_id=said.made_by,
                **fields,
                is_outside_running=runs is None or said.made_on not in runs,
                corrects=corrects,
                corrected_because=because,
                is_withdrawn=is_withdrawn,
                recorded_on=on,
                recorded_by_id=by.person,
            )
    except IntegrityError as collision:
        if corrects is None:
            raise
        raise AlreadyCorrected(
            "Somebody has corrected this contact since you opened it. Look at it again."
        ) from collision


def _payload(contact: Contact) -> dict[str, object]:
    return {
        "reference": contact.reference,
        "made_on": contact.made_on,
        "method": contact.method,
        "spoke_with": contact.spoke_with,
        "made_by": contact.made_by_id,
    }
