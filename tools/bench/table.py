"""The figures of a run for people to read."""

from collections.abc import Iterable
from typing import Any

HEADER = ("line", "what", "engine", "p50", "p95", "p99", "floor p50", "ratio", "goal", "")
RIGHT = range(3, 9)


def table(lines: Iterable[dict[str, Any]]) -> str:
    """One row a line, columns as wide as they must be; times in milliseconds."""
    rows = [HEADER, *(_row(line) for line in lines)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADER))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place in RIGHT else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _row(line: dict[str, Any]) -> tuple[str, ...]:
    return (
        line["id"],
        line["what"],
        line["engine"],
        *(_time(line[f"{name}_ms"]) for name in ("p50", "p95", "p99", "floor_p50")),
        _figure(line),
        f"{line['goal']:g}",
        "met" if line["met"] else "missed",
    )


def _figure(line: dict[str, Any]) -> str:
    """What is held against the goal: a ratio, minutes, the most bytes or queries, or milliseconds."""
    if line["ratio"] is not None:
        return f"{line['ratio']:.2f}"
    if "minutes" in line:
        return f"{line['minutes']:g} min"
    if "bytes" in line:
        return f"{max(line['bytes'].values()):,}"
    if "queries" not in line:
        return f"{line['p50_ms']:.1f} ms"
    return str(max(count for counts in line["queries"].values() for count in counts))


def _time(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 1000 else f"{value:.2f}"
