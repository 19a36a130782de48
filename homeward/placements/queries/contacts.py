"""Weekly contact, read for its pages: who makes it, what was promised, how the weeks went."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from homeward.calendars import queries as calendars
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
from homeward.placements.rules.saying import Saved, is_same_week, near_day, when_said

ME = "me"
AS_BEFORE = "as-before"
PROMISES_SHOWN = 3


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
    who: str
    is_mine: bool
    when_says: str
    by_says: str


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
    """Open the form of a contact: three queries."""
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
    """Open the form of a contact to correct it, with whoever made it: three queries."""
    key = str(contact.made_by.reference) if contact.made_by else AS_BEFORE
    before = Caller(key, contact.made_by_name, contact.made_by_name, contact.made_by_id)
    others, _ = _callers(access, placement, on)
    earlier = [row for row in _standing(_rows(placement)) if _order(row) < _order(contact)]
    return Opening(
        child=placement.pupil.known_as,
        born_on=placement.pupil.born_on,
        callers=(before, *(one for one in others if not _is_same(one, before))),
        caller=key,
        method=contact.method,
        promises=_open_promises(earlier, access, on),
        due_on=None,
    )


def saved(access: Access, placement: Placement, contact: Contact, *, on: date) -> Saved:
    """What there is to say once a contact was written: two queries."""
    days = due.open_days(access, placement.reference, kind=WEEKLY_CONTACT, on=on)
    spoken = standing_contacts(access, [placement.pk])[placement.pk]
    return Saved(
        child=placement.pupil.known_as,
        made_on=contact.made_on,
        is_taken_back=contact.is_withdrawn,
        is_outside_running=contact.is_outside_running,
        is_spoken_with=any(
            made.is_with_child and is_same_week(made.made_on, contact.made_on) for made in spoken
        ),
        due_on=min((day.due_on for day in days if day.due_on), default=None),
        are_dates_needed=any(day.due_on is None for day in days),
    )


@dataclass(frozen=True, slots=True)
class Thread:
    """One contact as it stands, and what it said before, oldest first."""

    now: Contact
    earlier: tuple[Contact, ...]

    def row(self, reference: UUID) -> Contact | None:
        """The text that a reference names, be it the one that stands or an earlier one."""
        rows = (self.now, *self.earlier)
        return next((row for row in rows if row.reference == reference), None)

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
    waived = [line.period for line in lines.waived if line.kind == WEEKLY_CONTACT]
    return ContactsPage(
        threads=tuple(reversed(_threads(rows))),
        streak=_streak(access, placement, rows, named, waived, on),
        named=named.name if named else "",
        due_on=min((line.due_on for line in _of_contact(lines.now) if line.due_on), default=None),
    )


def thread(access: Access, placement: Placement, reference: UUID) -> tuple[Thread, Contact]:
    """A contact as it stands, and the text of it that the reference names: one query.

    Raises NotVisible.
    """
    for found in _threads(_rows(placement)):
        row = found.row(reference)
        if row is not None:
            return found, row
    raise NotVisible


def _callers(access: Access, placement: Placement, on: date) -> tuple[tuple[Caller, ...], str]:
    """The adults named for the contact, the cover first; and the key of the one signed in."""
    parts = [StaffPart.COVER, StaffPart.WEEKLY_CONTACT]
    rows = NamedAdult.objects.filter(placement=placement, part__in=parts, from_on__lte=on)
    found: dict[object, Caller] = {}
    for row in rows.select_related("person").order_by("part", "id"):
        if row.to_on is not None and row.to_on < on:
            continue
        key = str(row.person.reference if row.person else row.reference)
        says = f"{row.name} ({StaffPart(row.part).label.lower()})"
        found.setdefault(row.person_id or row.name, Caller(key, row.name, says, row.person_id))
    mine = found.get(access.person)
    if mine is not None or access.person is None:
        return tuple(found.values()), mine.key if mine else ""
    me = Caller(ME, access.person_name, f"{access.person_name} (you)", access.person)
    return (*found.values(), me), ""


def _is_same(one: Caller, other: Caller) -> bool:
    return one.key == other.key or (one.person, one.name) == (other.person, other.name)


def _order(row: Contact) -> tuple[date, int]:
    return row.made_on, row.pk


def _named(placement: Placement, on: date) -> NamedAdult | None:
    rows = NamedAdult.objects.filter(
        placement=placement, part=StaffPart.WEEKLY_CONTACT, from_on__lte=on
    )
    return rows.order_by("-from_on", "-id").first()


def _rows(placement: Placement) -> list[Contact]:
    rows = Contact.objects.filter(placement=placement).select_related("recorded_by", "made_by")
    return list(rows.order_by("id"))


def _threads(rows: Sequence[Contact]) -> list[Thread]:
    """Each contact with its corrections, in the order of the days they were made on."""
    ending_in: dict[int, list[Contact]] = {}
    for row in rows:
        before = ending_in.pop(row.corrects_id, []) if row.corrects_id else []
        ending_in[row.pk] = [*before, row]
    found = [Thread(chain[-1], tuple(chain[:-1])) for chain in ending_in.values()]
    return sorted(found, key=lambda one: _order(one.now))


def _standing(rows: Sequence[Contact]) -> list[Contact]:
    return [one.now for one in _threads(rows) if not one.now.is_withdrawn]


def _open_promises(standing: Sequence[Contact], access: Access, on: date) -> tuple[Promise, ...]:
    """What was promised and not yet answered with yes or no, the newest; "not yet" keeps it open."""
    found: list[Promise] = []
    for row in standing:
        if row.last_promise_kept in {PromiseKept.YES, PromiseKept.NO}:
            found.clear()
        if row.promise:
            found = [one for one in found if one.text != row.promise]
            found.append(
                Promise(
                    text=row.promise,
                    who=row.made_by_name,
                    is_mine=row.made_by_id is not None and row.made_by_id == access.person,
                    when_says=when_said(row.made_on, on),
                    by_says=near_day(row.promise_by_on, on) if row.promise_by_on else "",
                )
            )
    return tuple(found[-PROMISES_SHOWN:])


def _of_contact(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.kind == WEEKLY_CONTACT]


def _open_until(access: Access, placement: Placement, on: date) -> date | None:
    """The day of the contact that can be made now; of several, the one of this week."""
    days = due.open_days(access, placement.reference, kind=WEEKLY_CONTACT, on=on)
    return max((day.due_on for day in days if day.due_on and day.part != Part.LATER), default=None)


def _streak(
    access: Access,
    placement: Placement,
    rows: Sequence[Contact],
    named: NamedAdult | None,
    waived: Sequence[str],
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
