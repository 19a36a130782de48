"""How a rule names the passages it carries out, and the ledger of who does."""

from collections.abc import Callable, Mapping
from typing import Any

from .passages import PASSAGES

_citations: dict[str, list[str]] = {}


class UnknownPassage(LookupError):
    """A rule cites a passage that does not exist."""


def cites[Rule: Callable[..., Any]](*keys: str) -> Callable[[Rule], Rule]:
    """Mark a function with the passages it carries out, as `function.cites`.

    Raises UnknownPassage when the module is imported, if a key is not in PASSAGES.
    """
    for key in keys:
        if key not in PASSAGES:
            raise UnknownPassage(f"No passage of guidance has the key {key!r}.")

    def mark(rule: Rule) -> Rule:
        rule.cites = keys  # type: ignore[attr-defined]
        name = f"{rule.__module__}.{rule.__qualname__}"
        for key in keys:
            citing = _citations.setdefault(key, [])
            if name not in citing:
                citing.append(name)
        return rule

    return mark


def ledger() -> Mapping[str, tuple[str, ...]]:
    """Answer every passage's key with the names of the rules that cite it, in the order of PASSAGES.

    Only rules whose modules are imported by now are known.
    """
    return {key: tuple(sorted(_citations.get(key, ()))) for key in PASSAGES}
