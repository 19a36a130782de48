"""Weekly contact, read for its pages: who makes it, what was promised, how the weeks went."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from homeward.calendars import queries as calendars
from homeward.calendars.rules import monday_of
from homeward.due import queries as due
from homeward.due.rules import Line, Part
from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.placements.codes import PromiseKept, SpokeWith, StaffPart
from homeward.placements.models import Contact, NamedAdult, Placement
from homeward.placements.queries.facts import bare_facts, standing_contacts
from homeward.placements.queries.visible import NotVisible
from homeward.placements.rules.contact import (
    WEEKLY_CONTACT,
    ContactWeek,
    Streak,
    contact_weeks,
    streak,
)
from homeward.placements.rules.facts import ContactFact
from homeward.placements.rules.saying import when_said

ME = "me"
AS_BEFORE = "as-before"


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who may have made a contact: what the form sends, and what a person reads."""

    key: str
    name: str
    says: str
    person: int | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """Something the child was promised and that nobody has closed yet."""

    text: str
    by_on: date | None
    who_says: str
    when_says: str


@dataclass(frozen=True, slots=True)
class Opening:
    """What the form of a contact opens with. `caller` and `method` are filled in for the adult.

    `due_on` is the day by which the contact that is open now is due, be it past; None where none is.
    """

    child: str
    born_on: date
    callers: tuple[Caller, ...]
    caller: str
    method: str
    promises: tuple[Promise, ...]
    due_on: date | None


def opening(access: Access, placement: Placement, *, on: date) -> Opening:
    """Open the form of a contact: four queries."""
    callers, mine = _callers(access, placement, on)
    standing = _standing(_rows(placement))
    return Opening(
        child=placement.pupil.known_as,
        born_on=placement.pupil.born_on,
        callers=callers,
        caller=mine,
        method=standing[-1].method if standing else "",
        promises=_open_promises(standing, access, on),
        due_on=_open_until(access, placement, on),
    )


def opening_again(access: Access, placement: Placement, contact: Contact, *, on: date) -> Opening:
    """Open the form of a contact to correct it: the same, with whoever made it. Two queries."""
    callers, _ = _callers(access, placement, on)
    before = Caller(AS_BEFORE, contact.made_by_name, contact.made_by_name, contact.made_by_id)
    others = [one for one in callers if (one.person, one.name) != (before.person, before.name)]
    earlier = [row for row in _standing(_rows(placement)) if row.pk != contact.pk]
    return Opening(
        child=placement.pupil.known_as,
        born_on=placement.pupil.born_on,
        callers=(before, *others),
        caller=AS_BEFORE,
        method=contact.method,
        promises=_open_promises(
            [row for row in earlier if (row.made_on, row.pk) < (contact.made_on, contact.pk)],
            access,
            on,
        ),
        due_on=None,
    )


@dataclass(frozen=True, slots=True)
class Next:
    """What is due after a contact was saved, and whether the child was spoken with in its week."""

    is_spoken_with: bool
    due_on: date | None
    are_dates_needed: bool


def next_contact(access: Access, placement: Placement, *, week_of: date, on: date) -> Next:
    """When the child is to be spoken with next, after a contact in the week of a day: three queries."""
    lines = _lines(access, placement, on)
    days = [line.due_on for line in lines if line.due_on is not None and line.due_on >= on]
    spoken = standing_contacts(access, [placement.pk])[placement.pk]
    return Next(
        is_spoken_with=any(
            made.is_with_child and monday_of(made.made_on) == monday_of(week_of) for made in spoken
        ),
        due_on=min(days, default=None),
        are_dates_needed=any(line.due_on is None for line in lines),
    )


@dataclass(frozen=True, slots=True)
class Thread:
    """One contact as it stands, and what it said before, oldest first."""

    now: Contact
    earlier: tuple[Contact, ...]

    @property
    def counts(self) -> bool:
        """Whether it is a contact with the child that stands."""
        return not self.now.is_withdrawn and self.now.spoke_with == SpokeWith.CHILD


@dataclass(frozen=True, slots=True)
class ContactsPage:
    """All contacts of a placement and how the weeks went."""

    threads: tuple[Thread, ...]
    streak: Streak
    named: str
    due_on: date | None

    @property
    def contacts(self) -> int:
        return sum(thread.counts for thread in self.threads)

    @property
    def attempts(self) -> int:
        return sum(not (thread.counts or thread.now.is_withdrawn) for thread in self.threads)


def contacts_page(access: Access, placement: Placement, *, on: date) -> ContactsPage:
    """Every contact and attempt, newest first, and the streak: seven queries."""
    rows = _rows(placement)
    named = _named(placement, on)
    lines = due.lines_about(access, placement.reference, on)
    waived = [line.due_on for line in lines.waived if line.kind == WEEKLY_CONTACT and line.due_on]
    return ContactsPage(
        threads=tuple(reversed(_threads(rows))),
        streak=_streak(access, placement, rows, named, waived, on),
        named=named.name if named else "",
        due_on=min((line.due_on for line in _of_contact(lines.now) if line.due_on), default=None),
    )


