"""What the tables hold to: whose each row is, what is unique, and how fields are named."""

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader
from django.db.models import Q

from homeward.history.triggers import PREFIX
from tests.house.ground import rooms

ABOUT_CHILDREN = (
    "pupils",
    "placements",
    "support",
    "family",
    "letters",
    "links",
    "due",
    "history",
)
WITHOUT_KEEPER = {
    # Tokens of forms that were sent: they name nobody but the person who sent.
    "history.SubmitToken",
    # Tries that fitted no link: whose they were meant to be is not known.
    "links.Guess",
}
ONE_TO_ONE = {
    # The table of chains has one row for each keeper: the keeper is its key.
    "history.Chain.keeper",
    # The payload of an entry can be erased without the entry: it is a half of it.
    "history.EntryPayload.entry",
}
OTHER_NAMES = {
    "organisations.Person.last_login",  # Django's own
    "organisations.Installation.demo_today",  # the day that a demonstration shows
}
BOOLEANS = ("is_", "has_", "was_", "may_", "needs_", "lives_", "wants_", "can_", "sees_")


def of_rooms(*names):
    return [model for model in apps.get_models() if model._meta.app_label in names]


def without_keeper(found):
    return [
        model._meta.label
        for model in found
        if model._meta.label not in WITHOUT_KEEPER and not _is_kept(model)
    ]


def _is_kept(model):
    keeper = next((one for one in model._meta.fields if one.name == "keeper"), None)
    return (
        isinstance(keeper, models.ForeignKey)
        and not keeper.null
        and keeper.remote_field.on_delete is models.PROTECT
    )


def unique_beyond_keeper(found):
    """Unique constraints that would hold across authorities."""
    said = []
    for model in found:
        if model._meta.label in WITHOUT_KEEPER:
            continue
        said += [
            f"{model._meta.label}.{field.name}"
            for field in model._meta.fields
            if field.unique
            and not field.primary_key
            and field.name != "reference"
            and f"{model._meta.label}.{field.name}" not in ONE_TO_ONE
        ]
        said += [
            f"{model._meta.label}: {one.name}"
            for one in model._meta.constraints
            if isinstance(one, models.UniqueConstraint) and "keeper" not in one.fields
        ]
        said += [f"{model._meta.label}: unique_together"] * bool(model._meta.unique_together)
    return said


def badly_named(found):
    said = []
    for model in found:
        for field in model._meta.fields:
            is_well = True
            if isinstance(field, models.DateTimeField):
                is_well = field.name == "at" or field.name.endswith("_at")
            elif isinstance(field, models.DateField):
                is_well = field.name == "on" or field.name.endswith("_on")
            elif isinstance(field, models.BooleanField):
                is_well = field.name.startswith(BOOLEANS)
            label = f"{model._meta.label}.{field.name}"
            if not is_well and label not in OTHER_NAMES:
                said.append(label)
    return said


def guarded_tables():
    """Tables with a trigger that keeps their keeper as it is."""
    asked = (
        "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT relname, tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return {table for table, name in cursor.fetchall() if name.startswith(PREFIX)}


def forks(graph):
    """Migrations of one room that stand on several of it, or carry several."""
    said = []
    for key, node in graph.node_map.items():
        for near in (node.parents, node.children):
            same = [one.key for one in near if one.key[0] == key[0]]
            if len(same) > 1:
                said.append(f"{key[0]}.{key[1]} beside {[name for _, name in same]}")
    return said


def test_every_table_about_children_says_who_keeps_it():
    assert without_keeper(of_rooms(*ABOUT_CHILDREN)) == []


def test_nothing_is_unique_across_authorities():
    assert unique_beyond_keeper(of_rooms(*ABOUT_CHILDREN)) == []


def test_the_database_itself_guards_every_keeper(db):
    kept = {model._meta.db_table for model in of_rooms(*ABOUT_CHILDREN) if _is_kept(model)}
    own = {"history_draft"}  # a person's own text on its way, thrown away when it is sent

    assert kept - own - guarded_tables() == set()


def test_fields_say_whether_they_are_days_moments_or_answers():
    assert badly_named(of_rooms(*rooms())) == []


def test_no_table_has_an_order_of_its_own():
    assert [model._meta.label for model in of_rooms(*rooms()) if model._meta.ordering] == []


def test_migrations_are_one_line():
    graph = MigrationLoader(None).graph

    assert [app for app in rooms() if len(graph.leaf_nodes(app)) > 1] == []
    assert [said for said in forks(graph) if said.split(".")[0] in rooms()] == []


@pytest.fixture
def planted():
    """A table as it must not be; taken out of the registry again."""

    class Planted(models.Model):
        name = models.CharField(max_length=9, unique=True)
        starts = models.DateField()
        seen = models.DateTimeField()
        open = models.BooleanField(default=False)

        class Meta:
            app_label = "pupils"
            constraints = [
                models.UniqueConstraint(fields=["starts"], condition=Q(open=True), name="planted")
            ]

    yield Planted
    del apps.all_models["pupils"]["planted"]
    apps.clear_cache()
    ContentType.objects.clear_cache()


def test_a_planted_table_is_found(planted):
    assert without_keeper([planted]) == ["pupils.Planted"]
    assert unique_beyond_keeper([planted]) == ["pupils.Planted.name", "pupils.Planted: planted"]
    assert badly_named([planted]) == [
        "pupils.Planted.starts",
        "pupils.Planted.seen",
        "pupils.Planted.open",
    ]


def test_a_fork_of_migrations_is_found():
    graph = MigrationLoader(None).graph
    first = ("jobs", "0001_initial")
    graph.add_node(("jobs", "planted_one"), None)
    graph.add_node(("jobs", "planted_two"), None)
    graph.add_dependency(None, ("jobs", "planted_one"), first)
    graph.add_dependency(None, ("jobs", "planted_two"), first)

    assert any("planted_one" in said for said in forks(graph))
