"""Reading the history of a record, who read it, and whether the chains hold.

Who may see a record is decided where the record lives: callers come here with a record they were given.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.history import rules, triggers
from homeward.history.models import Chain, Entry, EntryPayload, Reading
from homeward.history.who import Who

ERASED = "The words of this entry were erased."


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """One line of a record's history."""

    number: int
    kind: str
    on: date
    at: datetime
    person_name: str
    organisation_name: str
    summary: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ShownReading:
    """That somebody opened a page of a record."""

    kind: str
    at: datetime
    person_name: str
    organisation_name: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What `verify_history` found: how many entries there are, the heads, and every fault."""

    entries: int
    heads: dict[int, str]
    faults: list[rules.Fault]
    unguarded: list[str]


def entries(
    access: Who, about: UUID, *, before_number: int | None = None, limit: int = 100
) -> list[ShownEntry]:
    """What was done to a record, the newest first; further ones with `before_number`."""
    if not _is_somebody(access):
        return []
    found = Entry.objects.filter(about=about).select_related("payload").order_by("-id")
    if before_number is not None:
        found = found.filter(number__lt=before_number)
    return [_shown(entry) for entry in found[:limit]]


def _is_somebody(access: Who) -> bool:
    return access.person is not None or access.organisation is not None


def _shown(entry: Entry) -> ShownEntry:
    payload: EntryPayload | None = getattr(entry, "payload", None)
    return ShownEntry(
        number=entry.number,
        kind=entry.kind,
        on=entry.on,
        at=entry.at,
        person_name=entry.person_name,
        organisation_name=entry.organisation_name,
        summary=payload.summary if payload else ERASED,
        before=payload.before if payload else {},
        after=payload.after if payload else {},
    )


def readings(
    access: Who, about: UUID, *, before: datetime | None = None, limit: int = 100
) -> list[ShownReading]:
    """Who opened the pages of a record, the latest first; earlier ones with `before`."""
    if not _is_somebody(access):
        return []
    found = Reading.objects.filter(about=about).order_by("-at", "-id")
    if before is not None:
        found = found.filter(at__lt=before)
    return [
        ShownReading(*row)
        for row in found.values_list("kind", "at", "person_name", "organisation_name")[:limit]
    ]


def verified(access: Who, *, keeper: int | None = None) -> Verified:
    """Walk every chain, or one, from its start; memory stays flat however long it is."""
    heads = {
        chain.keeper_id: rules.Head(chain.keeper_id, chain.count, chain.head)
        for chain in Chain.objects.all()
        if keeper in (None, chain.keeper_id)
    }
    walked = _Walk(heads)
    faults = list(walked.faults(keeper))
    return Verified(
        entries=walked.entries,
        heads={key: head.digest for key, head in sorted(heads.items())},
        faults=faults,
        unguarded=triggers.missing(connection),
    )


class _Walk:
    """One pass over all entries, chain by chain, counting as it goes."""

    def __init__(self, heads: dict[int, rules.Head]) -> None:
        self.heads = heads
        self.entries = 0

    def faults(self, keeper: int | None) -> Iterator[rules.Fault]:
        seen = set()
        for owner, links in groupby(self._links(keeper), key=lambda link: link.sealed.keeper):
            seen.add(owner)
            head = self.heads.get(owner, rules.Head(owner, 0, rules.START))
            yield from rules.faults(links, head=head)
        for owner in sorted(set(self.heads) - seen):
            yield from rules.faults((), head=self.heads[owner])

    def _links(self, keeper: int | None) -> Iterator[rules.Link]:
        stored = Entry.objects.order_by("keeper_id", "number")
        if keeper is not None:
            stored = stored.filter(keeper_id=keeper)
        for row in stored.values_list(*_SEALED, *_CHAINED).iterator(chunk_size=5000):
            self.entries += 1
            yield _link(row)


_SEALED = (
    "keeper_id",
    "number",
    "about",
    "kind",
    "person",
    "person_name",
    "organisation",
    "organisation_name",
    "on",
    "at",
    "payload_digest",
)
_CHAINED = ("previous", "digest", "payload__salt", "payload__summary", "payload__changes")


def _link(row: tuple[Any, ...]) -> rules.Link:
    sealed, (previous, digest, salt, summary, changes) = row[:11], row[11:]
    payload = None if salt is None else rules.Payload(salt, summary, changes)
    return rules.Link(rules.Sealed(*sealed), previous, digest, payload)
