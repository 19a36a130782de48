"""INSET days and closures, one at a time, and taking them back."""

from datetime import date

from django.db import transaction

from homeward.calendars.actions.announcing import announce
from homeward.calendars.actions.loading import WrongTermDates
from homeward.calendars.codes import TermDateKind
from homeward.calendars.models import TermDate
from homeward.calendars.queries import may_keep
from homeward.calendars.rules import TermRow, row_problem
from homeward.history.actions import record
from homeward.organisations.access import Access
from homeward.organisations.models import Organisation


class NotTheirs(PermissionError):
    """Somebody changes the dates of an organisation that they do not keep."""


class AlreadyClosed(ValueError):
    """The days are already down as closed."""


@transaction.atomic
def add_closure(
    organisation: Organisation,
    *,
    kind: TermDateKind,
    starts_on: date,
    ends_on: date,
    name: str = "",
    by: Access,
    on: date,
) -> TermDate:
    """Write down INSET days or a closure; a past one too, for what happened is never refused.

    Raises NotTheirs, AlreadyClosed, and WrongTermDates for days that cannot be right.
    """
    if not may_keep(by, organisation):
        raise NotTheirs(f"{by.person_name} does not keep the dates of {organisation.name}.")
    row = TermRow(organisation.pk, kind, starts_on, ends_on, name)
    problem = row_problem(row)
    if problem or not kind.is_closed_day:
        raise WrongTermDates(problem or "Only INSET days and closures are added one at a time.")
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    overlapping = TermDate.objects.filter(
        organisation=organisation, kind=kind, starts_on__lte=ends_on, ends_on__gte=starts_on
    )
    if taken := overlapping.order_by("starts_on").first():
        raise AlreadyClosed(f"{taken.label} is already down from {taken.starts_on}.")
    added = TermDate.objects.create(
        organisation=organisation, kind=kind, starts_on=starts_on, ends_on=ends_on, name=name
    )
    _tell(added, "calendar.closure.added", "was added", by=by, on=on)
    return added


@transaction.atomic
def remove_closure(closure: TermDate, *, by: Access, on: date) -> None:
    """Take an INSET day or closure back: the school meets on those days after all.

    Raises NotTheirs, and WrongTermDates for a term. One already gone stays gone, without an entry.
    """
    if not may_keep(by, closure.organisation):
        raise NotTheirs(f"{by.person_name} does not keep the dates of {closure.organisation}.")
    if not TermDateKind(closure.kind).is_closed_day:
        raise WrongTermDates("Only INSET days and closures are taken back one at a time.")
    found = TermDate.objects.select_for_update().filter(pk=closure.pk).first()
    if found is None:
        return
    found.delete()
    _tell(closure, "calendar.closure.removed", "was taken back", by=by, on=on)


def _tell(closure: TermDate, kind: str, what: str, *, by: Access, on: date) -> None:
    says = {
        "kind": closure.kind,
        "starts_on": closure.starts_on,
        "ends_on": closure.ends_on,
        "name": closure.name,
    }
    organisation = closure.organisation
    announce([organisation.pk], by=by, on=on)
    record(
        keeper=organisation.area,
        about=organisation.reference,
        kind=kind,
        summary=f"{organisation.name}: {closure.label}, {closure.starts_on} to {closure.ends_on},"
        f" {what}",
        by=by,
        on=on,
        before=says if what == "was taken back" else None,
        after=None if what == "was taken back" else says,
    )
