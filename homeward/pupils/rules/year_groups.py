"""The year group in which a child is taught, beside the one usual for the birthday."""

from datetime import date

from homeward.calendars.rules import year_group
from homeward.pupils.codes import FIRST_YEAR, LAST_YEAR, YEAR_GROUP_SAYS
from homeward.reference.guidance import cites


@cites("age/year-group")
def usual_year(born_on: date, on: date) -> int:
    """Answer the usual year group on a day (R-AGE-03), within the years that a record can hold."""
    return min(max(year_group(born_on, on), FIRST_YEAR), LAST_YEAR)


def year_says(number: int) -> str:
    """Answer a year group in words: "Year 9", "Reception"."""
    return YEAR_GROUP_SAYS.get(number, f"Year {number}")


@cites("age/year-group")
def why_another_year(stored: int, born_on: date, on: date) -> str:
    """Explain a year group other than the usual one; nothing to say where they agree."""
    usual = usual_year(born_on, on)
    if stored == usual:
        return ""
    way = "above" if stored > usual else "below"
    apart = abs(stored - usual)
    years = "1 year" if apart == 1 else f"{apart} years"
    return (
        f"Taught in {year_says(stored)}, {years} {way} the year usual for this birthday"
        f" ({year_says(usual)}). What Homeward counts by age follows the birthday."
    )
