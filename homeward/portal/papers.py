"""The papers in `docs/guidance/`, written from the same passages that the pages show."""

from collections.abc import Iterable

from homeward.portal.chapters import CHAPTERS
from homeward.portal.kept import places
from homeward.reference.guidance import NATIONAL, PASSAGES, PROMISES, Passage

_MADE = "<!-- Made by `manage.py write_docs`. Change `homeward/reference/guidance/` and run it again. -->"


def papers() -> dict[str, str]:
    """Answer each paper by its name."""
    return {"reintegration.md": _reintegration(), "passages.md": _passages()}


def _reintegration() -> str:
    lines = [
        _MADE,
        "",
        "# Reintegration: thirty promises to a child",
        "",
        "In our own words, from the authority's page on "
        f"[reintegration]({PROMISES['R01'].source}), beside where Homeward keeps each.",
        "",
    ]
    for _, title, numbers in CHAPTERS:
        lines += [f"## {title}", ""]
        for number in numbers:
            lines += [*_promise(PROMISES[number]), ""]
    return "\n".join(lines)


def _promise(passage: Passage) -> Iterable[str]:
    yield f"### {passage.number} {passage.title}"
    yield ""
    yield passage.says
    yield ""
    if passage.who:
        yield f"- Who keeps it: {passage.who}"
    kept = places(passage.number)
    for place in kept:
        yield f"- Kept: {place.screen}, proved by `{place.test}`"
    if not kept:
        yield "- Not built yet"


def _passages() -> str:
    national = set(NATIONAL)
    others = [one for one in PASSAGES.values() if one.number not in PROMISES]
    local = [one for one in others if one.number.startswith("L")]
    rules = [one for one in others if one in national]
    house = [one for one in others if one not in local and one not in national]
    lines = [_MADE, "", "# Passages that rules cite", ""]
    for title, passages in (
        ("Other local guidance", local),
        ("National rules", rules),
        ("Settings of Homeward", house),
    ):
        lines += [f"## {title}", "", "| number | passage | says | force | source |"]
        lines += ["|---|---|---|---|---|", *map(_row, passages), ""]
    return "\n".join(lines)


def _row(passage: Passage) -> str:
    cells = (
        passage.number,
        f"`{passage.key}`",
        passage.says,
        passage.shown_force.label,
        passage.source,
    )
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
