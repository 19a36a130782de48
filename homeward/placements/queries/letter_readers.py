"""What each person would get of one letter, and who would get nothing and why: the shapes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from homeward.letters.catalogue import Letter
from homeward.letters.codes import Channel
from homeward.letters.texts import LINK, Said
from homeward.placements.models import Teacher
from homeward.placements.queries.letter_matter import Content
from homeward.placements.queries.letter_senders import From
from homeward.pupils.models import FamilyAdult


@dataclass(frozen=True, slots=True)
class ForOne:
    """What one person gets: word for word, how, and what stops it.

    `key` names the person in a form. `left_out` are parts of the record that this reader may not be
    told, `notes` what staff should know before sending.
    """

    key: str
    name: str
    who: str
    channel: Channel
    channels: tuple[Channel, ...]
    text: Said
    english: str
    language: str
    sender: From
    email: str = ""
    postal: str = ""
    stopped: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    adult: FamilyAdult | None = None
    teacher: Teacher | None = None

    @property
    def is_to_child(self) -> bool:
        return self.adult is None and self.teacher is None

    @property
    def holds_link(self) -> bool:
        return LINK in self.text.body

    @property
    def shown(self) -> str:
        """The words for the check: the link is made when the letter is sent."""
        return self.text.body.replace(LINK, "(their own personal link stands here)")


@dataclass(frozen=True, slots=True)
class NotFor:
    """Somebody who does not get a letter, and why."""

    name: str
    because: str


@dataclass(frozen=True, slots=True)
class BeforeSending:
    """One letter, ready to be checked: what each person gets, and who gets nothing."""

    letter: Letter
    content: Content
    readers: tuple[ForOne, ...]
    not_for: tuple[NotFor, ...]
    sees_addresses: bool

    @property
    def is_stopped(self) -> bool:
        return any(one.stopped for one in self.readers)

    def without(self, keys: frozenset[str]) -> "BeforeSending":
        """The same without some readers, who then get nothing because somebody chose so."""
        left = tuple(one for one in self.readers if one.key not in keys)
        chosen = tuple(
            NotFor(one.name, "It was not sent to them this time")
            for one in self.readers
            if one.key in keys
        )
        return replace(self, readers=left, not_for=(*self.not_for, *chosen))


@dataclass(frozen=True, slots=True)
class Typed:
    """What whoever writes adds: own words, what only they know, and how it goes to each person."""

    own_words: str = ""
    more: Mapping[str, str] = field(default_factory=dict)
    channels: Mapping[str, str] = field(default_factory=dict)
    only: str = ""
