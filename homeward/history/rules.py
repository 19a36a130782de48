"""The chain: each entry's digest covers its own words and the digest before it. Pure.

The chain runs over the *digest* of a payload, so a payload can be erased and the chain still holds.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

START = "0" * 64


@dataclass(frozen=True, slots=True)
class Sealed:
    """What the digest of an entry covers, beside the digest before it. Never change the order."""

    keeper: int
    number: int
    about: UUID
    kind: str
    person: int | None
    person_name: str
    organisation: int | None
    organisation_name: str
    on: date
    at: datetime
    payload_digest: str


@dataclass(frozen=True, slots=True)
class Payload:
    """The erasable words of an entry; the salt keeps an erased one from being guessed."""

    salt: str
    summary: str
    changes: str


@dataclass(frozen=True, slots=True)
class Link:
    """One stored entry as it was read back; `payload` is None once it was erased."""

    sealed: Sealed
    previous: str
    digest: str
    payload: Payload | None


@dataclass(frozen=True, slots=True)
class Head:
    """What a chain says of itself: how many entries it has and the digest of the last."""

    keeper: int
    count: int
    digest: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where a chain does not hold. `number` is the entry's; 0 for the chain itself."""

    keeper: int
    number: int
    problem: str


def _digest(values: list[object]) -> str:
    written = json.dumps(values, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("ascii")).hexdigest()


def payload_digest(payload: Payload) -> str:
    """SHA-256 of the words of an entry, in hexadecimal."""
    return _digest([payload.salt, payload.summary, payload.changes])


def entry_digest(sealed: Sealed, *, previous: str) -> str:
    """SHA-256 of an entry and of the digest before it, in hexadecimal."""
    return _digest(
        [
            previous,
            sealed.keeper,
            sealed.number,
            str(sealed.about),
            sealed.kind,
            sealed.person,
            sealed.person_name,
            sealed.organisation,
            sealed.organisation_name,
            sealed.on.isoformat(),
            sealed.at.astimezone(UTC).isoformat(timespec="microseconds"),
            sealed.payload_digest,
        ]
    )


def _faults_of_link(link: Link) -> Iterator[Fault]:
    sealed = link.sealed
    if link.digest != entry_digest(sealed, previous=link.previous):
        yield Fault(sealed.keeper, sealed.number, "the entry was altered")
    if link.payload is not None and payload_digest(link.payload) != sealed.payload_digest:
        yield Fault(sealed.keeper, sealed.number, "the words of the entry were altered")


def _gap(keeper: int, *, first: int, last: int) -> Fault:
    if first == last:
        return Fault(keeper, first, "the entry is missing")
    return Fault(keeper, first, f"entries {first} to {last} are missing")


def faults(links: Iterable[Link], *, head: Head) -> Iterator[Fault]:
    """Walk one chain from its start, in order of number, and name each place where it breaks."""
    number, digest = 0, START
    for link in links:
        if link.sealed.number != number + 1:
            yield _gap(head.keeper, first=number + 1, last=link.sealed.number - 1)
        elif link.previous != digest:
            yield Fault(
                head.keeper, link.sealed.number, "the entry does not follow the one before it"
            )
        yield from _faults_of_link(link)
        number, digest = link.sealed.number, link.digest
    if number < head.count:
        yield _gap(head.keeper, first=number + 1, last=head.count)
    elif number > head.count or digest != head.digest:
        yield Fault(head.keeper, 0, "the head of the chain is not its last entry")
