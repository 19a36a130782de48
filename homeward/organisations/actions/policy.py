"""The numbers that an authority sets for itself, from a day on, and takes back before it."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from homeward.history.actions import record
from homeward.organisations import queries, signals
from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.organisations.models import Organisation, PolicyValue
from homeward.organisations.rules.policy_number import Number, about_number
from homeward.organisations.rules.policy_order import out_of_order
from homeward.organisations.rules.policy_pack import NUMBERS
from homeward.web.days import day

SET, TAKEN_BACK = "policy.set", "policy.taken-back"


class CannotBeSet(ValueError):
    """A number that does not make sense, or a day that has passed. The sentence says which."""


class PolicyChanged(Exception):
    """Somebody else changed the number since its page was opened."""


@transaction.atomic
def set_policy_value(
    authority: Organisation,
    *,
    key: str,
    value: int,
    from_on: date,
    by: Access,
    on: date,
    source: str = "",
    seen: int | None = None,
) -> PolicyValue:
    """Set one of an authority's numbers from a day on, and announce it.

    The same said again changes nothing. `seen` is the mark of the number's history as whoever asks
    saw it; none is asked of Homeward's own work. Raises KeyError for a number that is not in the
    policy pack, PermissionDenied for others than this authority's administrators, CannotBeSet, and
    PolicyChanged where somebody else was quicker.
    """
    if key not in NUMBERS:
        raise KeyError(f"no such policy number: {key}")
    number = NUMBERS[key]
    _lock(authority, by)
    _must_make_sense(number, value, from_on=from_on, on=on)
    stood = PolicyValue.objects.filter(authority=authority, key=key, from_on=from_on).first()
    if stood and (stood.value, stood.source) == (value, source):
        return stood
    _must_be_as_seen(authority, number, seen, by)
    before = _said(stood) if stood else None
    stands, _ = PolicyValue.objects.update_or_create(
        authority=authority,
        key=key,
        from_on=from_on,
        defaults={"value": value, "source": source},
    )
    _must_stay_in_order(authority, from_on, by)
    _write_down(
        authority,
        number,
        kind=SET,
        summary=f"{number.title}: {number.count(value)} from {day(from_on)}",
        before=before,
        after=_said(stands),
        by=by,
        on=on,
    )
    _announce(authority, key, from_on)
    return stands


@transaction.atomic
def take_back_policy_value(
    authority: Organisation, *, key: str, from_on: date, by: Access, on: date
) -> None:
    """Take a value back before its day comes: the number stays as it is. Taken back twice is once.

    Raises PermissionDenied, and CannotBeSet where its day has come or another coming value leans
    on it.
    """
    number = NUMBERS[key]
    _lock(authority, by)
    if from_on <= on:
        raise CannotBeSet(
            f"It has held since {day(from_on)}, so it cannot be taken back. "
            "Change the number from today instead"
        )
    stood = PolicyValue.objects.filter(authority=authority, key=key, from_on=from_on).first()
    if stood is None:
        return
    before = _said(stood)
    stood.delete()
    _must_stay_in_order(authority, from_on, by)
    _write_down(
        authority,
        number,
        kind=TAKEN_BACK,
        summary=f"{number.title}: taken back before its day, "
        f"{number.count(stood.value)} from {day(from_on)}",
        before=before,
        after=None,
        by=by,
        on=on,
    )
    _announce(authority, key, from_on)


def _lock(authority: Organisation, by: Access) -> None:
    """Let nobody else change this authority's numbers now. Raises PermissionDenied."""
    if not by.is_system and (by.organisation != authority.pk or not by.may(May.KEEP_POLICY)):
        raise PermissionDenied(f"You do not keep the policy of {authority.name}.")
    Organisation.objects.select_for_update().get(pk=authority.pk)


def _must_make_sense(number: Number, value: int, *, from_on: date, on: date) -> None:
    if not number.least <= value <= number.most:
        raise CannotBeSet(f"Enter a number from {number.least:,} to {number.most:,}")
    if from_on < on:
        raise CannotBeSet(
            "Choose today or a later day. On days that have passed, people kept to the number of that day"
        )


def _must_be_as_seen(authority: Organisation, number: Number, seen: int | None, by: Access) -> None:
    if seen is None:
        return
    changes = queries.policy_changes(by, authority, number.key)
    if changes and changes[0].number != seen:
        last = changes[0]
        raise PolicyChanged(
            f"{last.person_name} changed this number while you looked at it: {last.summary}"
        )


def _must_stay_in_order(authority: Organisation, from_on: date, by: Access) -> None:
    """Raise CannotBeSet where numbers would pass one another on that day or a later one."""
    for numbers in queries.policies_from(by, authority.pk, from_on):
        if said := out_of_order(numbers):
            raise CannotBeSet(said)


def _said(row: PolicyValue) -> dict[str, object]:
    return {"value": row.value, "from_on": row.from_on, "source": row.source}


def _write_down(
    authority: Organisation,
    number: Number,
    *,
    kind: str,
    summary: str,
    before: dict[str, object] | None,
    after: dict[str, object] | None,
    by: Access,
    on: date,
) -> None:
    record(
        keeper=authority.pk,
        about=about_number(authority.reference, number.key),
        kind=kind,
        summary=summary,
        before=before,
        after=after,
        by=by,
        on=on,
    )


def _announce(authority: Organisation, key: str, from_on: date) -> None:
    signals.policy_changed.send(
        sender=PolicyValue, authority=authority.pk, key=key, from_on=from_on
    )
