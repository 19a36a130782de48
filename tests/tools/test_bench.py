"""The benchmark is honest: copies obey the rules, and a floor leaves and shows what the page does."""

import re

import pytest
from django.apps import apps
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from homeward.connections.schools_file import read_schools
from homeward.due.models import Expectation
from homeward.family.codes import DEMO_PARENT
from homeward.organisations.models import Installation, Person
from homeward.placements.actions import settle_all
from homeward.placements.models import Contact, Party, Placement
from homeward.placements.queries import visible
from homeward.pupils.models import FamilyAdult, Pupil
from tests.cast import DAY, access_for
from tools.bench import databases
from tools.bench.cloning import Neighbourhood
from tools.bench.floors import contact as sql_of_contact
from tools.bench.floors import overview as sql_of_overview
from tools.bench.floors import today as sql_of_today
from tools.bench.floors.schools import load
from tools.bench.lines import contact, overview, queries, schools, today, weight
from tools.bench.machine import machine
from tools.bench.table import table
from tools.bench.timing import Line, in_turn
from tools.bench.visiting import Visitor, shown

KEYS = {
    *("id", "engine", "size", "p50_ms", "p95_ms", "floor_p50_ms", "ratio", "goal", "met"),
}


@pytest.fixture(autouse=True)
def one_connection():
    """A request would close the connection in whose transaction a test stands."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def copied(cast):
    """The cast and two copies of its neighbourhood."""
    Installation.objects.create(pk=1, is_demo=True, demo_today=DAY)
    settle_all(keeper=cast.hillingdon.pk, on=DAY)
    neighbourhood = Neighbourhood()
    neighbourhood.copy(2)
    return neighbourhood


def test_a_copy_holds_every_row_and_says_what_the_rules_say(cast, copied):
    databases.check()

    for original in copied.originals.values():
        rows = original.model._default_manager.count()
        left = rows - 3 * len(original.keys)
        assert left >= 0, f"{original.table} was not copied whole"
    assert Placement.objects.count() == 3 * len(copied.originals[Placement].keys)
    assert Pupil.objects.values("reference").distinct().count() == Pupil.objects.count()


def test_a_copied_lead_sees_the_copies_of_their_children_and_nobody_elses(cast, copied):
    lead = access_for(Person.objects.get(email=today.LEAD))

    ours, theirs = visible(lead), visible(cast.access("lead"))

    assert ours.count() == theirs.count() > 0
    assert not set(ours) & set(theirs)
    assert not Party.objects.filter(placement__in=ours, organisation=cast.oak_park).exists()


def test_differences_are_not_overlooked(cast, copied):
    Expectation.objects.order_by("-pk")[:1].get().delete()

    with pytest.raises(databases.NotEqual, match="differences"):
        databases.check()


def test_the_floor_of_today_shows_what_the_page_shows(cast, copied):
    visitor = Visitor(Person.objects.get(email=today.LEAD))

    page = shown(visitor, today.ADDRESS)

    by_page, by_sql = visitor.get(today.ADDRESS).body, sql_of_today.today(page)
    assert "Amira Haddad" in by_page
    assert without_tokens(by_sql) == without_tokens(by_page)


def test_the_floor_of_the_overview_shows_what_the_page_shows(cast, copied):
    visitor = Visitor(Person.objects.get(email=overview.OFFICER))

    page = shown(visitor, overview.ADDRESS)

    by_page, by_sql = visitor.get(overview.ADDRESS).body, sql_of_overview.overview(page)
    assert by_page.count("Amira Haddad") == by_sql.count("Amira Haddad") == 3
    assert without_tokens(by_sql) == without_tokens(by_page)


def test_the_floor_of_a_contact_leaves_the_rows_that_the_page_leaves(cast, copied):
    by_page, by_sql = contact.calls_to_make(copied, 2)
    visitors = {by_page.person: Visitor(Person.objects.get(pk=by_page.person))}

    rows_of_page = new_rows(lambda: contact.log(visitors, by_page))
    rows_of_sql = new_rows(lambda: sql_of_contact.record(by_sql))

    assert rows_of_page == rows_of_sql
    assert rows_of_page["placements.Contact"] == 1
    databases.check()
    for call in (by_page, by_sql):
        said = Contact.objects.filter(placement=call.placement).latest("pk")
        line = Expectation.objects.get(pk=call.line.pk)
        assert (said.child_words, said.seems) == (contact.WORDS, "4")
        assert (line.met_on, line.met_by) == (DAY, str(said.reference))


def test_the_floor_of_the_schools_register_loads_every_row(db):
    assert load(schools.FILE) == read_schools(schools.FILE).read == 26_509


def test_a_school_of_several_has_the_children_of_all(cast, copied, monkeypatch):
    monkeypatch.setattr(queries, "JOINED", (1, 2))
    lead = access_for(Person.objects.get(email=today.LEAD))
    before = visible(lead).count()

    queries.join_schools(copied)

    assert visible(lead).count() == 2 * before
    databases.check()


def test_a_line_is_written_as_the_interface_says():
    taken = in_turn(lambda: sum(range(3000)), lambda: sum(range(1000)), samples=9)

    line = taken.line("1a", "Sums", goal=1000, engine="sqlite", size="tiny", more={"rows": 5})

    written = line.written()
    assert written.keys() >= KEYS
    assert written["samples"] == 9
    assert written["rows"] == 5
    assert written["met"]
    assert written["p50_ms"] <= written["p95_ms"] <= written["p99_ms"]
    assert "Sums" in table([written])


def test_a_line_without_a_floor_is_shown_by_what_it_counts():
    minutes = Line("5", "Settle", "sqlite", "tiny", goal=10, met=True, more={"minutes": 2.5})
    counts = Line("1d", "Ask", "sqlite", "tiny", 6, met=False, more={"queries": {"/": [5, 7]}})

    letter = Line("6", "A letter", "sqlite", "tiny", goal=20, met=True, p50_ms=12.34)

    said = table([minutes.written(), counts.written(), letter.written()]).splitlines()

    assert re.search(r"2\.5 min +10 +met$", said[1])
    assert re.search(r"7 +6 +missed$", said[2])
    assert re.search(r"12\.3 ms +20 +met$", said[3])


def test_the_machine_is_described_without_its_name():
    assert machine().keys() == {"system", "processor", "cores", "memory_gb", "python", "django"}


def without_tokens(html):
    """A page without what is drawn anew each time."""
    return re.sub(r'name="(csrfmiddlewaretoken|submit_token)" value="[^"]*"', r"\1", html)


def new_rows(work):
    """How many rows of each table some work adds."""
    before = counted()
    work()
    return {name: rows - before[name] for name, rows in counted().items() if rows != before[name]}


def counted():
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


def test_bytes_are_those_of_the_page_and_of_every_file_it_names(cast):
    Installation.objects.create(pk=1, is_demo=True, demo_today=DAY)
    FamilyAdult.objects.filter(pk=cast.mother.pk).update(email=DEMO_PARENT)

    first, later = (line.more["bytes"] for line in weight.weighed(engine="sqlite", size="school"))

    assert set(first) == set(later) == {"Today", "Mother of Amira", "My plan"}
    assert all(0 < later[name] < first[name] for name in first)
    assert max(later.values()) <= weight.NEXT
    assert max(first.values()) <= weight.FIRST
