from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.db import IntegrityError, transaction

from homeward.history.actions import (
    Happened,
    NoKeeper,
    erase,
    note_reading,
    prune,
    record,
    record_many,
)
from homeward.history.models import Chain, Entry, EntryPayload, Reading, SubmitToken
from homeward.history.queries import ERASED, entries, readings, verified
from homeward.history.submissions import Tokens
from homeward.history.who import HOMEWARD, Somebody
from homeward.web.uuid7 import uuid7
from tests.apart import at_once

TODAY = date(2026, 11, 24)
AMIRA = uuid7()


def write(keeper, mara, summary="Contact was recorded", about=AMIRA, **more):
    return record(
        keeper=keeper.pk,
        about=about,
        kind="placement.contact.recorded",
        summary=summary,
        by=mara,
        on=TODAY,
        **more,
    )


def test_each_entry_follows_the_one_before_it(hillingdon, mara):
    first = write(hillingdon, mara)
    second = write(hillingdon, mara)

    assert (first.number, second.number) == (1, 2)
    assert second.previous == first.digest
    chain = Chain.objects.get(keeper=hillingdon)
    assert (chain.count, chain.head) == (2, second.digest)


def test_each_authority_has_a_chain_of_its_own(hillingdon, brent, mara):
    happened = [
        Happened(keeper=keeper.pk, about=AMIRA, kind="pupil.moved", summary="Amira moved")
        for keeper in (brent, hillingdon, brent)
    ]

    written = record_many(happened, by=mara, on=TODAY)

    assert [(entry.keeper_id, entry.number) for entry in written] == sorted(
        [(hillingdon.pk, 1), (brent.pk, 1), (brent.pk, 2)]
    )
    assert not verified(HOMEWARD).faults


def test_the_history_of_a_record_reads_newest_first(hillingdon, mara):
    write(hillingdon, mara, "The end date was set", before={"end": None}, after={"end": TODAY})
    write(hillingdon, mara, "The hours changed", after={"hours": Decimal("4.5"), "name": "Zoë\0"})
    write(hillingdon, mara, about=uuid7())

    later, earlier = entries(mara, AMIRA)

    assert (later.summary, later.after) == (
        "The hours changed",
        {"hours": "4.5", "name": "Zoë\0"},
    )
    assert earlier.before == {"end": None}
    assert earlier.after == {"end": "2026-11-24"}
    assert (earlier.person_name, earlier.organisation_name) == (
        "Mara Lind",
        "Oak Park School (example)",
    )
    assert entries(mara, AMIRA, before_number=later.number) == [earlier]


def test_nobody_reads_no_history(hillingdon, mara):
    write(hillingdon, mara)
    note_reading(mara, "placement", AMIRA)

    assert entries(Somebody(), AMIRA) == []
    assert readings(Somebody(), AMIRA) == []


def test_recording_takes_four_statements(hillingdon, mara, django_assert_num_queries):
    write(hillingdon, mara)

    with transaction.atomic(), django_assert_num_queries(4):
        write(hillingdon, mara)


def test_erased_words_leave_the_entry_and_the_chain(hillingdon, mara):
    write(hillingdon, mara)
    kept = uuid7()
    write(hillingdon, mara, "Kept", about=kept)

    assert erase([AMIRA], by=mara, on=TODAY, because="25 years have passed") == 1

    newest, oldest = entries(mara, AMIRA)
    assert oldest.summary == ERASED
    assert newest.summary.endswith("25 years have passed")
    assert entries(mara, kept)[0].summary == "Kept"
    assert not verified(HOMEWARD).faults


def test_nothing_stays_when_the_action_fails(hillingdon, mara):
    @transaction.atomic
    def act():
        write(hillingdon, mara)
        raise LookupError

    with pytest.raises(LookupError):
        act()

    assert not Entry.objects.exists()
    assert not verified(HOMEWARD).faults


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: Entry.objects.update(person_name="Somebody else"),
        lambda: Entry.objects.all().delete(),
        lambda: EntryPayload.objects.update(summary="Nothing happened"),
        lambda: Reading.objects.update(person_name="Somebody else"),
        lambda: Chain.objects.update(keeper_id=Chain.objects.get().keeper_id + 1),
    ],
    ids=["entry changed", "entry removed", "words changed", "reading changed", "keeper changed"],
)
def test_the_database_itself_refuses_to_change_history(hillingdon, brent, mara, attempt):
    write(hillingdon, mara)
    note_reading(mara, "placement", AMIRA)

    with pytest.raises(IntegrityError), transaction.atomic():
        attempt()

    assert not verified(HOMEWARD).faults


def test_words_have_the_keeper_of_their_entry(hillingdon, brent, mara):
    entry = write(hillingdon, mara)
    EntryPayload.objects.all().delete()

    with pytest.raises(IntegrityError), transaction.atomic():
        EntryPayload.objects.create(entry=entry, keeper=brent, salt="", summary="")


def test_a_reading_is_noted_once_in_a_quarter_of_an_hour(hillingdon, mara):
    other = Somebody(person=8, person_name="Ben Ode", authority=hillingdon.pk)
    with time_machine.travel(datetime(2026, 11, 24, 9, 0, tzinfo=UTC), tick=False) as clock:
        note_reading(mara, "placement", AMIRA)
        clock.shift(timedelta(minutes=14))
        note_reading(mara, "placement", AMIRA)
        note_reading(other, "placement", AMIRA)
        note_reading(mara, "placement", uuid7())
        clock.shift(timedelta(minutes=2))
        note_reading(mara, "placement", AMIRA)

    assert [one.person_name for one in readings(mara, AMIRA)] == [
        "Mara Lind",
        "Ben Ode",
        "Mara Lind",
    ]


def test_a_reading_is_kept_by_the_keeper_of_the_record(hillingdon, brent, mara):
    write(brent, mara)

    note_reading(mara, "placement", AMIRA)
    note_reading(mara, "pupil", uuid7())

    keepers = Reading.objects.order_by("id").values_list("keeper_id", flat=True)
    assert list(keepers) == [brent.pk, hillingdon.pk]


def test_a_reading_without_a_keeper_is_refused_aloud(db):
    with pytest.raises(NoKeeper):
        note_reading(Somebody(person=7, person_name="Mara Lind"), "placement", AMIRA)


def test_old_tokens_are_forgotten(hillingdon, mara):
    now = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
    with time_machine.travel(now - timedelta(days=61), tick=False):
        Tokens().claim("old", mara)
    with time_machine.travel(now - timedelta(days=2), tick=False):
        Tokens().claim("new", mara)

    assert prune(now=now) == 1

    assert SubmitToken.objects.get().token == "new"
    assert prune(now=now) == 0


@pytest.mark.django_db(transaction=True)
def test_entries_written_at_the_same_moment_stand_one_after_the_other(tmp_path, hillingdon, mara):
    def work():
        return sorted(write(hillingdon, mara).number for _ in range(5))

    answers = at_once(tmp_path, work, work, work)

    assert sorted(number for numbers in answers for number in numbers) == list(range(1, 16))
