"""A large database out of a small one: rows that actions made, copied by one statement a table.

What is copied is a whole neighbourhood: the schools that have cases with their staff and term dates,
their children, and every row that leads to a child. So a copy of a school is as full as the school
it was copied from, however many there are. New tables come along: they are found by their keys. The
guards of the database stand while it is done.

A copy differs in its keys, its references, the addresses of its people and the numbers of its
schools. Two things it lacks: unique pupil numbers, and a chain of digests of its own in the history.
"""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

from homeward.calendars.models import TermDate
from homeward.due.models import Expectation
from homeward.history.models import Chain, Entry, EntryPayload
from homeward.organisations.models import Membership, Organisation, Person, School
from homeward.pupils.models import Pupil
from tools.bench import dialect

FIRST_URN = 200_000
"""Of the invented schools: the register's own begin at 100000 and stay below this."""

_OF_SCHOOLS = (School, Membership, TermDate)


@dataclass(frozen=True)
class Original:
    """The rows of one table that are copied, by their keys."""

    model: type[models.Model]
    keys: tuple[int, ...]

    @property
    def table(self) -> str:
        return self.model._meta.db_table

    @cached_property
    def stride(self) -> int:
        """How far apart the keys of two copies of one row are."""
        return self.keys[-1] - self.keys[0] + 1

    def shift(self, highest: int) -> str:
        """What to add to a key in a copy, where `highest` is the last one taken so far."""
        return f"({highest - self.keys[0] + 1} + (k.number - 1) * {self.stride})"


class Neighbourhood:
    """The rows to be copied, found once; `copy` may then be called again and again."""

    def __init__(self) -> None:
        found = _found()
        self.originals = {each.model: each for each in found if each.keys}
        self.references = _references(self.originals.values())
        self.copies = 0
        _remember(self.originals.values())

    def copy(self, times: int) -> None:
        """Lay so many more copies beside what there is."""
        if times < 1:
            return
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM bench_copy")
            cursor.executemany(
                "INSERT INTO bench_copy (number, name) VALUES (%s, %s)",
                [(number, self.copies + number) for number in range(1, times + 1)],
            )
            highest = {model: _highest(model, "id") for model in self.originals}
            for model in _in_order(self.originals):
                cursor.execute(self._statement(model, highest))
            _move_chains()
        self.copies += times
        _tidy(self.originals)

    def _statement(self, model: type[models.Model], highest: dict) -> str:
        fields = model._meta.concrete_fields
        columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
        values = ", ".join(self._value(field, highest) for field in fields)
        key = connection.ops.quote_name(model._meta.pk.column)
        return (
            f"INSERT INTO {model._meta.db_table} ({columns}) SELECT {values}"
            f" FROM {model._meta.db_table} o JOIN bench_original b ON b.key = o.{key}"
            f" AND b.place = '{model._meta.db_table}' CROSS JOIN bench_copy k"
            f" ORDER BY k.number, o.{key}"
        )

    def _value(self, field: models.Field, highest: dict) -> str:
        """What stands in a column of a copy."""
        column, model = f"o.{connection.ops.quote_name(field.column)}", field.model
        if (remade := dialect.REMADE.get((model._meta.label, field.name))) is not None:
            return remade.format(column=column, first_urn=FIRST_URN)
        if (model, field.name) == (Entry, "number"):
            return f"{column} + {self._shift_of_numbers()}"
        if field.is_relation:
            return self._led_to(field, column, highest)
        if field.primary_key:
            return f"{column} + {self.originals[model].shift(highest[model])}"
        if field.name == "reference" or self._holds_references(field):
            return dialect.renamed(column, field, has_others=field.name != "reference")
        return column

    def _led_to(self, field: models.Field, column: str, highest: dict) -> str:
        """A key that leads to a row which is copied too leads to its copy; any other stays."""
        led_to = self.originals.get(field.related_model)
        if led_to is None:
            return column
        values = _values(self.originals[field.model], field.attname)
        shifted = f"{column} + {led_to.shift(highest[led_to.model])}"
        if values <= set(led_to.keys):
            return shifted
        return (
            f"CASE WHEN {column} IN (SELECT key FROM bench_original"
            f" WHERE place = '{led_to.table}') THEN {shifted} ELSE {column} END"
        )

    def _holds_references(self, field: models.Field) -> bool:
        """Whether a column names rows that are copied by their references, as UUID or as text."""
        if isinstance(field, models.UUIDField):
            return bool(_values(self.originals[field.model], field.attname) & self.references)
        if field.model is Expectation and isinstance(field, models.CharField):
            named = {str(one) for one in self.references}
            return bool(_values(self.originals[field.model], field.attname) & named)
        return False

    def _shift_of_numbers(self) -> str:
        numbers = _values(self.originals[Entry], "number")
        first, stride = min(numbers), max(numbers) - min(numbers) + 1
        return f"({_highest(Entry, 'number') - first + 1} + (k.number - 1) * {stride})"


