"""The list of placements as rows of a spreadsheet."""

from homeward.placements.queries.listing import Row

HEADER = (
    "Child",
    "Year",
    "Home school",
    "Provider",
    "Stage",
    "First day",
    "Last day",
    "Days left",
    "Weekly contact",
    "Last spoken with",
    "Late since",
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
        "" if row.days_left is None else row.days_left,
        row.contact_adult,
        row.last_contact_on or "",
        row.late or "",
    ]
