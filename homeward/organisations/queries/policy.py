"""The policy of an authority as it was, or is, on a day, and the pages that show it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import Http404

from homeward.history.queries import ShownEntry, entries
from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.organisations.models import Organisation, PolicyValue, Team
from homeward.organisations.queries.people import teams
from homeward.organisations.rules.policy import Policy, policy_from
from homeward.organisations.rules.policy_change import Planned, PolicyChange, policy_change
from homeward.organisations.rules.policy_number import (
    Group,
    Number,
    about_number,
    verified_in_words,
)
from homeward.organisations.rules.policy_pack import GROUPS, NUMBERS
from homeward.reference.guidance import Passage


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an authority's own: from which day, by whose decision, and who wrote it when."""

    value: int
    from_on: date
    source: str
    written: ShownEntry | None = None


@dataclass(frozen=True, slots=True)
class ShownNumber:
    """A number as it stands on a day: the value that holds, and those that come."""

    number: Number
    value: int
    own: Value | None
    coming: tuple[Value, ...]

    @property
    def says(self) -> str:
        return self.number.count(self.value)


@dataclass(frozen=True, slots=True)
class Pack:
    """The whole policy pack of an authority on a day."""

    authority: Organisation
    groups: tuple[tuple[Group, tuple[ShownNumber, ...]], ...]
    teams: tuple[Team, ...]
    may_keep: bool


@dataclass(frozen=True, slots=True)
class NumberPage:
    """One number with all it was and will be. `seen` is the mark of its history as shown here."""

    authority: Organisation
    shown: ShownNumber
    values: tuple[Value, ...]
    changes: tuple[ShownEntry, ...]
    seen: int
    planned: Planned
    may_keep: bool

    @property
    def number(self) -> Number:
        return self.shown.number

    def unverified(self, shown: Passage) -> str:
        """What is said of a passage that was not read in its source."""
        return verified_in_words(shown)

    def change(self, value: int, from_on: date) -> PolicyChange:
        """What this value, from this day on, would change."""
        until = next((one.from_on for one in self.shown.coming if one.from_on > from_on), None)
        return policy_change(
            self.planned, number=self.number, value=value, from_on=from_on, until=until
        )


def policy(access: Access, authority: int, on: date) -> Policy:
    """Answer an authority's numbers as of a day: its own latest ones over the cited defaults."""
    rows = (
        PolicyValue.objects.filter(authority_id=authority, from_on__lte=on)
        .order_by("from_on")
        .values_list("key", "value")
    )
    return policy_from(dict(rows))


def policies_from(access: Access, authority: int, on: date) -> Iterator[Policy]:
    """Answer an authority's numbers on a day and on each later day on which one changes."""
    rows = PolicyValue.objects.filter(authority_id=authority).order_by("from_on")
    for _, numbers in _planned(list(rows), on):
        yield numbers


def policy_pack(access: Access, on: date) -> Pack:
    """Answer the numbers of the authority that somebody works for or with. Raises Http404."""
    authority = _authority(access)
    rows: dict[str, list[Value]] = {}
    for row in PolicyValue.objects.filter(authority=authority).order_by("from_on"):
        rows.setdefault(row.key, []).append(Value(row.value, row.from_on, row.source))
    return Pack(
        authority=authority,
        groups=tuple(
            (group, tuple(_shown(one, rows.get(one.key, ()), on) for one in group.numbers))
            for group in GROUPS
        ),
        teams=tuple(teams(access, authority.pk)),
        may_keep=_may_keep(access, authority),
    )


def policy_number(access: Access, key: str, on: date) -> NumberPage:
    """Answer one number with its history. Raises Http404 for one that is not in the pack."""
    authority, number = _authority(access), NUMBERS.get(key)
    if number is None:
        raise Http404
    changes = policy_changes(access, authority, key)
    written = _written(changes)
    rows = list(PolicyValue.objects.filter(authority=authority).order_by("from_on"))
    values = [
        Value(row.value, row.from_on, row.source, written.get(row.from_on.isoformat()))
        for row in rows
        if row.key == key
    ]
    shown = _shown(number, values, on)
    return NumberPage(
        authority=authority,
        shown=shown,
        values=tuple(reversed(values)),
        changes=tuple(changes),
        seen=changes[0].number if changes else 0,
        planned=_planned(rows, on),
        may_keep=_may_keep(access, authority),
    )


def policy_changes(access: Access, authority: Organisation, key: str) -> list[ShownEntry]:
    """Answer who changed a number, when and how, the newest first; the last hundred times."""
    return entries(access, about_number(authority.reference, key))


def _authority(access: Access) -> Organisation:
    found = Organisation.objects.filter(pk=access.authority or 0).first()
    if found is None:
        raise Http404
    return found


def _may_keep(access: Access, authority: Organisation) -> bool:
    return access.may(May.KEEP_POLICY) and access.organisation == authority.pk


def _shown(number: Number, values: Sequence[Value], on: date) -> ShownNumber:
    """A number with its own values in the order of their days."""
    own = next((one for one in reversed(values) if one.from_on <= on), None)
    return ShownNumber(
        number=number,
        value=own.value if own else number.default,
        own=own,
        coming=tuple(one for one in values if one.from_on > on),
    )


def _planned(rows: Sequence[PolicyValue], on: date) -> Planned:
    """The numbers of a day and of each later day on which one changes, from rows in that order."""
    days = sorted({on, *(row.from_on for row in rows if row.from_on > on)})
    return [
        (day, policy_from({row.key: row.value for row in rows if row.from_on <= day}))
        for day in days
    ]


def _written(changes: Sequence[ShownEntry]) -> Mapping[str, ShownEntry]:
    """The last entry that wrote the value of each day."""
    return {
        str(entry.after["from_on"]): entry
        for entry in reversed(changes)
        if "from_on" in entry.after
    }
