"""Every passage, by key and by number."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from .house import HOUSE
from .local import LOCAL
from .national import NATIONAL
from .passage import Passage
from .reintegration import REINTEGRATION

__all__ = ["NATIONAL", "PASSAGES", "PROMISES", "passage", "promise"]


def _by_key(passages: Iterable[Passage]) -> Mapping[str, Passage]:
    found: dict[str, Passage] = {}
    for each in passages:
        if each.key in found:
            raise ValueError(f"Two passages share the key {each.key}.")
        found[each.key] = each
    return MappingProxyType(found)


PASSAGES = _by_key((*REINTEGRATION, *LOCAL, *NATIONAL, *HOUSE))

PROMISES: Mapping[str, Passage] = MappingProxyType({each.number: each for each in REINTEGRATION})
"""The thirty promises of the reintegration page, by number, in the order of the page."""


def passage(key: str) -> Passage:
    """Answer the passage with this key. Raises KeyError for an unknown one."""
    return PASSAGES[key]


def promise(number: str) -> Passage:
    """Answer the passage for a promise such as R13. Raises KeyError for an unknown one."""
    return PROMISES[number]
