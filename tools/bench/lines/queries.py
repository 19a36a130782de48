"""Line 1d: how many queries a page asks, sign-in and access apart, for a few rows and for many."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import connection

from homeward.history.triggers import taken_down
from homeward.organisations.models import Organisation, Person
from homeward.organisations.queries import access_of
from homeward.placements import actions
from homeward.placements.actions import ContactSaid
from homeward.placements.models import Placement
from homeward.placements.queries import part_of
from tests.asked import asked
from tools.bench.cloning import Neighbourhood
from tools.bench.databases import DAY
from tools.bench.timing import Line
from tools.bench.visiting import Visitor

FEW, MANY = 5, 50
LIST_GOAL, RECORD_GOAL = 6, 15
SMALL_LEAD, LARGE_LEAD = "c2.lead@oakpark.example", "c3.lead@oakpark.example"
JOINED = range(3, 9)
"""The copies of Oak Park whose children are counted as those of one school."""

LISTS = ("/today/", "/placements/", "/pupils/")
RECORDS = (
    "/placements/{placement}/",
    "/placements/{placement}/contacts/",
    "/placements/{placement}/plan/",
    "/placements/{placement}/history/",
    "/pupils/{pupil}/",
)


def counted(neighbourhood: Neighbourhood, **about: Any) -> list[Line]:
    """Count the lists of a small school and of a large one, and the pages of a placement that has
    little behind it and of one with fifty contacts more."""
    join_schools(neighbourhood)
    small, large = (Visitor(Person.objects.get(email=email)) for email in (SMALL_LEAD, LARGE_LEAD))
    lists = {page: [_count(one, page) for one in (small, large)] for page in LISTS}
    short, long = (_placement_of(each.person) for each in (small, large))
    _speak_often(long, large.person)
    records = {
        page: [_count(small, _at(page, short)), _count(large, _at(page, long))] for page in RECORDS
    }
    more = {"placements": Placement.objects.count(), **about}
    return [
        _line("Queries of a list", LIST_GOAL, lists, **more),
        _line("Queries of a record", RECORD_GOAL, records, **more),
    ]


def join_schools(neighbourhood: Neighbourhood) -> None:
    """Let the children of some copies of one school be one school's: a school with many away.

    The guards are down meanwhile: what is never changed in service is changed here.
    """
    first, *others = (_oak_park(number) for number in JOINED)
    keys = [each.pk for each in others]
    with taken_down(connection), connection.cursor() as cursor:
        for table, column in _columns_of_schools(neighbourhood):
            cursor.execute(
                f"UPDATE {table} SET {column} = %s"
                f" WHERE {column} IN ({', '.join(['%s'] * len(keys))})",
                [first.pk, *keys],
            )
        cursor.execute("ANALYZE")


def _columns_of_schools(neighbourhood: Neighbourhood) -> Iterable[tuple[str, str]]:
    """Where a child's rows name a school."""
    for model in neighbourhood.originals:
        names = {field.name for field in model._meta.concrete_fields}
        for field in model._meta.concrete_fields:
            is_school = field.related_model is Organisation and field.name != "keeper"
            if is_school and "keeper" in names:
                yield model._meta.db_table, connection.ops.quote_name(field.column)


def _oak_park(number: int) -> Organisation:
    lead = Person.objects.get(email=f"c{number}.lead@oakpark.example")
    return Organisation.objects.get(memberships__person=lead)


def _placement_of(lead: Person) -> Placement:
    """The longest-running live placement of a lead's school."""
    school = access_of(lead, None, DAY).organisation
    live = Placement.objects.filter(part_of("live", DAY), home_school=school)
    return live.filter(agreed_on__isnull=False).order_by("starts_on", "pk")[0]


def _speak_often(placement: Placement, lead: Person) -> None:
    """Log many contacts by the action that the page calls."""
    access = access_of(lead, None, DAY)
    for number in range(MANY):
        said = ContactSaid(
            made_on=DAY - timedelta(days=number % 20),
            made_by=lead.pk,
            made_by_name=lead.name,
            method="phone",
            spoke_with="child",
        )
        actions.record_contact(placement, said=said, by=access, on=DAY)


def _at(page: str, placement: Placement) -> str:
    return page.format(placement=placement.reference, pupil=placement.pupil.reference)


def _count(visitor: Visitor, address: str) -> int:
    visitor.get(address)  # the first reading of a record is written down, the second is not
    return len(asked(lambda: visitor.get(address)))


def _line(what: str, goal: int, pages: dict[str, list[int]], **about: Any) -> Line:
    is_same = all(few == many for few, many in pages.values())
    most = max(most for counts in pages.values() for most in counts)
    return Line(
        id="1d",
        what=what,
        goal=goal,
        met=is_same and most <= goal,
        samples=len(pages),
        more={"queries": pages},
        **about,
    )
