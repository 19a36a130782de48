"""Line 2 and the second of line 7: a weekly contact, logged by the page."""

from collections.abc import Iterator
from itertools import cycle
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from homeward.calendars.rules import monday_of
from homeward.due.models import OPEN, Expectation
from homeward.organisations.models import Person
from homeward.placements.models import Placement
from homeward.placements.rules.contact import WEEKLY_CONTACT
from tools.bench.cloning import Neighbourhood
from tools.bench.databases import DAY, exchanged
from tools.bench.floors.contact import Call, record
from tools.bench.timing import WARM, Line, in_turn
from tools.bench.visiting import Visitor

WORDS = "I like the workshop, and I want to see the dog again."
PROMISE = "Send the photograph of the trip"


def against_sql(neighbourhood: Neighbourhood, *, samples: int, **about: Any) -> Line:
    """Line 2: each contact, by page or by SQL, meets a week of a placement of its own."""
    calls = calls_to_make(neighbourhood, 2 * (samples + WARM))
    visitors = _visitors(calls)
    by_page, by_sql = iter(calls[::2]), iter(calls[1::2])
    taken = in_turn(
        lambda: log(visitors, next(by_page)),
        lambda: record(next(by_sql)),
        samples=min(samples, len(calls) // 2 - WARM),
    )
    return taken.line("2", "Log a contact", goal=3, placements=Placement.objects.count(), **about)


def against_few(
    neighbourhood: Neighbourhood, few: BaseDatabaseWrapper, *, samples: int, **about: Any
) -> Line:
    """Line 7: the same contacts of the same children, among many placements and among few."""
    with exchanged(few):
        calls = calls_to_make(neighbourhood, samples + WARM)
        few_placements = Placement.objects.count()
        few_visitors = _visitors(calls)
    visitors = _visitors(calls)
    waiting, waiting_among_few = cycle(calls), cycle(calls)

    def among_few() -> None:
        with exchanged(few):
            log(few_visitors, next(waiting_among_few))

    taken = in_turn(lambda: log(visitors, next(waiting)), among_few, samples=samples)
    return taken.line(
        "7",
        "Log a contact, among many and few",
        goal=1.2,
        placements=Placement.objects.count(),
        more={"floor_placements": few_placements},
        **about,
    )


def calls_to_make(neighbourhood: Neighbourhood, most: int) -> list[Call]:
    """Contacts that are due this week and open, of copied placements, by whoever is named for them."""
    lines = (
        Expectation.objects.filter(
            OPEN,
            kind=WEEKLY_CONTACT,
            period=monday_of(DAY).isoformat(),
            opens_on__lte=DAY,
            person__isnull=False,
        )
        .filter(pk__gt=neighbourhood.originals[Expectation].keys[-1])
        .select_related("owner", "person")
        .order_by("pk")[:most]
    )
    placements = Placement.objects.in_bulk([line.about for line in lines], field_name="reference")
    return [
        Call(
            placement=placements[line.about],
            line=line,
            person=line.person_id,
            person_name=line.person.name,
            organisation=line.owner_id,
            organisation_name=line.owner.name,
            words=WORDS,
            promise=PROMISE,
            on=DAY,
        )
        for line in lines
    ]


def log(visitors: dict[int, Visitor], call: Call) -> None:
    """Send the form of a contact as the person who is named for it."""
    visitor = visitors[call.person]
    visitor.post(
        f"/placements/{call.placement.reference}/contacts/new/?from=today",
        {
            "spoke_with": "child",
            "seems": "4",
            "child_words": call.words,
            "promise": call.promise,
            "made_on_day": call.on.day,
            "made_on_month": call.on.month,
            "made_on_year": call.on.year,
            "method": "phone",
            "made_by": visitor.person.reference,
        },
    )


def _visitors(calls: list[Call]) -> dict[int, Visitor]:
    return {each.pk: Visitor(each) for each in _people(calls)}


def _people(calls: list[Call]) -> Iterator[Person]:
    return Person.objects.filter(pk__in={call.person for call in calls}).iterator()
