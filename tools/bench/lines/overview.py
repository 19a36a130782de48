"""Line 1b: the overview of an area, 25 rows of all its live placements."""

from typing import Any

from homeward.organisations.models import Person
from homeward.placements.models import Placement
from homeward.placements.queries import part_of
from tools.bench.databases import DAY
from tools.bench.floors import overview
from tools.bench.timing import Line, in_turn
from tools.bench.visiting import Visitor, shown

ADDRESS = "/oversight/"
OFFICER = "exclusions@authority.example"


def against_sql(*, samples: int, **about: Any) -> Line:
    """Line 1b: the page of an officer against its rows by SQL through the same template."""
    visitor = Visitor(Person.objects.get(email=OFFICER))
    page = shown(visitor, ADDRESS)
    taken = in_turn(lambda: visitor.get(ADDRESS), lambda: overview.overview(page), samples=samples)
    return taken.line(
        "1b",
        "Overview of an area",
        goal=2.5,
        placements=Placement.objects.count(),
        more={
            "live": Placement.objects.filter(part_of("live", DAY)).count(),
            "rows": len(page.values["rows"].items),
            "schools": len(page.values["shown"].schools),
        },
        **about,
    )
