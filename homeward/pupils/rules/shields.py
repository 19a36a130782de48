"""What one adult of a family may be told: the only way in which a family's record is said to a person.

Letters, pages of the family and messages ask here, adult by adult. Two things hold always: the
address of one household is never told to somebody of another (R-DP-04), and what a shield hides is
told to nobody it is raised against, whatever else the record says.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from homeward.pupils.codes import Hides
from homeward.reference.guidance import cites
from homeward.web.search import fold

type Key = int | str


@dataclass(frozen=True, slots=True)
class Home:
    """A household: its key, address and telephone, and whether the child lives there.

    `town` is the part of the address that tells nobody where they live.
    """

    key: Key
    address: str
    phone: str = ""
    is_childs_home: bool = False
    town: str = ""


@dataclass(frozen=True, slots=True)
class Adult:
    """One adult: their key, the key of their household if known, and their own telephone."""

    key: Key
    home: Key | None = None
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A shield: what is kept from whom, from a day to a day (the last day included) or for good."""

    from_adult: Key
    hides: Hides
    from_on: date
    until_on: date | None = None

    def stands(self, on: date) -> bool:
        return self.from_on <= on and (self.until_on is None or on <= self.until_on)


@dataclass(frozen=True, slots=True)
class Told:
    """What may stand on anything one adult reads. Empty: it must not be said to them."""

    address: str
    childs_address: str
    phones: tuple[str, ...]
    school: str
    provider: str


def hidden_from(adult: Adult, shields: Iterable[Kept], on: date) -> frozenset[Hides]:
    """What is kept from this adult on a day. Where the child lives hides its telephones too."""
    kept = {one.hides for one in shields if one.from_adult == adult.key and one.stands(on)}
    if Hides.HOUSEHOLD in kept:
        kept.add(Hides.PHONE)
    return frozenset(kept)


@cites("family/every-parent-alike")
def address_for(
    adult: Adult, home: Home, *, homes: Iterable[Home], shields: Iterable[Kept], on: date
) -> str:
    """The address of a household as this adult may read it; "" where they may not (R-DP-04).

    Only those who live there read it, and not even they where it is the child's home and that is
    kept from them: they may have left, and the record may be behind. `homes` are all households of
    the family: the same words under another of them stay hidden, and where none is marked as the
    child's home, each may be.
    """
    if adult.home != home.key:
        return ""
    if Hides.HOUSEHOLD in hidden_from(adult, shields, on):
        every = [home, *homes]
        childs = [one for one in every if one.is_childs_home] or every
        if fold(home.address) in {fold(one.address) for one in childs}:
            return ""
    return home.address


@cites("family/every-parent-alike")
def told(
    adult: Adult,
    *,
    homes: Iterable[Home],
    others: Iterable[Adult],
    shields: Iterable[Kept],
    on: date,
    school: str = "",
    provider: str = "",
) -> Told:
    """Everything of a family's record that may be said to one adult on a day (R-DP-04).

    `others` are the other adults of the family; `school` and `provider` what a letter would name.
    """
    homes, others, shields = list(homes), list(others), list(shields)
    hidden = hidden_from(adult, shields, on)
    own = next((home for home in homes if home.key == adult.home), None)
    address = address_for(adult, own, homes=homes, shields=shields, on=on) if own else ""
    return Told(
        address=address,
        childs_address=address if own and own.is_childs_home else "",
        phones=_phones(adult, own, homes=homes, others=others, hidden=hidden),
        school="" if Hides.SCHOOL in hidden else school,
        provider="" if Hides.PROVIDER in hidden else provider,
    )


def _phones(
    adult: Adult,
    own: Home | None,
    *,
    homes: list[Home],
    others: list[Adult],
    hidden: frozenset[Hides],
) -> tuple[str, ...]:
    """Their own telephone, and where none is hidden those of their household and who lives there."""
    elsewhere = [*(home.phone for home in homes), *(other.phone for other in others)]
    if Hides.PHONE in hidden:
        kept = {_digits(phone) for phone in elsewhere}
        return tuple(phone for phone in [adult.phone] if phone and _digits(phone) not in kept)
    here = [adult.phone]
    if own:
        here += [own.phone, *(other.phone for other in others if other.home == own.key)]
    return tuple(dict.fromkeys(phone for phone in here if phone))


def _digits(phone: str) -> str:
    """The last nine digits: one number however it is written, with or without +44."""
    return "".join(letter for letter in phone if letter.isdigit())[-9:]
