"""What a text may not hold when one adult of a family reads it: found in the words of anybody.

What Homeward itself says of a family goes through `shields.told`. This is for what people type: own
words in a letter, a note of a contact, an answer to a reply, a name in a calendar. It finds an
address, a telephone or a name in every spelling of `spellings`: a postcode or a street alone, a
house number with its street, a number with +44 or in words, a provider by half its name. It cannot
find what is only described ("the flat over the baker's", "where her nan lives"), a name said in
another script by its sounds, initials, or a street named without its second word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from homeward.pupils.codes import Hides
from homeward.pupils.rules.shields import Adult, Home, Kept, Told, hidden_from, told
from homeward.pupils.rules.spellings import readings
from homeward.pupils.rules.traces import Trace, of_address, of_name, of_phone, town_of
from homeward.reference.guidance import cites
from homeward.web.search import fold

SHIELDED_ADDRESS = "It holds the address that is kept from this adult."
OTHER_ADDRESS = "It holds the address of another household of the family."
PHONE = "It holds a phone number that this adult may not be told."
SCHOOL = "It holds the name of the school, which is kept from this adult."
SCHOOL_PLACE = "It holds an address or a phone number of the school, which is kept from this adult."
PROVIDER = "It holds the name of the provider, which is kept from this adult."
PLACE = "It holds an address or a phone number of the provider, which is kept from this adult."


@dataclass(frozen=True, slots=True)
class KeptFrom:
    """What one adult may be told on a day, and what no text may hold that reaches them."""

    told: Told
    hidden: tuple[tuple[str, tuple[Trace, ...]], ...] = ()

    def found_in(self, text: str) -> tuple[str, ...]:
        """Sentences for staff, one for each kind of hidden thing a text holds; they repeat none.

        Empty: this adult may read it.
        """
        if not text or not self.hidden:
            return ()
        read = readings(text)
        return tuple(
            sentence
            for sentence, traces in self.hidden
            if any(trace.stands_in(reading) for trace in traces for reading in read)
        )

    def may_read(self, text: str) -> bool:
        """Whether a text holds nothing that is kept from this adult."""
        return not self.found_in(text)

    def left_in(self, texts: Iterable[str]) -> list[str]:
        """Those of some texts that this adult may read, in their order."""
        return [text for text in texts if self.may_read(text)]


@cites("family/every-parent-alike")
def kept_from(
    adult: Adult,
    *,
    homes: Iterable[Home],
    others: Iterable[Adult],
    shields: Iterable[Kept],
    on: date,
    school: str = "",
    provider: str = "",
    places: Iterable[str] = (),
    school_places: Iterable[str] = (),
) -> KeptFrom:
    """What may not stand in a text that one adult reads on a day (R-DP-04).

    Always kept are the addresses of other households and every telephone that `shields.told` does
    not say; by a shield the child's home, the school and the provider, with the addresses and
    telephones of their places. What the adult is told anyway is no trace of anything: the street
    they live in themselves, or that of a school they may know.
    """
    homes, others, shields = list(homes), list(others), list(shields)
    places, school_places = list(places), list(school_places)
    said = told(
        adult,
        homes=homes,
        others=others,
        shields=shields,
        on=on,
        school=school,
        provider=provider,
    )
    hidden = hidden_from(adult, shields, on)
    known = [said.address, said.school, said.provider, *said.phones]
    known += [] if Hides.PROVIDER in hidden else places
    known += [] if Hides.SCHOOL in hidden else school_places
    towns = frozenset(
        [*(fold(home.town) or town_of(home.address) for home in homes), *map(town_of, places)]
    )
    found = [
        *_addresses(said, homes, Hides.HOUSEHOLD in hidden),
        (PHONE, _phones(said, homes, others)),
        (SCHOOL, of_name(school, towns=towns) if Hides.SCHOOL in hidden else []),
        (SCHOOL_PLACE, _places(school_places) if Hides.SCHOOL in hidden else []),
        (PROVIDER, of_name(provider, towns=towns) if Hides.PROVIDER in hidden else []),
        (PLACE, _places(places) if Hides.PROVIDER in hidden else []),
    ]
    return KeptFrom(told=said, hidden=_without(found, known))


def _addresses(said: Told, homes: list[Home], is_kept: bool) -> list[tuple[str, list[Trace]]]:
    """Every address but the one this adult may read, those of the child's homes first."""
    own = fold(said.address)
    shielded: list[Trace] = []
    other: list[Trace] = []
    is_one_marked = any(home.is_childs_home for home in homes)
    for home in homes:
        if fold(home.address) != own:
            is_childs = home.is_childs_home or not is_one_marked
            (shielded if is_kept and is_childs else other).extend(
                of_address(home.address, town=home.town)
            )
    return [(SHIELDED_ADDRESS, shielded), (OTHER_ADDRESS, other)]


def _phones(said: Told, homes: list[Home], others: list[Adult]) -> list[Trace]:
    """Every telephone of the family but those this adult is told."""
    every = [*(home.phone for home in homes), *(other.phone for other in others)]
    return [trace for phone in every if phone not in said.phones for trace in of_phone(phone)]


def _places(places: list[str]) -> list[Trace]:
    """A place is an address, or a telephone where it holds no letter."""
    return [
        trace
        for place in places
        for trace in (of_address(place) if any(map(str.isalpha, place)) else of_phone(place))
    ]


def _without(
    found: Sequence[tuple[str, Sequence[Trace]]], known: list[str]
) -> tuple[tuple[str, tuple[Trace, ...]], ...]:
    """Leave out traces that stand in what the adult is told anyway, and sentences without any."""
    read = [reading for text in known if text for reading in readings(text)[:1]]
    left = [
        (
            sentence,
            tuple(
                trace
                for trace in dict.fromkeys(traces)
                if not any(trace.stands_in(reading) for reading in read)
            ),
        )
        for sentence, traces in found
    ]
    return tuple((sentence, traces) for sentence, traces in left if traces)
