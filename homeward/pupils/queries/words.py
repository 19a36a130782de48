"""Finding children by the words of their names, so that an index answers on either engine."""

from typing import Any

from django.db.models import CharField, F, Lookup, Q, QuerySet, Value
from django.db.models.sql.compiler import SQLCompiler

from homeward.pupils.models import Pupil, PupilName
from homeward.reference.identifiers import tidy_identifier, upn_problem
from homeward.web.search import words

WORDS_AT_MOST = 6
_LAST = "\U0010ffff"


class _ByLetter(Lookup):
    """A comparison letter by letter, whatever the language of the database.

    PostgreSQL has operators of its own for that, which the index `pupil_name_begins` is made for;
    SQLite compares so by itself. Unlike LIKE, an index answers it for a word known only later.
    """

    operator: str
    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        sign = f"~{self.operator}~" if connection.vendor == "postgresql" else self.operator
        return f"{left} {sign} {right}", (*left_params, *right_params)


class _From(_ByLetter):
    lookup_name = "from"
    operator = ">="


class _Before(_ByLetter):
    lookup_name = "before"
    operator = "<"


def matching(found: "QuerySet[Pupil]", typed: str) -> "QuerySet[Pupil]":
    """Narrow to children who have the UPN typed, or names in which each word typed begins a word.

    Nothing typed narrows nothing.
    """
    if not typed.strip():
        return found
    if upn_problem(typed) is None:
        return found.filter(upn=tidy_identifier(typed))
    sought = words(typed)[:WORDS_AT_MOST]
    if not sought:
        return found.none()
    for word in sought:
        named = PupilName.objects.filter(begins_with(word))
        found = found.filter(pk__in=named.values("pupil"))
    return found


def begins_with(word: str) -> Q:
    """A condition on `PupilName`: the word begins so."""
    text = CharField()
    return Q(
        _From(F("word"), Value(word, output_field=text)),
        _Before(F("word"), Value(word + _LAST, output_field=text)),
    )
