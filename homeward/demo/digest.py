"""One number for everything the demo says, blind to what is random in it: keys, references, moments."""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

from homeward.organisations.models import Installation

ROOMS = (
    "organisations",
    "calendars",
    "providers",
    "pupils",
    "placements",
    "support",
    "due",
    "history",
)
UNSAID = {
    "password",
    "salt",
    "payload_digest",
    "previous",
    "digest",
    "head",
    "token_digest",
    "changes",
}
REFERENCE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def digest() -> str:
    """SHA-256 over every row of the record, in hexadecimal; whether it stays on its day aside."""
    seen = _Seen()
    total = hashlib.sha256()
    for room in ROOMS:
        for model in sorted(apps.get_app_config(room).get_models(), key=lambda one: one.__name__):
            if model is Installation:
                continue
            for said in _rows(model, seen):
                total.update(json.dumps(said, ensure_ascii=True, default=str).encode("ascii"))
    return total.hexdigest()


class _Seen:
    """Gives each key and reference a number by the order in which it is first met."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, object], int] = {}

    def number(self, kind: str, value: object) -> int:
        return self._numbers.setdefault((kind, value), len(self._numbers))

    def in_words(self, text: str) -> str:
        return REFERENCE.sub(lambda found: f"#{self.number('reference', found[0])}", text)


def _rows(model: type[models.Model], seen: _Seen) -> Iterator[list[Any]]:
    fields = [field for field in model._meta.concrete_fields if _is_said(field)]
    names = [field.attname for field in fields]
    rows = model._default_manager.order_by("pk").values_list(*names)
    for row in rows.iterator(chunk_size=2000):
        yield [
            model._meta.label,
            *(_said(field, value, seen) for field, value in zip(fields, row, strict=True)),
        ]


def _is_said(field: "models.Field[Any, Any]") -> bool:
    """History and waivers keep a person's key as a plain number, beside the name that is said."""
    is_plain_key = type(field) is models.BigIntegerField
    is_moment = isinstance(field, models.DateTimeField)
    return not (is_plain_key or is_moment or field.name in UNSAID)


def _said(field: "models.Field[Any, Any]", value: Any, seen: _Seen) -> Any:
    if value is None:
        return None
    if field.is_relation:
        return seen.number(str(field.related_model), value)
    if field.primary_key:
        return seen.number(str(field.model), value)
    if isinstance(value, str) or field.get_internal_type() == "UUIDField":
        return seen.in_words(str(value))
    if isinstance(value, dict | list):
        return seen.in_words(json.dumps(value))
    return value
