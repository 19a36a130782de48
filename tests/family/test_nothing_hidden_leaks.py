"""What is hidden from an adult of a family reaches them in no letter, and in nobody's own words.

Counted are families: 10,000 are made up, each with its households, adults and shields. For one adult
of each a letter of the catalogue is said, with a staff member's own words in it, and two notes are
offered to their page; into two more texts something that is kept from them is spelt in one of the
ways of `spelt`. What was let through is then read by a reader of its own, not by the rule.
The pages, papers and calendars over a database are driven in `test_hidden_in_every_paper`.
"""

import re
import unicodedata
from datetime import date, timedelta
from functools import lru_cache
from random import Random
from types import SimpleNamespace

from homeward.letters.catalogue import LETTERS
from homeward.letters.codes import Reader
from homeward.letters.examples import values_for
from homeward.letters.texts import said
from homeward.pupils.codes import Hides
from homeward.pupils.rules.hidden import KeptFrom, kept_from
from homeward.pupils.rules.shields import Adult, Home, Kept
from tests.family.spelt import spelt

FAMILIES = 10_000
_SIGNS = re.compile(r"[\W_]+")
TODAY = date(2026, 11, 24)
HOMES = [
    ("12 Canal Road", "Uxbridge", "UB8 3QW"),
    ("Flat 2, 40 Mill Lane", "Hayes", "UB3 1AB"),
    ("7 High Street", "West Drayton", "UB7 9XY"),
    ("Rose Cottage", "Ruislip", "HA4 7PQ"),
    ("31a St Mary's Avenue", "Uxbridge", "UB8 2LM"),
    ("The Old Forge, Harefield Rise", "Harefield", "UB9 6NZ"),
    ("221 Long Elmes Crescent", "", "HA3 5JL"),
]
PHONES = ["", "01895 960011", "01632 960022", "07700 900133", "+44 7700 900144", "020 7946 0155"]
SCHOOLS = [
    ("Oak Park School (example)", "1 Park View", "UB8 1ZZ"),
    ("The Hartwell Academy", "9 Hartwell Drive", "UB4 0TT"),
]
PROVIDERS = [
    ("Bridge House (example)", ["The Boathouse, 2 Towpath Walk (example), Uxbridge, UB8 1AA"]),
    ("Quayside Studio Ltd", ["11 Wharf Street, West Drayton, UB7 1AB", "01895 960077"]),
]
HARMLESS = [
    "Amira came on all three days, and asked for a break twice.",
    "We meet at 9.30 on Friday 27 November 2026. 12 of 14 teachers have read it.",
    "Maths went well. The bus was late, and the road was closed.",
]
LETTERS_TO_FAMILIES = [name for name, each in LETTERS.items() if each.reader == Reader.ADULT]


def test_ten_thousand_families_leak_nothing_in_letters_and_in_own_words():
    chance = Random(20261124)  # noqa: S311 - families, not secrets
    counted = SimpleNamespace(families=0, hidden=0, stopped=0, letters=0, let_through=0, leaks=[])

    for _ in range(FAMILIES):
        _check(_family(chance), chance, counted)

    assert counted.leaks == []
    assert counted.families == FAMILIES
    assert counted.letters == FAMILIES
    assert counted.stopped == counted.hidden > FAMILIES
    assert counted.let_through > FAMILIES * 0.99


def _family(chance):
    """One adult of a family made up, and by this test's own reckoning what is hidden from them."""
    homes = [
        Home(
            key,
            ", ".join(filter(None, said)),
            chance.choice(PHONES),
            chance.random() < 0.5,
            said[1],
        )
        for key, said in enumerate(chance.sample(HOMES, chance.randint(1, 3)))
    ]
    keys = [None, *(home.key for home in homes)]
    people = [
        Adult(key, chance.choice(keys), chance.choice(PHONES))
        for key in range(chance.randint(1, 4))
    ]
    shields = [
        Kept(
            chance.randrange(len(people)),
            chance.choice(list(Hides)),
            TODAY + timedelta(chance.randint(-3, 1)),
            chance.choice([None, TODAY + timedelta(chance.randint(-1, 3))]),
        )
        for _ in range(chance.randint(0, 5))
    ]
    school, school_street, school_code = chance.choice(SCHOOLS)
    provider, places = chance.choice(PROVIDERS)
    return SimpleNamespace(
        adult=people[0],
        homes=homes,
        others=people[1:],
        shields=shields,
        school=school,
        provider=provider,
        places=places,
        school_places=[f"{school_street}, Uxbridge, {school_code}", "020 7946 0999"],
    )


