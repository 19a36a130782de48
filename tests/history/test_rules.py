from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from homeward.history.rules import (
    START,
    Head,
    Link,
    Payload,
    Sealed,
    entry_digest,
    faults,
    payload_digest,
)

ABOUT = UUID("01930000-0000-7000-8000-000000000001")


def chain(length):
    links, previous = [], START
    for number in range(1, length + 1):
        payload = Payload("salt", f"Contact {number} was recorded", "")
        sealed = Sealed(
            keeper=1,
            number=number,
            about=ABOUT,
            kind="placement.contact.recorded",
            person=7,
            person_name="Mara Lind",
            organisation=11,
            organisation_name="Oak Park School (example)",
            on=date(2026, 11, 24),
            at=datetime(2026, 11, 24, 9, 5, tzinfo=UTC),
            payload_digest=payload_digest(payload),
        )
        links.append(Link(sealed, previous, entry_digest(sealed, previous=previous), payload))
        previous = links[-1].digest
    return links, Head(1, length, previous)


def found(links, head):
    return [(fault.number, fault.problem) for fault in faults(links, head=head)]


def test_a_chain_as_it_was_written_holds():
    assert found(*chain(5)) == []
    assert found([], Head(1, 0, START)) == []


def test_an_altered_entry_is_found_and_nothing_else_is_blamed():
    links, head = chain(5)
    links[2] = replace(links[2], sealed=replace(links[2].sealed, person_name="Somebody else"))

    assert found(links, head) == [(3, "the entry was altered")]


def test_an_altered_entry_with_a_new_digest_no_longer_leads_on():
    links, head = chain(5)
    altered = replace(links[2].sealed, kind="placement.agreed")
    links[2] = replace(
        links[2], sealed=altered, digest=entry_digest(altered, previous=links[2].previous)
    )

    assert found(links, head) == [(4, "the entry does not follow the one before it")]


def test_altered_words_are_found():
    links, head = chain(3)
    links[1] = replace(links[1], payload=replace(links[1].payload, summary="Nothing was recorded"))

    assert found(links, head) == [(2, "the words of the entry were altered")]


def test_erased_words_leave_the_chain_whole():
    links, head = chain(3)
    links[1] = replace(links[1], payload=None)

    assert found(links, head) == []


def test_entries_missing_in_the_middle_are_named():
    links, head = chain(6)

    assert found(links[:1] + links[2:], head) == [(2, "the entry is missing")]
    assert found(links[:1] + links[4:], head) == [(2, "entries 2 to 4 are missing")]


def test_entries_missing_at_the_end_are_named_from_the_head():
    links, head = chain(4)

    assert found(links[:3], head) == [(4, "the entry is missing")]
    assert found([], head) == [(1, "entries 1 to 4 are missing")]


def test_a_head_that_is_not_the_last_entry_is_found():
    links, head = chain(4)
    problem = "the head of the chain is not its last entry"

    assert found(links, replace(head, digest="f" * 64)) == [(0, problem)]
    assert found(links, replace(head, count=3, digest=links[2].digest)) == [(0, problem)]


def test_a_moment_in_another_zone_is_the_same_moment():
    links, _ = chain(1)
    sealed = links[0].sealed
    london = sealed.at.astimezone(tz=None)

    assert entry_digest(replace(sealed, at=london), previous=START) == links[0].digest