def _found() -> list[Original]:
    """Schools with cases, their people, every row that leads to a child, and what is about them."""
    of_children = _of_children()
    schools = Organisation.objects.filter(
        pk__in=Pupil.objects.filter(home_school__isnull=False).values("home_school")
    )
    found = [_keys(model, model._default_manager.all()) for model in of_children]
    found += [
        _keys(Organisation, schools),
        _keys(Person, Person.objects.filter(memberships__organisation__in=schools).distinct()),
        *(_keys(each, each.objects.filter(organisation__in=schools)) for each in _OF_SCHOOLS),
    ]
    abouts = _references(found)
    for model in (Expectation, Entry):
        found.append(_keys(model, model.objects.filter(about__in=abouts)))
    entries = EntryPayload.objects.filter(entry__about__in=abouts)
    return [*found, _keys(EntryPayload, entries)]


def _of_children() -> list[type[models.Model]]:
    """Every table whose rows lead to a child."""
    found: list[type[models.Model]] = [Pupil]
    waiting = [each for each in apps.get_models() if each.__module__.startswith("homeward.")]
    while more := [
        model
        for model in waiting
        if model not in found and any(one in found for one in _leads_to(model))
    ]:
        found += more
    return found


def _leads_to(model: type[models.Model]) -> set[type[models.Model]]:
    fields = model._meta.concrete_fields
    return {field.related_model for field in fields if field.is_relation} - {model}


def _keys(model: type[models.Model], rows: models.QuerySet) -> Original:
    return Original(model, tuple(rows.order_by("pk").values_list("pk", flat=True)))


def _values(original: Original, name: str) -> set:
    rows = original.model._default_manager.filter(pk__in=original.keys)
    return set(rows.values_list(name, flat=True).distinct()) - {None}


def _references(originals) -> set[UUID]:
    return {
        reference
        for each in originals
        if any(field.name == "reference" for field in each.model._meta.concrete_fields)
        for reference in _values(each, "reference")
    }


def _in_order(wanted) -> list[type[models.Model]]:
    """The tables, each after those that its keys lead to: the guards look at the parent's row."""
    ordered: list[type[models.Model]] = []
    while len(ordered) < len(wanted):
        ordered += [
            model
            for model in wanted
            if model not in ordered and not (_leads_to(model) & set(wanted)) - set(ordered)
        ]
    return ordered


def _remember(originals) -> None:
    """Which rows are copied stands in the database, so that copying takes one statement a table."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_original (place varchar(80), key bigint)")
        cursor.execute("CREATE TABLE bench_copy (number bigint, name bigint)")
        cursor.execute("CREATE TABLE bench_reference (reference varchar(36))")
        rows = [(each.table, key) for each in originals for key in each.keys]
        cursor.executemany("INSERT INTO bench_original (place, key) VALUES (%s, %s)", rows)
        named = [(str(one),) for one in _references(originals)]
        cursor.executemany("INSERT INTO bench_reference (reference) VALUES (%s)", named)


def _highest(model: type[models.Model], name: str) -> int:
    found = "pk" if name == "id" else name
    return model._default_manager.aggregate(last=models.Max(found))["last"] or 0


def _move_chains() -> None:
    """The next entry of each history is numbered after the copies."""
    last = Entry.objects.filter(keeper=models.OuterRef("keeper")).order_by("-number")
    Chain.objects.update(count=models.Subquery(last.values("number")[:1]))


def _tidy(originals) -> None:
    """The engine's own book-keeping: the next keys, and statistics of the tables."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(originals)):
            cursor.execute(statement)
        cursor.execute("ANALYZE")