def _check(family, chance, counted):
    kept = _kept(family)
    hidden = _hidden(family)
    counted.families += 1
    for value in chance.sample(hidden, min(2, len(hidden))):
        text = spelt(value, chance, is_number=_is_number(value))
        counted.hidden += 1
        if kept.found_in(text):
            counted.stopped += 1
        else:
            counted.leaks.append((value, text))
    own_words = chance.choice([*HARMLESS, *(spelt(value, chance) for value in hidden[:1])])
    letter = _letter(family, kept, own_words, chance)
    counted.letters += 1
    plain = _squeezed(letter)
    counted.leaks += [(value, letter) for value in hidden if _squeezed(value) in plain]
    note = chance.choice(HARMLESS)
    page = kept.left_in([note, *hidden[:1]])
    counted.let_through += page == [note]
    counted.leaks += [(value, "page") for value in hidden if value in page]


def _kept(family) -> KeptFrom:
    return kept_from(
        family.adult,
        homes=family.homes,
        others=family.others,
        shields=family.shields,
        on=TODAY,
        school=family.school,
        provider=family.provider,
        places=family.places,
        school_places=family.school_places,
    )


def _letter(family, kept, own_words, chance):
    """A letter as the adult gets it: words that are stopped are not in it."""
    name = chance.choice(LETTERS_TO_FAMILIES)
    told = kept.told
    values = values_for(name) | {
        "reader": "Ms Nadia Hassan",
        "school": told.school,
        "place": told.provider,
        "address": [told.address] if told.address else [],
        "ring": told.phones[0] if told.phones else "the office",
        "own_words": own_words if kept.may_read(own_words) else "",
        "sender_at": told.school or "The Exclusions Team",
    }
    letter = said(name, values)
    return f"{letter.subject}\n{letter.body}"


def _hidden(family, on=TODAY):
    """Each line, postcode, number and name that is kept from the adult; worked out anew."""
    adult = family.adult
    kept = {
        one.hides
        for one in family.shields
        if one.from_adult == adult.key
        and one.from_on <= TODAY
        and (one.until_on is None or one.until_on >= TODAY)
    }
    childs = [home for home in family.homes if home.is_childs_home] or family.homes
    own = [home for home in family.homes if home.key == adult.home]
    readable = [home for home in own if Hides.HOUSEHOLD not in kept or home not in childs]
    lines = [line for home in family.homes if home not in readable for line in _lines(home)]
    lines += _phones(family, own, kept)
    if Hides.SCHOOL in kept:
        lines += [
            family.school,
            family.school.split(" School")[0],
            *_of_places(family.school_places),
        ]
    if Hides.PROVIDER in kept:
        lines += [
            family.provider,
            family.provider.removesuffix(" (example)"),
            *_of_places(family.places),
        ]
    return list(dict.fromkeys(filter(None, lines)))


def _lines(home):
    street = home.address.removesuffix(home.address[-9:]).removesuffix(f", {home.town}")
    return [street, home.address[-7:], home.address]


def _phones(family, own, kept):
    """Every number of the family but those the adult knows, or has themselves."""
    adult = family.adult
    everywhere = [home.phone for home in family.homes] + [one.phone for one in family.others]
    here = [adult.phone, *(home.phone for home in own)]
    here += [one.phone for one in family.others if own and one.home == own[0].key]
    if kept & {Hides.HOUSEHOLD, Hides.PHONE}:
        here = [adult.phone] if adult.phone not in everywhere else []
    return [phone for phone in everywhere if phone not in here]


def _of_places(places):
    for place in places:
        if _is_number(place):
            yield place
        else:
            yield from (place[-7:], place.removesuffix(place[-9:]).rpartition(",")[0])


def _is_number(value):
    return not any(each.isalpha() for each in value)


@lru_cache(maxsize=512)
def _squeezed(text):
    """A text read plainly: its letters and figures alone."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    return _SIGNS.sub("", plain.casefold())
