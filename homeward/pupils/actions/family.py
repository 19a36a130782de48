"""The adults of a child's family, the households, and what is kept from whom."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from homeward.organisations.access import Access
from homeward.pupils.actions.writing import NotPossible, finish, in_words, write
from homeward.pupils.codes import RELATIONSHIP_SAYS, Relationship
from homeward.pupils.models import FamilyAdult, Household, Pupil, Shield


@transaction.atomic
def add_household(pupil: Pupil, *, by: Access, on: date, **said: Any) -> Household:
    """Add an address where people of the family live; takes what `codes.HOUSEHOLD` names."""
    household = Household.objects.create(keeper_id=pupil.keeper_id, pupil=pupil, **said)
    finish(pupil, kind="household", summary="Added a household", by=by, on=on, after=said)
    return household


@transaction.atomic
def amend_household(
    household: Household, *, by: Access, on: date, opened: str = "", **said: Any
) -> Household:
    """Write a new address or telephone of a household. Raises Changed as `amend_pupil` does."""
    now = (
        Household.objects.select_for_update(of=("self",))
        .select_related("pupil")
        .get(pk=household.pk)
    )
    before, after = write(now, said, opened=opened)
    if after:
        finish(
            now.pupil,
            kind="household",
            summary=f"Changed {in_words(after)} of a household",
            by=by,
            on=on,
            before=before,
            after=after,
        )
    return now


@transaction.atomic
def add_adult(pupil: Pupil, *, by: Access, on: date, **said: Any) -> FamilyAdult:
    """Add one adult of the family; takes what `codes.ADULT` names.

    Raises NotPossible for a household of another child.
    """
    _same_child(pupil, said.get("household"))
    adult = FamilyAdult.objects.create(keeper_id=pupil.keeper_id, pupil=pupil, **said)
    finish(pupil, kind="family", summary=f"Added {_who(adult)}", by=by, on=on, after=said)
    return adult


@transaction.atomic
def amend_adult(
    adult: FamilyAdult, *, by: Access, on: date, opened: str = "", **said: Any
) -> FamilyAdult:
    """Write something new about one adult.

    Raises NotPossible for a household of another child, Changed as `amend_pupil` does.
    """
    now = (
        FamilyAdult.objects.select_for_update(of=("self",))
        .select_related("pupil", "household")
        .get(pk=adult.pk)
    )
    _same_child(now.pupil, said.get("household"))
    before, after = write(now, said, opened=opened)
    if after:
        finish(
            now.pupil,
            kind="family",
            summary=f"Changed {in_words(after)} of {_who(now)}",
            by=by,
            on=on,
            before=before,
            after=after,
        )
    return now


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
    """Keep something from one adult of the family from today, until a day or for good.

    Raises NotPossible without a reason, for an adult of another family, or for a day that is past.
    """
    if not because.strip():
        raise NotPossible("Say why it is kept from this adult")
    if from_adult.pupil_id != pupil.pk:
        raise NotPossible("That adult is not of this child's family")
    if until_on and until_on < on:
        raise NotPossible("The last day must be today or later")
    shield = Shield.objects.create(
        keeper_id=pupil.keeper_id,
        pupil=pupil,
        from_adult=from_adult,
        hides=hides,
        because=because,
        from_on=on,
        until_on=until_on,
    )
    finish(
        pupil,
        kind="shield",
        summary=f"Kept from {_who(from_adult)}: {hides}",
        by=by,
        on=on,
        after={"hides": hides, "until_on": until_on, "because": because},
    )
    return shield


@transaction.atomic
def lower_shield(shield: Shield, *, because: str, by: Access, on: date) -> None:
    """End a shield: from today what it hid may be told. One raised today is removed.

    Raises NotPossible without a reason, or for a shield that has ended.
    """
    now = (
        Shield.objects.select_for_update(of=("self",))
        .select_related("pupil", "from_adult")
        .get(pk=shield.pk)
    )
    if not because.strip():
        raise NotPossible("Say why it may be told from now on")
    if now.until_on and now.until_on < on:
        raise NotPossible("This has ended already")
    if now.from_on >= on:
        now.delete()
    else:
        now.until_on = on - timedelta(days=1)
        now.save(update_fields=["until_on"])
    finish(
        now.pupil,
        kind="shield",
        summary=f"No longer kept from {_who(now.from_adult)}: {now.hides}. {because}",
        by=by,
        on=on,
    )


def _who(adult: FamilyAdult) -> str:
    return f"{adult.name} ({RELATIONSHIP_SAYS[Relationship(adult.relationship)].lower()})"


def _same_child(pupil: Pupil, household: Household | None) -> None:
    if household is not None and household.pupil_id != pupil.pk:
        raise NotPossible("That household is not of this child's family")
