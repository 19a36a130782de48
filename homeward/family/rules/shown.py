"""What each reader of a family's page sees, field by field, said beside the field itself."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, field, fields, is_dataclass
from typing import Any, get_args, get_type_hints

SAYS = "says"


class Unsaid(LookupError):
    """A field of a page has no words, so nobody could read what the page shows."""


def says(words: str, *, default: Any = MISSING, default_factory: Any = MISSING) -> Any:
    """A field of a page with its words: `where: str = says("Where your child learns")`.

    A default stands as in `dataclasses.field`; without one the field has to be given.
    """
    metadata = {SAYS: words}
    if default_factory is not MISSING:
        return field(default_factory=default_factory, metadata=metadata)
    return field(default=default, metadata=metadata)


type Lent = Mapping[type, Mapping[str, str]]
"""Words for the fields of dataclasses of rooms below, which do not know that they are shown."""


def walk(
    page: type, *, lent: Lent | None = None, within: tuple[type, ...] = ()
) -> list[tuple[str, str]]:
    """Each field of a page's dataclass and of those inside it: its path and its words.

    `("week.days", "Which days")`. A dataclass that holds its own kind is entered once. Raises Unsaid
    for a field without words.
    """
    hints = get_type_hints(page)
    found = []
    for each in fields(page):
        found.append((each.name, _words(page, each, lent or {})))
        for inner in _inside(hints[each.name]):
            if inner in (*within, page):
                continue
            deeper = walk(inner, lent=lent, within=(*within, page))
            found += [(f"{each.name}.{path}", words) for path, words in deeper]
    return found


def _words(page: type, each: "Field[Any]", lent: Lent) -> str:
    said = lent.get(page, {}).get(each.name) or each.metadata.get(SAYS, "")
    words = str(said).strip()
    if not words:
        raise Unsaid(f"{page.__name__}.{each.name} has no words.")
    return words


def _inside(hint: Any) -> Iterator[type]:
    """The dataclasses that a type holds: `tuple[Step, ...] | None` holds Step."""
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for part in get_args(hint):
        yield from _inside(part)
