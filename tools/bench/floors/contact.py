"""A weekly contact without the house: the same durable rows by hand-written SQL, in one transaction."""

import json
import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from django.db import connection, transaction

from homeward.due.models import Expectation
from homeward.history.rules import Payload, Sealed, entry_digest, payload_digest
from homeward.placements.models import Placement
from homeward.placements.rules.contact import LONG_AGO_DAYS
from homeward.placements.rules.known import day_in_words
from homeward.web.days import short_day
from homeward.web.uuid7 import uuid7

_SENT = """
INSERT INTO history_submittoken (token, person, location, sent_at) VALUES (%s, %s, %s, %s)
"""
_CONTACT = """
INSERT INTO placements_contact (reference, keeper_id, placement_id, made_on, made_by_id,
  made_by_name, method, spoke_with, seems, child_words, note, news_shared, last_promise_kept,
  promise, has_worry, is_outside_running, corrected_because, is_withdrawn, recorded_on, recorded_at,
  recorded_by_id)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, '', '', '', %s, %s, %s, '', %s, %s, %s, %s)
"""
_MET = """
UPDATE due_expectation SET met_on = %s, met_by = %s
WHERE keeper_id = %s AND about = %s AND kind = %s AND period = %s
"""
_PASSED = """
UPDATE due_expectation SET lapsed_on = %s
WHERE keeper_id = %s AND about = %s AND kind = %s AND period < %s
  AND met_on IS NULL AND waived_on IS NULL AND lapsed_on IS NULL
"""
_COMING = """
UPDATE due_expectation SET subject = CASE WHEN opens_on <= %s THEN '' ELSE %s END
WHERE keeper_id = %s AND about = %s AND kind = %s AND period > %s AND due_on IS NOT NULL
"""
_HEAD = "SELECT count, head FROM history_chain WHERE keeper_id = %s{lock}"
_ENTRY = """
INSERT INTO history_entry (keeper_id, number, about, kind, person, person_name, organisation,
  organisation_name, "on", at, payload_digest, previous, digest)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id
"""
_PAYLOAD = """
INSERT INTO history_entrypayload (entry_id, keeper_id, salt, summary, changes)
VALUES (%s, %s, %s, %s, %s)
"""
_MOVED = "UPDATE history_chain SET count = %s, head = %s WHERE keeper_id = %s"


@dataclass(frozen=True)
class Call:
    """A contact to write down: whose, by whom, and the line that it meets."""

    placement: Placement
    line: Expectation
    person: int
    person_name: str
    organisation: int
    organisation_name: str
    words: str
    promise: str
    on: date


def record(call: Call) -> None:
    """Write the rows of one contact: the form that was sent, the contact, the weeks that it meets, ends
    and stands before, the history.
    """
    now, reference, keeper = datetime.now(UTC), uuid7(), call.placement.keeper_id
    at, on, about = _moment(now), call.on.isoformat(), _key(call.placement.reference)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            _SENT,
            [f"{uuid4().hex}{uuid4().hex}", call.person, f"/placements/{about}/", at],
        )
        cursor.execute(
            _CONTACT,
            [
                *(_key(reference), keeper, call.placement.pk, on, call.person, call.person_name),
                *("phone", "child", "4", call.words, call.promise),
                *(False, False, False, on, at, call.person),
            ],
        )
        cursor.execute(_MET, [on, str(reference), keeper, about, call.line.kind, call.line.period])
        cursor.execute(_PASSED, [on, keeper, about, call.line.kind, call.line.period])
        recent = (call.on + timedelta(days=LONG_AGO_DAYS)).isoformat()
        since = f", last spoken with on {day_in_words(call.on)}"
        cursor.execute(_COMING, [recent, since, keeper, about, call.line.kind, call.line.period])
        _write_history(cursor, call, reference, now)


def _write_history(cursor, call: Call, reference: UUID, now: datetime) -> None:
    keeper = call.placement.keeper_id
    lock = " FOR UPDATE" if connection.vendor == "postgresql" else ""
    cursor.execute(_HEAD.format(lock=lock), [keeper])
    count, previous = cursor.fetchone()
    payload = Payload(
        salt=secrets.token_hex(16),
        summary=f"Spoke with the child on {short_day(call.on)}",
        changes=_changes(call, reference),
    )
    sealed = Sealed(
        keeper=keeper,
        number=count + 1,
        about=call.placement.reference,
        kind="placement.contact.recorded",
        person=call.person,
        person_name=call.person_name,
        organisation=call.organisation,
        organisation_name=call.organisation_name,
        on=call.on,
        at=now,
        payload_digest=payload_digest(payload),
    )
    digest = entry_digest(sealed, previous=previous)
    cursor.execute(
        _ENTRY,
        [
            *(keeper, sealed.number, _key(sealed.about), sealed.kind, sealed.person),
            *(sealed.person_name, sealed.organisation, sealed.organisation_name),
            *(call.on.isoformat(), _moment(now), sealed.payload_digest, previous, digest),
        ],
    )
    entry = cursor.fetchone()[0]
    cursor.execute(_PAYLOAD, [entry, keeper, payload.salt, payload.summary, payload.changes])
    cursor.execute(_MOVED, [sealed.number, digest, keeper])


def _changes(call: Call, reference: UUID) -> str:
    after = {
        "made_by": call.person,
        "made_on": call.on.isoformat(),
        "method": "phone",
        "reference": str(reference),
        "spoke_with": "child",
    }
    return json.dumps({"after": after, "before": None}, sort_keys=True, separators=(",", ":"))


def _key(reference: UUID) -> object:
    """A reference the way the engine keeps it."""
    return reference if connection.vendor == "postgresql" else reference.hex


def _moment(now: datetime) -> object:
    return connection.ops.adapt_datetimefield_value(now)
