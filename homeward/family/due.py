"""The kinds of things that are due about what families and children say."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.urls import reverse

from homeward.due.kinds import Described, Kind, describer, register
from homeward.family.queries import words
from homeward.family.rules.words import WORDS, WORRY
from homeward.organisations.access import Access

WORDS_DESCRIBER = "family.words"


def describe_words(access: Access, abouts: Collection[UUID]) -> Mapping[UUID, Described]:
    """Name what children said by the child and the place, to those who read it: one query."""
    return {
        row.reference: Described(
            child=row.child,
            place=row.place,
            url=reverse("placements:placement", args=[row.placement]),
        )
        for row in words.names(access, abouts)
    }


def _reading(about: UUID, period: str) -> str:
    return reverse("family:read_words", args=[period, about])


_WORDS_KINDS = (
    Kind(
        name=WORDS,
        passage="house/family-answered",
        title="What a child said",
        sentence="Read what {child} wrote about the week",
        button="Read it",
        address=_reading,
        describer=WORDS_DESCRIBER,
        may_waive=False,
    ),
    Kind(
        name=WORRY,
        passage="house/family-answered",
        title="A child wants to talk",
        sentence="{child} is worried and wants to talk to somebody",
        button="Read it",
        address=_reading,
        describer=WORDS_DESCRIBER,
        may_waive=False,
        is_first=True,
    ),
)


def declare() -> None:
    """Declare each kind and how its records are described."""
    describer(WORDS_DESCRIBER, describe_words)
    for kind in _WORDS_KINDS:
        register(kind)
