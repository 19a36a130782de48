"""A child's record: beginning it, identity, needs, home school."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from homeward.organisations.access import Access
from homeward.organisations.models import Organisation
from homeward.pupils.actions.writing import NotPossible, finish, in_words, write
from homeward.pupils.codes import NAMES
from homeward.pupils.models import Pupil, PupilName
from homeward.pupils.rules.names import name_words

UPN_TAKEN = (
    "There is already a record with this unique pupil number."
    " If you cannot find the child, ask the authority to move the record to your school"
)


@transaction.atomic
def add_pupil(
    *,
    keeper: Organisation,
    home_school: Organisation | None,
    by: Access,
    on: date,
    **said: Any,
) -> Pupil:
    """Begin the record of a child with what `codes.IDENTITY` and `codes.NEEDS` name.

    Raises NotPossible where the authority has a child of that UPN.
    """
    _refuse_taken(keeper.pk, said.get("upn", ""))
    pupil = Pupil.objects.create(keeper=keeper, home_school=home_school, **said)
    _write_words(pupil)
    finish(pupil, kind="added", summary="Began the child's record", by=by, on=on, after=said)
    return pupil


@transaction.atomic
def amend_pupil(
    pupil: Pupil, *, changes: Mapping[str, Any], by: Access, on: date, opened: str = ""
) -> Pupil:
    """Write some of identity or needs. `opened` is the mark of what the editor saw (`rules.opened`).

    Raises Changed where somebody wrote since and the texts differ, NotPossible for a UPN that
    another child has.
    """
    now = Pupil.objects.select_for_update().get(pk=pupil.pk)
    if changes.get("upn", now.upn) != now.upn:
        _refuse_taken(now.keeper_id, changes["upn"])
    before, after = write(now, changes, opened=opened)
    if not after:
        return now
    if any(name in NAMES for name in after):
        _write_words(now)
    finish(
        now,
        kind="amended",
        summary=f"Changed {in_words(after)}",
        by=by,
        on=on,
        before=before,
        after=after,
    )
    return now


@transaction.atomic
def move_to_school(pupil: Pupil, *, school: Organisation | None, by: Access, on: date) -> None:
    """Write a new home school, or that there is none yet. The history keeps the one before."""
    rows = Pupil.objects.select_for_update(of=("self",)).select_related("home_school")
    now = rows.get(pk=pupil.pk)
    before, now.home_school = now.home_school, school
    if before == school:
        return
    now.save(update_fields=["home_school"])
    finish(
        now,
        kind="school",
        summary=f"Home school is {school.name if school else 'none yet'}",
        by=by,
        on=on,
        before={"home_school": before.name if before else None},
        after={"home_school": school.name if school else None},
    )


def _refuse_taken(keeper: int, upn: str) -> None:
    """Refuse a number that another child has, also where two people give it at the same moment."""
    if not upn:
        return
    Organisation.objects.select_for_update(no_key=True).get(pk=keeper)
    if Pupil.objects.filter(keeper=keeper, upn=upn).exists():
        raise NotPossible(UPN_TAKEN)


def _write_words(pupil: Pupil) -> None:
    PupilName.objects.filter(pupil=pupil).delete()
    wanted = name_words(*(getattr(pupil, name) for name in NAMES))
    PupilName.objects.bulk_create(
        PupilName(keeper_id=pupil.keeper_id, pupil=pupil, word=word) for word in wanted
    )
