"""The facts of one placement that rules look at: plain values, read once by `queries.facts`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from homeward.calendars.rules import Period
from homeward.placements.rules.plan import PlanText


@dataclass(frozen=True, slots=True)
class ContactFact:
    """A contact that stands (not corrected away). Only one with the child counts."""

    made_on: date
    is_with_child: bool
    made_by: int | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class NamedAdultFact:
    """Somebody named for weekly contact, or covering for them, from a day to a day."""

    person: int | None
    is_cover: bool
    from_on: date
    to_on: date | None = None

    def serves_on(self, day: date) -> bool:
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True, slots=True)
class MilestoneFact:
    """A dated step of the plan. `thread` keeps its name through the plan's versions."""

    thread: UUID
    what: str
    by_on: date
    person: int | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReviewFact:
    """A review that was held, what it decided ("" where nothing was written), and the next date."""

    held_on: date
    decision: str = ""
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class ActionFact:
    """Something that a review decided on a day. `reference` names it.

    `owner` is the organisation for which the `person` works who does it.
    """

    reference: str
    what: str
    who: str
    by_on: date
    person: int | None = None
    owner: int | None = None
    done_on: date | None = None
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class LadderFact:
    """The newest return ladder. `moves` are what happened on it, the oldest first: kind, day, step.

    `parent_agrees` is None where the parent has not answered about part-time, or agreed to less.
    A ladder whose first day is the day of full time is a return without steps.
    """

    number: int
    starts_on: date
    full_time_on: date
    written_on: date
    has_safe_adult: bool = False
    has_reason_for_longer: bool = False
    parent_agrees: bool | None = None
    moves: Sequence[tuple[str, date, int]] = ()
    answered_on: date | None = None

    @property
    def is_part_time(self) -> bool:
        return self.full_time_on > self.starts_on


@dataclass(frozen=True, slots=True)
class AdjustmentFact:
    """A reasonable adjustment of the plan: who does it, since when it is in place, and the last look."""

    thread: str
    what: str
    who: str
    person: int | None = None
    in_place_on: date | None = None
    looked_on: date | None = None


@dataclass(frozen=True, slots=True)
class TeacherFact:
    """Somebody who teaches or supports the child now; `person` where they sign in.

    `reference` names them in what is due.
    """

    key: int
    name: str
    person: int | None = None
    subject: str = ""
    from_on: date = date.min
    reference: UUID | str = ""


@dataclass(frozen=True, slots=True)
class BriefingFact:
    """The newest briefing that went out for one beginning: who read it when, by the teacher's key."""

    briefing_for: str
    number: int
    out_on: date
    read: Mapping[int, date] = field(default_factory=dict)
    excused_on: date | None = None


@dataclass(frozen=True, slots=True)
class TickFact:
    """What one owner of an adjustment said about one fortnight; the newest of them stands.

    `teacher` and `person` are keys; somebody of the school who says it for the lead has no `teacher`.
    """

    thread: str
    asked_on: date
    happening: str
    ticked_on: date
    teacher: int | None = None
    person: int | None = None


@dataclass(frozen=True, slots=True)
class MoveFact:
    """The move that is under way. `receiving` is the organisation that takes the child.

    `reference` names it; `adult_on` is the day from which an adult there is named.
    """

    receiving: int
    kind: str
    proposed_on: date
    joins_on: date
    starts_on: date | None = None
    consented_on: date | None = None
    answer: str = ""
    answered_on: date | None = None
    first_day_on: date | None = None
    has_adult: bool = False
    reference: str = ""
    is_provider: bool = False
    adult_on: date | None = None


@dataclass(frozen=True, slots=True)
class WaitFact:
    """A stretch in which a child is ready and waits for a place."""

    from_on: date
    what_for: str
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class CheckFact:
    """The check of one point that stands."""

    point: str
    checked_on: date
    holds: str
    is_on_roll: bool = True


@dataclass(frozen=True, slots=True)
class AuthorityCheckFact:
    """What the authority found; settled, or looked at again on `next_on`."""

    checked_on: date
    is_settled: bool
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class QuestionFact:
    """Something one adult was asked by letter: since when, answered when, asked again when.

    `reference` names the message, `who` the adult, and `about` the letter.
    """

    reference: str
    who: str
    about: str
    asked_on: date
    answered_on: date | None = None
    again_on: date | None = None


@dataclass(frozen=True, slots=True)
class NotArrivedFact:
    """A message that came back, or could not be sent; `met_on` where it went another way since."""

    reference: str
    who: str
    came_back_on: date
    met_on: date | None = None


