"""The overview and the hours-and-heads count as rows of a spreadsheet."""

from collections.abc import Iterable, Iterator

from homeward.oversight.queries import Row
from homeward.placements.queries.heads import Meter

HEADER = (
    "Child",
    "Year",
    "Home school",
    "Provider",
    "Stage",
    "First day",
    "Last day",
    "What is most wrong",
    "In a sentence",
    "Rule",
)
HEADS_HEADER = (
    "Provider",
    "Registration",
    "Address",
    "Children of compulsory school age",
    "Full-time",
    "Looked after, full-time",
    "EHC plan, full-time",
    "Any special educational need, full-time",
    "Line",
    "In a sentence",
    "Rule",
    "To come",
)


def cells(row: Row) -> list[object]:
    """One placement as a row."""
    return [
        row.child,
        row.year_group,
        row.school or "None yet",
        row.provider,
        row.stage.label,
        row.starts_on or "",
        row.ends_on or "",
        row.drift.kind.label,
        row.drift.sentence,
        f"{row.drift.rule.number} {row.drift.rule.title}" if row.drift.rule else "",
    ]


def heads_rows(meters: Iterable[Meter]) -> Iterator[list[object]]:
    """The addresses of each provider as rows."""
    for meter in meters:
        for one in meter.shown:
            yield [
                meter.name,
                meter.standing.says,
                one.name,
                one.counted.pupils,
                one.counted.full_time,
                one.counted.looked_after,
                one.counted.ehc_plan,
                one.counted.sen,
                one.verdict.line.value,
                one.verdict.says,
                f"{one.verdict.rule.number} {one.verdict.rule.title}",
                one.verdict.coming,
            ]
