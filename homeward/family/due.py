"""The kinds of things that are due about what families, children and teachers say and read.

Each is declared here, and not by the room that expects it, because its button leads to a page of this room.
"""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.urls import reverse

from homeward.due.kinds import Described, Kind, describer, register
from homeward.family.queries import teacher, words
from homeward.family.rules.replies import NOT_RIGHT, REPLY
from homeward.family.rules.words import WORDS, WORRY
from homeward.organisations.access import Access
from homeward.placements.due import DESCRIBER as PLACEMENTS
from homeward.placements.rules import briefed, ticks

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
        is_safety=True,
    ),
)


def _answering(about: UUID, period: str) -> str:
    return reverse("family:answer_reply", args=[about, period])


_REPLY_KINDS = (
    Kind(
        name=NOT_RIGHT,
        passage="house/family-answered",
        title="Something is not right",
        sentence="{subject} says that something is not right for {child}",
        button="Read and answer",
        address=_answering,
        describer=PLACEMENTS,
        may_waive=False,
    ),
    Kind(
        name=REPLY,
        passage="house/family-answered",
        title="A reply from the family",
        sentence="{subject} wrote something about {child}",
        button="Read and answer",
        address=_answering,
        describer=PLACEMENTS,
        may_waive=False,
    ),
)


BRIEFINGS_DESCRIBER = "family.briefings"


def describe_briefings(access: Access, abouts: Collection[UUID]) -> Mapping[UUID, Described]:
    """Name the child of each briefing, to those who teach the child or see the placement."""
    return {
        row.reference: Described(
            child=row.child,
            place=row.place,
            url=reverse("family:briefing_of", args=[row.reference]),
        )
        for row in teacher.names_of_taught(access, abouts)
    }


def _briefing(about: UUID, period: str) -> str:
    return reverse("family:briefing_of", args=[about])


_BRIEFING_KINDS = (
    Kind(
        name=briefed.READ,
        passage="house/briefing-read",
        title="Briefing to read",
        sentence="Read the one page about {child}",
        button="Read it",
        address=_briefing,
        describer=BRIEFINGS_DESCRIBER,
    ),
    Kind(
        name=ticks.TICK,
        passage="house/adjustment-ticks",
        title="Is it happening?",
        sentence="Say whether what you do for {child} is happening",
        button="Say how it is",
        address=_briefing,
        describer=BRIEFINGS_DESCRIBER,
        is_one_at_a_time=True,
    ),
)


def declare() -> None:
    """Declare each kind and how its records are described."""
    describer(BRIEFINGS_DESCRIBER, describe_briefings)
    describer(WORDS_DESCRIBER, describe_words)
    for kind in (*_WORDS_KINDS, *_REPLY_KINDS, *_BRIEFING_KINDS):
        register(kind)
