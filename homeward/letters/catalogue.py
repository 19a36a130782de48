"""The catalogue of letters: when each is used, who reads it, and what of the guidance it carries out.

The words themselves stand in `texts/<language>/<name>.txt`, one file each; invented values to show
them with stand in `examples.py`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from homeward.letters.codes import Reader
from homeward.reference.guidance import PASSAGES, UnknownPassage


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. `says` finishes "Used …"; `passages` are keys of the guidance it carries out.

    `asks_answer` where the reader is asked to answer; `is_signed` where it is signed on paper.
    """

    name: str
    title: str
    reader: Reader
    says: str
    passages: tuple[str, ...]
    asks_answer: bool = False
    is_signed: bool = False


class UnknownLetter(LookupError):
    """A letter that the catalogue does not hold."""


def _by_name(letters: Iterable[Letter]) -> Mapping[str, Letter]:
    """The letters by name. Raises UnknownPassage at import, as `cites` does."""
    found: dict[str, Letter] = {}
    for each in letters:
        if unknown := set(each.passages) - set(PASSAGES):
            raise UnknownPassage(f"{each.name} names passages that do not exist: {unknown}.")
        if each.name in found:
            raise ValueError(f"Two letters are called {each.name}.")
        found[each.name] = each
    return MappingProxyType(found)


LETTERS = _by_name(
    (
        Letter(
            name="placement_starting",
            title="The placement is starting",
            reader=Reader.ADULT,
            says="before or at the start, to tell each parent where, how long and what comes next",
            passages=("reintegration/parents-told", "house/told-by-the-start"),
        ),
        Letter(
            name="placement_starting_child",
            title="My plan",
            reader=Reader.CHILD,
            says="before or at the start, to tell the child in their own words where, how long and what comes next",
            passages=("reintegration/child-told", "reintegration/still-a-pupil"),
        ),
        Letter(
            name="placement_starting_staff",
            title="A pupil learns elsewhere",
            reader=Reader.STAFF,
            says="before or at the start, to tell the wider school staff that the child remains a pupil",
            passages=("reintegration/staff-told", "reintegration/still-a-pupil"),
        ),
        Letter(
            name="off_site_direction",
            title="Notice of an off-site direction",
            reader=Reader.ADULT,
            says="as soon as can be and two school days before the first day, as the written notice that the law asks for",
            passages=(
                "off-site/what-the-notice-says",
                "off-site/written-notice",
                "off-site/who-has-the-notice",
            ),
        ),
        Letter(
            name="review_invitation",
            title="Invitation to a review",
            reader=Reader.ADULT,
            says="six days or more before a review",
            passages=("house/review-invitation", "off-site/review-invitation"),
            asks_answer=True,
        ),
        Letter(
            name="review_invitation_child",
            title="Invitation to a review, for the child",
            reader=Reader.CHILD,
            says="six days or more before a review, so that the child can have a say in it",
            passages=("house/review-invitation",),
        ),
        Letter(
            name="review_outcome",
            title="What a review decided",
            reader=Reader.ADULT,
            says="after a review, within six days",
            passages=("off-site/review-decision", "safeguarding/half-termly-review"),
        ),
        Letter(
            name="end_date_changed",
            title="The last day has changed",
            reader=Reader.ADULT,
            says="when the intended last day has changed",
            passages=("reintegration/length", "house/short-term"),
            asks_answer=True,
        ),
        Letter(
            name="return_plan",
            title="The plan for coming back",
            reader=Reader.ADULT,
            says="when the steps of a return are written",
            passages=("reintegration/clear-expectations", "reintegration/plan-of-support"),
            asks_answer=True,
        ),
        Letter(
            name="part_time_agreement",
            title="Agreement to part-time",
            reader=Reader.ADULT,
            says="before a child comes back part-time, to be agreed and signed",
            passages=("local/part-time-return", "part-time/limits"),
            asks_answer=True,
            is_signed=True,
        ),
        Letter(
            name="day_before",
            title="The day before",
            reader=Reader.ADULT,
            says="in the days before the first day back, or at a new place",
            passages=("reintegration/clear-expectations",),
        ),
        Letter(
            name="day_before_child",
            title="The day before, for the child",
            reader=Reader.CHILD,
            says="in the days before the first day back, or at a new place",
            passages=("reintegration/clear-expectations",),
        ),
        Letter(
            name="it_is_over",
            title="It is over",
            reader=Reader.ADULT,
            says="after the last day, with what went well and what comes next",
            passages=("reintegration/success",),
        ),
        Letter(
            name="it_is_over_child",
            title="It is over, for the child",
            reader=Reader.CHILD,
            says="after the last day, with what went well and what the child said",
            passages=("reintegration/success",),
        ),
        Letter(
            name="check_in",
            title="How is it going?",
            reader=Reader.ADULT,
            says="in the weeks after a return or a move, to hear whether it holds",
            passages=("house/did-it-last", "reintegration/success"),
        ),
        Letter(
            name="asked_again",
            title="Asked again",
            reader=Reader.ADULT,
            says="when an adult was asked something and has not answered for some school days",
            passages=("house/asked-again",),
        ),
        Letter(
            name="personal_link",
            title="Your page",
            reader=Reader.ADULT,
            says="to give an adult of the family a link to their own page, and nothing else",
            passages=("house/personal-links",),
        ),
        Letter(
            name="personal_link_child",
            title="Your page, for the child",
            reader=Reader.CHILD,
            says="to give a child the link to their own plan, and nothing else",
            passages=("house/personal-links",),
        ),
        Letter(
            name="briefing",
            title="A briefing to read",
            reader=Reader.STAFF,
            says="to give a teacher the one-page briefing before the first day",
            passages=("house/briefing-read", "reintegration/staff-told"),
        ),
        Letter(
            name="briefing_again",
            title="A briefing not read yet",
            reader=Reader.STAFF,
            says="when a teacher has not read the briefing and the first day is near",
            passages=("house/briefing-read",),
        ),
        Letter(
            name="teacher_code",
            title="Your six figures",
            reader=Reader.STAFF,
            says="when a teacher opens a briefing on a new telephone or computer",
            passages=("house/personal-links",),
        ),
    )
)


def letter(name: str) -> Letter:
    """The letter of this name. Raises UnknownLetter."""
    try:
        return LETTERS[name]
    except KeyError as missing:
        raise UnknownLetter(f"No letter is called {name!r}.") from missing