def thread(access: Access, placement: Placement, reference: UUID) -> Thread:
    """The contact that a reference names, as it stands now. Raises NotVisible. One query."""
    for found in _threads(_rows(placement)):
        if any(row.reference == reference for row in (found.now, *found.earlier)):
            return found
    raise NotVisible


def _callers(
    access: Access, placement: Placement, on: date
) -> tuple[tuple[Caller, ...], str]:
    """The adults named for the contact, the cover first; and which of them is signed in."""
    parts = [StaffPart.COVER, StaffPart.WEEKLY_CONTACT]
    rows = NamedAdult.objects.filter(placement=placement, part__in=parts, from_on__lte=on)
    serving = [row for row in rows.order_by("part", "id") if row.to_on is None or row.to_on >= on]
    found = {
        row.person_id or row.name: Caller(
            str(row.reference), row.name, f"{row.name} ({StaffPart(row.part).label.lower()})", row.person_id
        )
        for row in serving
    }
    mine = found.get(access.person or 0)
    if mine is None and access.person is not None:
        me = Caller(ME, access.person_name, f"{access.person_name} (you)", access.person)
        return (*found.values(), me), ""
    return tuple(found.values()), mine.key if mine else ""


def _named(placement: Placement, on: date) -> NamedAdult | None:
    rows = NamedAdult.objects.filter(
        placement=placement, part=StaffPart.WEEKLY_CONTACT, from_on__lte=on
    )
    return rows.order_by("-from_on", "-id").first()


def _rows(placement: Placement) -> list[Contact]:
    rows = Contact.objects.filter(placement=placement).select_related("recorded_by")
    return list(rows.order_by("id"))


def _threads(rows: Sequence[Contact]) -> list[Thread]:
    """Each contact with its corrections, in the order of the days they were made on."""
    ending_in: dict[int, list[Contact]] = {}
    for row in rows:
        before = ending_in.pop(row.corrects_id, []) if row.corrects_id else []
        ending_in[row.pk] = [*before, row]
    found = [Thread(chain[-1], tuple(chain[:-1])) for chain in ending_in.values()]
    return sorted(found, key=lambda one: (one.now.made_on, one.now.pk))


def _standing(rows: Sequence[Contact]) -> list[Contact]:
    return [one.now for one in _threads(rows) if not one.now.is_withdrawn]


def _open_promises(
    standing: Sequence[Contact], access: Access, on: date
) -> tuple[Promise, ...]:
    """What was promised and not yet answered with yes or no; "not yet" keeps it open."""
    found: list[Promise] = []
    for row in standing:
        if row.last_promise_kept in {PromiseKept.YES, PromiseKept.NO}:
            found.clear()
        if row.promise:
            is_mine = row.made_by_id is not None and row.made_by_id == access.person
            found.append(
                Promise(
                    text=row.promise,
                    by_on=row.promise_by_on,
                    who_says="you" if is_mine else row.made_by_name,
                    when_says=when_said(row.made_on, on),
                )
            )
    return tuple(found)


def _lines(access: Access, placement: Placement, on: date) -> list[Line]:
    lines = due.lines_about(access, placement.reference, on)
    return _of_contact([*lines.now, *lines.coming])


def _of_contact(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.kind == WEEKLY_CONTACT]


def _open_until(access: Access, placement: Placement, on: date) -> date | None:
    """The day of the contact that can be made now; of several, the one of this week."""
    lines = _lines(access, placement, on)
    return max((line.due_on for line in lines if line.due_on and line.part != Part.LATER), default=None)


def _streak(
    access: Access,
    placement: Placement,
    rows: Sequence[Contact],
    named: NamedAdult | None,
    waived: Sequence[date],
    on: date,
) -> Streak:
    contacts = [
        ContactFact(
            row.made_on, row.spoke_with == SpokeWith.CHILD, row.made_by_id, str(row.reference)
        )
        for row in _standing(rows)
    ]
    facts = replace(bare_facts(access, placement), contacts=contacts)
    runs, weeks = facts.runs(on), list[ContactWeek]()
    if runs is not None:
        policy = organisations.policy(access, placement.keeper_id, on)
        owner = placement.home_school_id or placement.commissioner_id
        weeks, _ = contact_weeks(
            runs=runs,
            calendar=calendars.calendar(access, owner),
            first_within=policy.first_contact_school_days,
        )
    return streak(
        facts, weeks=weeks, named=named.person_id if named else None, waived=waived, on=on
    )
