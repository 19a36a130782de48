"""What the busier pages show."""

from dataclasses import dataclass
from datetime import date

from homeward.organisations.access import Access
from homeward.portal.chapters import CHAPTERS
from homeward.portal.counts import count, said
from homeward.portal.kept import Kept, places
from homeward.reference.guidance import PROMISES, Passage


@dataclass(frozen=True)
class PromiseShown:
    """A promise beside where it is kept."""

    passage: Passage
    kept: list[Kept]
    today: str


@dataclass(frozen=True)
class Chapter:
    anchor: str
    title: str
    promises: list[PromiseShown]


def chapters(access: Access, on: date) -> list[Chapter]:
    """Answer every promise of the reintegration page, in order, with today's counts."""
    return [
        Chapter(anchor, title, [_shown(access, number, on) for number in numbers])
        for anchor, title, numbers in CHAPTERS
    ]


def kept_of(shown: list[Chapter]) -> tuple[int, int]:
    """Answer how many promises have a place in Homeward, and how many there are."""
    promises = [promise for chapter in shown for promise in chapter.promises]
    return sum(bool(promise.kept) for promise in promises), len(promises)


def _shown(access: Access, number: str, on: date) -> PromiseShown:
    counted = count(number, on)
    today = said(counted, is_signed_in=access.is_signed_in) if counted else ""
    return PromiseShown(PROMISES[number], places(number), today)
