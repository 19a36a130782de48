"""Changes to a child's record, each with its history."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from homeward.history.actions import record
from homeward.organisations.access import Access
from homeward.organisations.models import Organisation
from homeward.pupils.models import FamilyAdult, Household, Pupil, PupilName, Shield
from homeward.pupils.rules.names import name_words
from homeward.pupils.signals import pupil_changed

NAMES = (
    "first_name",
    "last_name",
    "preferred_first_name",
    "preferred_last_name",
    "former_names",
)
IDENTITY = (*NAMES, "born_on", "sex", "upn", "uln", "year_group")
NEEDS = (
    "sen_provision",
    "sen_need",
    "has_ehc_plan",
    "is_looked_after",
    "has_social_worker",
    "social_worker",
    "ethnicity",
    "first_language",
    "languages",
    "needs_interpreter",
)


class NotPossible(ValueError):
    """The record cannot say this; the message says what to do."""


class Changed(Exception):
    """Somebody else wrote here since the form was opened. `theirs` is what stands now."""

    def __init__(self, theirs: Mapping[str, Any], edited: int) -> None:
        super().__init__("Somebody else changed this since you opened it.")
        self.theirs = theirs
        self.edited = edited


@transaction.atomic
def add_pupil(
    *,
    keeper: Organisation,
    home_school: Organisation | None,
    by: Access,
    on: date,
    **said: Any,
) -> Pupil:
    """Begin the record of a child with what IDENTITY and NEEDS name.

    Raises NotPossible where the authority has a child of that UPN.
    """
    if said.get("upn") and Pupil.objects.filter(keeper=keeper, upn=said["upn"]).exists():
        raise NotPossible("There is already a child with this UPN. Find them by it.")
    pupil = Pupil.objects.create(keeper=keeper, home_school=home_school, **said)
    _write_words(pupil)
    _finish(pupil, kind="added", summary="Added the child's record", by=by, on=on)
    return pupil


@transaction.atomic
def amend_pupil(
    pupil: Pupil, *, changes: Mapping[str, Any], edited: int, by: Access, on: date
) -> Pupil:
    """Write some of IDENTITY or NEEDS. `edited` is the count of edits when the form was opened.

    Raises Changed where somebody wrote since and the texts differ, NotPossible for a UPN that
    another child has.
    """
    now = Pupil.objects.select_for_update().get(pk=pupil.pk)
    before = {name: getattr(now, name) for name in changes}
    if edited != now.edited and before != dict(changes):
        raise Changed(before, now.edited)
    different = {name: value for name, value in changes.items() if before[name] != value}
    if not different:
        return now
    upn = different.get("upn")
    if upn and Pupil.objects.filter(keeper=now.keeper, upn=upn).exclude(pk=now.pk).exists():
        raise NotPossible("There is already a child with this UPN. Find them by it.")
    for name, value in different.items():
        setattr(now, name, value)
    now.edited += 1
    now.save(update_fields=[*different, "edited"])
    if any(name in NAMES for name in different):
        _write_words(now)
    _finish(
        now,
        kind="amended",
        summary="Changed " + ", ".join(name.replace("_", " ") for name in different),
        by=by,
        on=on,
        before={name: before[name] for name in different},
        after=different,
    )
    return now


@transaction.atomic
def move_to_school(pupil: Pupil, *, school: Organisation | None, by: Access, on: date) -> None:
    """Write a new home school, or that there is none yet. The history keeps the one before."""
    before = pupil.home_school_id
    pupil.home_school = school
    pupil.edited += 1
    pupil.save(update_fields=["home_school", "edited"])
    _finish(
        pupil,
        kind="school",
        summary=f"Home school is {school.name if school else 'none yet'}",
        by=by,
        on=on,
        before={"home_school": before},
        after={"home_school": school.pk if school else None},
    )


@transaction.atomic
def add_household(pupil: Pupil, *, by: Access, on: date, **said: Any) -> Household:
    """Add an address where people of the family live."""
    household = Household.objects.create(keeper_id=pupil.keeper_id, pupil=pupil, **said)
    _finish(pupil, kind="household", summary="Added a household", by=by, on=on)
    return household


@transaction.atomic
def amend_household(household: Household, *, by: Access, on: date, **said: Any) -> Household:
    """Write a new address or telephone of a household."""
    for name, value in said.items():
        setattr(household, name, value)
    household.save(update_fields=list(said))
    _finish(household.pupil, kind="household", summary="Changed a household", by=by, on=on)
    return household


@transaction.atomic
def add_adult(pupil: Pupil, *, by: Access, on: date, **said: Any) -> FamilyAdult:
    """Add one adult of the family. Raises NotPossible for a household of another child."""
    _same_child(pupil, said.get("household"))
    adult = FamilyAdult.objects.create(keeper_id=pupil.keeper_id, pupil=pupil, **said)
    _finish(pupil, kind="family", summary=f"Added {adult.relationship} to the family", by=by, on=on)
    return adult


@transaction.atomic
def amend_adult(adult: FamilyAdult, *, by: Access, on: date, **said: Any) -> FamilyAdult:
    """Write something new about one adult. Raises NotPossible for a household of another child."""
    _same_child(adult.pupil, said.get("household"))
    for name, value in said.items():
        setattr(adult, name, value)
    adult.save(update_fields=list(said))
    _finish(
        adult.pupil,
        kind="family",
        summary=f"Changed the {adult.relationship}'s record",
        by=by,
        on=on,
    )
    return adult


@transaction.atomic
def raise_shield(
    pupil: Pupil,
    *,
    from_adult: FamilyAdult,
    hides: str,
    because: str,
    by: Access,
    on: date,
    until_on: date | None = None,
) -> Shield:
    """Keep something from one adult of the family. Raises NotPossible without a reason."""
    if not because.strip():
        raise NotPossible("Say why it is hidden.")
    if from_adult.pupil_id != pupil.pk:
        raise NotPossible("That adult is not of this child's family.")
    if until_on and until_on < on:
        raise NotPossible("The last day must not be past.")
    shield = Shield.objects.create(
        keeper_id=pupil.keeper_id,
        pupil=pupil,
        from_adult=from_adult,
        hides=hides,
        because=because,
        from_on=on,
        until_on=until_on,
    )
    _finish(pupil, kind="shield", summary=f"Hid the {hides} from an adult", by=by, on=on)
    return shield


@transaction.atomic
def lower_shield(shield: Shield, *, by: Access, on: date) -> None:
    """End a shield today."""
    shield.until_on = on
    shield.save(update_fields=["until_on"])
    _finish(shield.pupil, kind="shield", summary=f"Ended hiding the {shield.hides}", by=by, on=on)


def _same_child(pupil: Pupil, household: Household | None) -> None:
    if household is not None and household.pupil_id != pupil.pk:
        raise NotPossible("That household is not of this child's family.")


def _write_words(pupil: Pupil) -> None:
    PupilName.objects.filter(pupil=pupil).delete()
    wanted = name_words(*(getattr(pupil, name) for name in NAMES))
    PupilName.objects.bulk_create(
        PupilName(keeper_id=pupil.keeper_id, pupil=pupil, word=word) for word in wanted
    )


def _finish(
    pupil: Pupil,
    *,
    kind: str,
    summary: str,
    by: Access,
    on: date,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    pupil_changed.send(sender=Pupil, pupil=pupil.pk, by=by, on=on)
    record(
        keeper=pupil.keeper_id,
        about=pupil.reference,
        kind=f"pupil.{kind}",
        summary=summary,
        by=by,
        on=on,
        before=before,
        after=after,
    )
