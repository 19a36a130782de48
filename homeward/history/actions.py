"""Writing down what was done, and who read what.

The day something was done is given; the moment it was written is asked of the clock here.
"""

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from homeward.history import rules
from homeward.history.models import Chain, Entry, EntryPayload, Reading, SubmitToken
from homeward.history.who import Who

READ_AGAIN_AFTER = timedelta(minutes=15)
TOKENS_KEPT = timedelta(days=7)


class NoKeeper(Exception):
    """Nobody keeps the record concerned, so what was read or typed about it has no place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One thing to be written down. `summary` is a sentence a person would say."""

    keeper: int
    about: UUID
    kind: str
    summary: str
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None


def record(
    *,
    keeper: int,
    about: UUID,
    kind: str,
    summary: str,
    by: Who,
    on: date,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Entry:
    """Write one entry at the end of the keeper's chain.

    Locks the chain until the transaction ends: call it last, after everything else was written.
    `before` and `after` take what JSON takes, and dates, moments, decimals and UUIDs as text.
    """
    happened = Happened(
        keeper=keeper, about=about, kind=kind, summary=summary, before=before, after=after
    )
    return record_many([happened], by=by, on=on)[0]


@transaction.atomic(savepoint=False)
def record_many(happened: Sequence[Happened], *, by: Who, on: date) -> list[Entry]:
    """Write several entries, chain by chain in the order of authorities, so that no two wait for each other."""
    at = timezone.now()
    written: list[Entry] = []
    for keeper in sorted({one.keeper for one in happened}):
        ours = [one for one in happened if one.keeper == keeper]
        written += _append(keeper, ours, by=by, on=on, at=at)
    return written


def _append(
    keeper: int, happened: Sequence[Happened], *, by: Who, on: date, at: datetime
) -> list[Entry]:
    chain = _locked_chain(keeper)
    entries, payloads = [], []
    for one in happened:
        payload = _payload(one)
        entry = _entry(chain, one, rules.payload_digest(payload), by=by, on=on, at=at)
        chain.count, chain.head = entry.number, entry.digest
        entries.append(entry)
        payloads.append(payload)
    entries = Entry.objects.bulk_create(entries)
    EntryPayload.objects.bulk_create(
        [
            EntryPayload(
                entry=entry,
                keeper_id=keeper,
                salt=payload.salt,
                summary=payload.summary,
                changes=payload.changes,
            )
            for entry, payload in zip(entries, payloads, strict=True)
        ]
    )
    chain.save(update_fields=["count", "head"])
    return entries


def _locked_chain(keeper: int) -> Chain:
    chain = Chain.objects.select_for_update().filter(keeper_id=keeper).first()
    if chain is None:
        Chain.objects.bulk_create(
            [Chain(keeper_id=keeper, head=rules.START)], ignore_conflicts=True
        )
        chain = Chain.objects.select_for_update().get(keeper_id=keeper)
    return chain


def _payload(happened: Happened) -> rules.Payload:
    changes = ""
    if happened.before or happened.after:
        changes = json.dumps(
            {"before": happened.before, "after": happened.after},
            cls=DjangoJSONEncoder,
            sort_keys=True,
            separators=(",", ":"),
        )
    return rules.Payload(salt=secrets.token_hex(16), summary=happened.summary, changes=changes)


def _entry(
    chain: Chain, happened: Happened, payload_digest: str, *, by: Who, on: date, at: datetime
) -> Entry:
    sealed = rules.Sealed(
        keeper=chain.keeper_id,
        number=chain.count + 1,
        about=happened.about,
        kind=happened.kind,
        person=by.person,
        person_name=by.person_name,
        organisation=by.organisation,
        organisation_name=by.organisation_name,
        on=on,
        at=at,
        payload_digest=payload_digest,
    )
    return Entry(
        keeper_id=sealed.keeper,
        number=sealed.number,
        about=sealed.about,
        kind=sealed.kind,
        person=sealed.person,
        person_name=sealed.person_name,
        organisation=sealed.organisation,
        organisation_name=sealed.organisation_name,
        on=sealed.on,
        at=sealed.at,
        payload_digest=payload_digest,
        previous=chain.head,
        digest=rules.entry_digest(sealed, previous=chain.head),
    )


@transaction.atomic
def erase(abouts: Sequence[UUID], *, by: Who, on: date, because: str) -> int:
    """Remove the words of every entry about these records; the entries and the chain stay.

    Answers how many were erased, and writes one entry for each record that says so.
    """
    payloads = EntryPayload.objects.filter(entry__about__in=abouts)
    concerned = sorted(set(payloads.values_list("keeper_id", "entry__about")))
    erased, _ = payloads.delete()
    summary = f"The words of this record's history were erased: {because}"
    record_many(
        [
            Happened(keeper=keeper, about=about, kind="history.erased", summary=summary)
            for keeper, about in concerned
        ],
        by=by,
        on=on,
    )
    return erased


def note_reading(access: Who, kind: str, reference: UUID) -> None:
    """Write down that a person opened a page about a record.

    The first reading is always written; the same person again within 15 minutes is not.
    Somebody who is not signed in, or Homeward itself, has no reading. Raises NoKeeper.
    """
    if access.person is None:
        return
    now = timezone.now()
    if Reading.objects.filter(
        person=access.person, about=reference, at__gt=now - READ_AGAIN_AFTER
    ).exists():
        return
    Reading.objects.create(
        keeper_id=_keeper_of(access, reference),
        about=reference,
        kind=kind,
        person=access.person,
        person_name=access.person_name,
        organisation=access.organisation,
        organisation_name=access.organisation_name,
        at=now,
    )


def _keeper_of(access: Who, reference: UUID) -> int:
    """The keeper of the record by its own history; the reader's authority where it has none yet."""
    keeper = Entry.objects.filter(about=reference).values_list("keeper_id", flat=True).first()
    if keeper is None:
        return _own_authority(access)
    return keeper


def _own_authority(access: Who) -> int:
    if access.authority is None:
        raise NoKeeper(f"{access.organisation_name or 'This organisation'} has no authority.")
    return access.authority


def prune(*, now: datetime) -> int:
    """Forget submit tokens after 7 days; answers how many."""
    tokens, _ = SubmitToken.objects.filter(sent_at__lt=now - TOKENS_KEPT).delete()
    return tokens
