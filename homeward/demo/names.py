"""Names, numbers and addresses of people who do not exist."""

import csv
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from random import Random

from homeward.reference.identifiers import upn_check_letter

SURNAMES = (
    *("Abara", "Acheampong", "Ainsley", "Akhtar", "Antoniou", "Ashdown", "Baptiste", "Barlow"),
    *("Begum", "Bhatti", "Birch", "Blackwood", "Calder", "Chowdhury", "Clarkson", "Coker"),
    *("Dalby", "Dhillon", "Doyle", "Draper", "Ekwueme", "Farrow", "Ferreira", "Fielding"),
    *("Gallagher", "Garnett", "Gill", "Greenway", "Hallam", "Hashemi", "Hoxha", "Hussain"),
    *("Iqbal", "Jankowski", "Joseph", "Kaur", "Kelleher", "Kiely", "Kowalski", "Lamptey"),
    *("Larkin", "Lockwood", "Malik", "Marden", "Mensah", "Merrick", "Mistry", "Nair"),
    *("Nowak", "O’Connell", "Odukoya", "Okafor", "Oyelaran", "Pereira", "Popescu", "Quartey"),
    *("Rahman", "Redfern", "Rowntree", "Sandhu", "Selby", "Shaikh", "Silva", "Sinclair"),
    *("Tamang", "Thornley", "Uddin", "Vaughan", "Wainwright", "Warsame", "Weir", "Yilmaz"),
)
STREETS = (
    *("Alder Close", "Barge Lane", "Cherry Orchard", "Dovecote Road", "Eastbury Way"),
    *("Fuller Street", "Grange Gardens", "Heron Walk", "Ivy Terrace", "Junction Road"),
    *("Kiln Lane", "Lock Cottages", "Mallard Way", "Nursery Road", "Orchard Rise"),
    *("Poplar Avenue", "Quarry Hill", "Rosemary Drive", "Station Parade", "Tithe Barn Lane"),
)
TOWNS = (("Uxbridge", "UB8"), ("Hayes", "UB3"), ("Ruislip", "HA4"), ("West Drayton", "UB7"))


@cache
def first_names(sex: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """First names with the births that weigh them (Office for National Statistics, 2008 to 2020)."""
    text = (files(__package__) / "data" / "first_names.csv").read_text("utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["sex"] == sex]
    return tuple(row["name"] for row in rows), tuple(int(row["births"]) for row in rows)


class Names:
    """Draws what has not been drawn before, the same for the same seed."""

    def __init__(self, seed: int, academic_year: int) -> None:
        self.random = Random(seed)  # noqa: S311 - inventing names, not secrets
        self.academic_year = academic_year
        self._used: set[str] = set()
        self._count = 0

    def number(self) -> int:
        """The next number, from 1."""
        self._count += 1
        return self._count

    def reserve(self, *names: str) -> None:
        """Keep names out of the draw: those of the named stories."""
        self._used.update(names)

    def first(self, sex: str) -> str:
        """A first name, drawn by its births, that no other child of the borough has."""
        names, births = first_names(sex)
        return self._unused(lambda: self.random.choices(names, births)[0])

    def last(self) -> str:
        """A family name that no other family of the borough has."""
        return self._unused(lambda: self.random.choice(SURNAMES))

    def born_on(self, year_group: int) -> date:
        """A birthday that puts a child in a year group this academic year."""
        first = date(self.academic_year - year_group - 5, 9, 1)
        return first + timedelta(days=self.random.randrange(365))

    def upn(self) -> str:
        """A permanent unique pupil number of authority 999, which does not exist."""
        body = f"999{self.academic_year % 100:02d}{self.number():07d}"
        return upn_check_letter(body) + body

    def mobile(self) -> str:
        """A mobile number of the range kept for drama."""
        return f"07700 900{self.number() % 1000:03d}"

    def home_phone(self) -> str:
        """A number of the area code kept for drama."""
        return f"01632 960{self.number() % 1000:03d}"

    def address(self) -> dict[str, str]:
        """An address of a household, on an invented street."""
        town, outward = self.random.choice(TOWNS)
        letters = self.random.choices("ABDEFGH", k=2)
        return {
            "street": f"{self.random.randrange(1, 90)} {self.random.choice(STREETS)} (example)",
            "town": town,
            "postcode": f"{outward} {self.random.randrange(1, 9)}{''.join(letters)}",
        }

    def _unused(self, draw: Callable[[], str]) -> str:
        for _ in range(200):
            drawn = draw()
            if drawn not in self._used:
                break
        self._used.add(drawn)
        return drawn
