"""Line 1a and the first of line 7: *Today* of the lead of one school."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from homeward.organisations.models import Person
from homeward.placements.models import Placement
from tools.bench.databases import exchanged
from tools.bench.floors import today
from tools.bench.timing import Line, in_turn
from tools.bench.visiting import Visitor, shown

ADDRESS = "/today/"
LEAD = "c1.lead@oakpark.example"
"""The lead of the first copy of Oak Park, which stands in every database of a run."""


def against_sql(*, samples: int, **about: Any) -> Line:
    """Line 1a: the page of the lead against its rows by SQL through the same template."""
    visitor = Visitor(Person.objects.get(email=LEAD))
    page = shown(visitor, ADDRESS)
    taken = in_turn(lambda: visitor.get(ADDRESS), lambda: today.today(page), samples=samples)
    listed = page.values["today"]
    return taken.line(
        "1a",
        "Today, one school",
        goal=2.5,
        placements=Placement.objects.count(),
        more={"rows": len(listed.mine.items) + len(listed.waiting.items)},
        **about,
    )


def against_few(few: BaseDatabaseWrapper, *, samples: int, **about: Any) -> Line:
    """Line 7: the same page of the same school, among many placements and among few."""
    with exchanged(few):
        few_placements = Placement.objects.count()
        one_of_few = Visitor(Person.objects.get(email=LEAD))
    visitor = Visitor(Person.objects.get(email=LEAD))

    def among_few() -> None:
        with exchanged(few):
            one_of_few.get(ADDRESS)

    taken = in_turn(lambda: visitor.get(ADDRESS), among_few, samples=samples)
    return taken.line(
        "7",
        "Today, among many and few",
        goal=1.2,
        placements=Placement.objects.count(),
        more={"floor_placements": few_placements},
        **about,
    )