@dataclass(frozen=True, slots=True)
class GapFact:
    """A promise that the record does not yet keep, named by the start gate."""

    key: str
    says: str


@dataclass(frozen=True, slots=True)
class Facts:
    """One placement on one day, as the rules see it.

    `authority` is the authority that acts for the child: its line is due from its officers.
    `told` are the first days on which each audience was told, `told_days` all of them. `prepared_on`
    is the approval of the return that stands, `approved_on` the newest one, and `reopened_on` the day
    on which the plan or the ladder changed after it. `provider` is the organisation that provides the
    placement, and `rated_on` the days on which each side looked at what helps.
    """

    reference: UUID
    kind: str
    starts_on: date | None
    ends_on: date | None
    agreed_on: date | None = None
    urgent_on: date | None = None
    first_session_on: date | None = None
    ended_on: date | None = None
    withdrawn_on: date | None = None
    refused_on: date | None = None
    first_review_on: date | None = None
    is_registered: bool | None = None
    has_school: bool = True
    contacts: Sequence[ContactFact] = ()
    adults: Sequence[NamedAdultFact] = ()
    milestones: Sequence[MilestoneFact] = ()
    plan: PlanText = field(default_factory=PlanText)
    told: dict[str, date] = field(default_factory=dict)
    told_days: Mapping[str, Sequence[date]] = field(default_factory=dict)
    belonging_on: Sequence[date] = ()
    reviews: Sequence[ReviewFact] = ()
    actions: Sequence[ActionFact] = ()
    gaps: Sequence[GapFact] = ()
    return_began_on: date | None = None
    ladder: LadderFact | None = None
    adjustments: Sequence[AdjustmentFact] = ()
    teachers: Sequence[TeacherFact] = ()
    briefings: Mapping[str, BriefingFact] = field(default_factory=dict)
    ticks: Sequence[TickFact] = ()
    has_return_adult: bool = False
    prepared_on: date | None = None
    approved_on: date | None = None
    reopened_on: date | None = None
    move: MoveFact | None = None
    waiting_from_on: date | None = None
    waits: Sequence[WaitFact] = ()
    authority: int | None = None
    outcome: str = ""
    goes_to: int | None = None
    goes_to_kind: str = ""
    checks_from_on: date | None = None
    held_on: date | None = None
    not_held_on: date | None = None
    checks: Sequence[CheckFact] = ()
    authority_checks: Sequence[AuthorityCheckFact] = ()
    provider: int | None = None
    rated_on: Mapping[str, Sequence[date]] = field(default_factory=dict)
    invited: Mapping[UUID, date] = field(default_factory=dict)
    questions: Sequence[QuestionFact] = ()
    not_arrived: Sequence[NotArrivedFact] = ()

    @property
    def reviews_on(self) -> list[date]:
        """The days of the reviews that were held."""
        return [review.held_on for review in self.reviews]

    @property
    def begins_on(self) -> date | None:
        """The first day: the planned one, or that of the first session where the child came sooner.

        A planned day counts once the start is agreed or urgently allowed; a placement that nobody
        had allowed begins when the child comes. An urgent start without a planned day begins on the
        day on which it was allowed.
        """
        planned, came = self.starts_on or self.urgent_on, self.first_session_on
        if came is None:
            return planned
        allowed = min(filter(None, (self.agreed_on, self.urgent_on)), default=None)
        if planned is None or allowed is None or allowed > came:
            return came
        return min(came, planned)

    def runs(self, on: date) -> Period | None:
        """The days on which the placement runs, as far as is known on a day.

        Running means agreed, urgently started or actually attended, and not ended. Past its
        intended end, or without one, a placement goes on running, week by week, until somebody
        records an ending.
        """
        if self.withdrawn_on or self.refused_on:
            return None
        if not (self.agreed_on or self.urgent_on or self.first_session_on):
            return None
        begins = self.begins_on
        if begins is None:
            return None
        ends = self.ended_on
        if ends is None:
            is_planned = self.ends_on is not None and self.ends_on >= on
            ends = self.ends_on if is_planned else _sunday_of(max(on, begins))
        return Period(begins, ends) if ends and begins <= ends else None

    def contact_adult(self, on: date) -> int | None:
        """Who makes the contact on a day: the cover where there is one, else the named adult.

        Of two at once the one who began last; of a person without an account, nobody by name.
        """
        serving = sorted(
            (adult for adult in self.adults if adult.serves_on(on)),
            key=lambda adult: (adult.is_cover, adult.from_on),
        )
        return serving[-1].person if serving else None


def _sunday_of(day: date) -> date:
    return day + timedelta(days=6 - day.weekday())
