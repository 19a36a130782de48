"""A child's staff list as it is pasted: out of a timetable, a spreadsheet or an email.

Every line that says something is answered for, understood or not; nothing is thrown away in silence.
"""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from homeward.web.search import fold

MOST_LINES = 400
MOST_LETTERS = 30_000
LONGEST_NAME = 120
LONGEST_SUBJECT = 80
LONGEST_EMAIL = 254

NOT_FOUND = "No name was found on this line."
BAD_EMAIL = "The email address is not whole."
TOO_LONG = "This line is too long to be one teacher."
HEADING = "Read as the heading."
AGAIN = "The same teacher as above: the subjects are put together."

_HEADINGS: Mapping[str, frozenset[str]] = {
    "subject": frozenset(
        {
            "subject",
            "lesson",
            "course",
            "subject name",
            "course name",
            "curriculum",
            "learning area",
        }
    ),
    "role": frozenset({"role", "job", "job title", "position", "post", "responsibility"}),
    "name": frozenset(
        {
            "teacher",
            "teachers",
            "name",
            "staff",
            "staff name",
            "teacher name",
            "full name",
            "main teacher",
            "class teacher",
            "staff member",
            "adult",
            "member of staff",
        }
    ),
    "title": frozenset({"title", "salutation"}),
    "first": frozenset({"first name", "forename", "given name", "firstname", "preferred forename"}),
    "last": frozenset(
        {"last name", "surname", "family name", "lastname", "legal surname", "preferred surname"}
    ),
    "email": frozenset(
        {
            "email",
            "e mail",
            "mail",
            "email address",
            "work email",
            "staff email",
            "teacher email",
            "main email",
        }
    ),
}
_TITLES = r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|rev|revd|fr|sr)"
_TITLE = re.compile(rf"^{_TITLES}\b\.?\s*\S", re.IGNORECASE)
_SURNAME_FIRST = re.compile(rf"^([^,]+),\s*({_TITLES}\b\.?(?:\s+.+)?|[^,\d]+)$", re.IGNORECASE)
_WITH_EMAIL = re.compile(r"<?\s*([^\s<>,;()\[\]]*@[^\s<>,;()\[\]]*)\s*>?")
_EMAIL = re.compile(r"^[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}$")
_DASHES = re.compile(r"\s+[-–—]\s+|\s*\|\s*|\s{2,}|:\s+")
_AFTER_DASH = re.compile(r"^([^,@]+?)(?:\s+[-–—|]\s+|:\s+)([^\W\d_][^,@\d]*,[^,@\d]+)$")
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\s?[ab]?"
_PERIOD = r"(?:(?:period|lesson|week|p|wk)\s*\d+|week\s?[ab]|am|pm|reg|lunch|break)"
_CODE = re.compile(
    rf"^(?:{_DAY}|{_PERIOD}|{_DAY}[\s:]*{_PERIOD}|{_DAY}[\s:]*\d+|room\b.*|lab\b.*|[\d:.\s/–-]+"
    r"|\w*\d\w*(?:[/\-.]\w+)*)$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\s*(?:/|&|\+|;|\band\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Taught:
    """Somebody who teaches or supports the child, as a list names them."""

    name: str
    subject: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of what was pasted: whom it names, or why nobody was found in it."""

    number: int
    text: str
    teachers: tuple[Taught, ...] = ()
    because: str = ""
    is_heading: bool = False

    @property
    def is_understood(self) -> bool:
        return bool(self.teachers) or self.is_heading


def read_list(text: str) -> list[ReadLine]:
    """Read a pasted list or a CSV file, line by line. Never raises; empty lines say nothing."""
    lines = [(number, line.strip(" \r")) for number, line in enumerate(text.splitlines(), start=1)]
    said = [(number, line) for number, line in lines if line.strip()]
    columns: Mapping[str, int] = {}
    found: list[ReadLine] = []
    for number, line in said:
        if not found and (columns := _columns(_cells(line))):
            found.append(ReadLine(number, line, because=HEADING, is_heading=True))
            continue
        found.append(_read(number, line, columns))
    return _told_again(found)


def staff_list(lines: Iterable[ReadLine]) -> list[Taught]:
    """Everybody the lines name, each once, with all their subjects, in the order of the list."""
    found: dict[str, Taught] = {}
    for one in (each for line in lines for each in line.teachers):
        key = _same(one, found)
        known = found.get(key)
        found[key] = one if known is None else _together(known, one)
    return list(found.values())


def is_email(text: str) -> bool:
    """Whether a text looks like one whole address."""
    return len(text) <= LONGEST_EMAIL and bool(_EMAIL.match(text))


def _told_again(lines: Sequence[ReadLine]) -> list[ReadLine]:
    seen: dict[str, Taught] = {}
    told = []
    for line in lines:
        known = [_same(one, seen) in seen for one in line.teachers]
        for one in line.teachers:
            key = _same(one, seen)
            seen[key] = _together(seen[key], one) if key in seen else one
        told.append(replace(line, because=AGAIN) if known and all(known) else line)
    return told


def _same(one: Taught, known: Mapping[str, Taught]) -> str:
    """The key of a teacher: that of the same address, or of the same name without another address."""
    email, name = one.email.lower(), fold(one.name)
    for key, other in known.items():
        if email and other.email.lower() == email:
            return key
        if fold(other.name) == name and not (email and other.email):
            return key
    return f"{name} {email}"


def _together(known: Taught, again: Taught) -> Taught:
    subjects = [part for part in known.subject.split(", ") if part]
    if again.subject and fold(again.subject) not in {fold(part) for part in subjects}:
        subjects.append(again.subject)
    joined = ", ".join(subjects)
    subject = joined if len(joined) <= LONGEST_SUBJECT else known.subject
    return Taught(known.name, subject, known.email or again.email)


def _cells(line: str) -> list[str]:
    """The parts of a line: by tabs, semicolons or commas, or else by what people put between."""
    if "\t" in line:
        parts = line.split("\t")
    elif ";" in line and line.count(";") >= line.count(","):
        parts = line.split(";")
    elif turned := _AFTER_DASH.match(line):
        parts = [turned[1], turned[2]]
    elif "," in line:
        parts = _by_commas(line)
    else:
        parts = _DASHES.split(line)
    return [part.strip().strip('"').strip() for part in parts]


def _by_commas(line: str) -> list[str]:
    try:
        return next(csv.reader([line], skipinitialspace=True), [])
    except csv.Error:
        return line.split(",")


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """What each column holds, where a line is a heading; nothing where it is none."""
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        words = fold(cell)
        kind = next((kind for kind, names in _HEADINGS.items() if words in names), None)
        if kind is not None:
            found.setdefault(kind, at)
    names_somebody = "name" in found or "last" in found
    return found if names_somebody and (len(found) > 1 or len(cells) == 1) else {}


def _read(number: int, line: str, columns: Mapping[str, int]) -> ReadLine:
    cells = _cells(line)
    one = _by_heading(cells, columns) if columns else _guessed(line, cells)
    if one.email and not is_email(one.email):
        return ReadLine(number, line, because=BAD_EMAIL)
    if not any(letter.isalpha() for letter in one.name):
        return ReadLine(number, line, because=NOT_FOUND)
    people = [_in_order(part) for part in _people(one.name)]
    if any(len(name) > LONGEST_NAME for name in people):
        return ReadLine(number, line, because=TOO_LONG)
    email = one.email if len(people) == 1 else ""
    subject = one.subject[:LONGEST_SUBJECT].strip()
    return ReadLine(number, line, tuple(Taught(name, subject, email) for name in people))


def _by_heading(cells: Sequence[str], columns: Mapping[str, int]) -> Taught:
    def cell(kind: str) -> str:
        at = columns.get(kind)
        return cells[at] if at is not None and at < len(cells) else ""

    name = cell("name") or " ".join(filter(None, (cell("title"), cell("first"), cell("last"))))
    email = cell("email")
    if not email and (within := _WITH_EMAIL.search(name)):
        email, name = within[1], (name[: within.start()] + name[within.end() :]).strip()
    return Taught(name.strip(" -–,"), cell("subject") or cell("role"), email.strip("<> "))


def _guessed(line: str, cells: Sequence[str]) -> Taught:
    """Whom a line without a heading names: a title gives a name away, else the order does."""
    email, rest = "", []
    for cell in cells:
        within = _WITH_EMAIL.search(cell)
        if within and not email:
            email = within[1].removeprefix("mailto:")
            cell = (cell[: within.start()] + cell[within.end() :]).strip(" <>()[],;-–")
        if cell:
            rest.append(cell)
    if email and len(rest) == 1 and (parts := _DASHES.split(rest[0])):
        rest = [part for part in parts if part.strip()]
    rest = _surname_first(rest)
    said = [cell for cell in rest if not _CODE.match(cell)]
    titled = [cell for cell in said if _TITLE.match(cell)]
    if titled:
        name = titled[0]
    elif len(said) > 1:
        name = said[1]
    else:
        name = said[0] if said else _from_address(email)
    subject = next((cell for cell in said if cell != name), "")
    return Taught(name, subject, email)


def _surname_first(cells: Sequence[str]) -> list[str]:
    """Two cells "Brown" and "Mr A", which a comma parted, put together again."""
    put: list[str] = []
    for cell in cells:
        alone = re.match(rf"^{_TITLES}\.?(?:\s+[^\W\d_]{{1,2}}\.?)*$", cell, re.IGNORECASE)
        if alone and put and not _TITLE.match(put[-1]):
            put[-1] = f"{cell} {put[-1]}"
        else:
            put.append(cell)
    return put


def _from_address(email: str) -> str:
    """The name in an address such as n.hassan@school.example."""
    own = re.sub(r"[\d_.+-]+", " ", email.partition("@")[0]).strip()
    return " ".join(part.capitalize() for part in own.split())


def _people(name: str) -> list[str]:
    """Several people in one cell, where each of them has a title."""
    parts = [part for part in _SEVERAL.split(name) if part]
    return parts if len(parts) > 1 and all(_TITLE.match(part) for part in parts) else [name]


def _in_order(name: str) -> str:
    """A name as it is said: "Brown, Mr A" is Mr A Brown."""
    turned = _SURNAME_FIRST.match(name)
    said = f"{turned[2]} {turned[1]}" if turned else name
    return " ".join(said.split())
