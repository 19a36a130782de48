"""Reading which translations may be sent, by whose word."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from homeward.letters.models import Approval
from homeward.letters.texts import ENGLISH, digest, direction, named, named_itself, written_in
from homeward.organisations.access import Access


@dataclass(frozen=True, slots=True)
class Standing:
    """How one letter stands in one language, for one authority."""

    letter: str
    language: str
    name: str
    own_name: str
    direction: str
    approval: Approval | None
    was_changed: bool

    @property
    def may_be_sent(self) -> bool:
        return self.approval is not None


def languages(access: Access, keeper: int, letter: str, on: date) -> tuple[str, ...]:
    """The languages in which an authority's letter may be sent on a day: English, and approved ones."""
    found = standings(access, keeper, (letter,), on)
    return (ENGLISH, *(each.language for each in found if each.may_be_sent))


def standings(
    access: Access, keeper: int | None, letters: Collection[str], on: date
) -> list[Standing]:
    """How letters stand in each language but English in which they are written, in one query."""
    rows = Approval.objects.filter(
        keeper_id=keeper, letter__in=letters, approved_on__lte=on, withdrawn_on__isnull=True
    ).order_by("id")
    given: dict[tuple[str, str], dict[str, Approval]] = {}
    for each in rows:
        given.setdefault((each.letter, each.language), {})[each.digest] = each
    return [
        _standing(letter, language, given.get((letter, language), {}))
        for letter in letters
        for language in written_in(letter)
        if language != ENGLISH
    ]


def approvals(access: Access, letter: str, language: str) -> list[Approval]:
    """Every approval of one letter in one language by the person's authority, the newest first."""
    rows = Approval.objects.filter(keeper_id=access.authority, letter=letter, language=language)
    return list(rows.select_related("withdrawn_by").order_by("-id"))


def approval(access: Access, letter: str, language: str) -> Approval | None:
    """The approval of the text as it is now, by the person's authority."""
    return Approval.objects.filter(
        keeper_id=access.authority,
        letter=letter,
        language=language,
        digest=digest(letter, language),
        withdrawn_on__isnull=True,
    ).first()


def _standing(letter: str, language: str, given: dict[str, Approval]) -> Standing:
    approved = given.get(digest(letter, language))
    return Standing(
        letter=letter,
        language=language,
        name=named(language),
        own_name=named_itself(language),
        direction=direction(language),
        approval=approved,
        was_changed=bool(given) and approved is None,
    )
