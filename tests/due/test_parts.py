from datetime import date

import pytest

from homeward.due.rules import Part, part

TODAY = date(2026, 11, 24)
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("opens_on", "due_on", "where"),
    [
        (MONDAY, date(2026, 11, 23), Part.LATE),
        (MONDAY, date(2026, 11, 24), Part.TODAY),
        (MONDAY, date(2026, 11, 25), Part.THIS_WEEK),
        (MONDAY, date(2026, 12, 1), Part.THIS_WEEK),
        (MONDAY, date(2026, 12, 2), Part.LATER),
        (date(2026, 11, 30), date(2026, 12, 1), Part.LATER),
        (MONDAY, None, Part.DATES_NEEDED),
    ],
)
def test_each_line_has_its_part_of_the_page(opens_on, due_on, where):
    assert part(opens_on=opens_on, due_on=due_on, on=TODAY) == where
