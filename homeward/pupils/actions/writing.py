"""What every change to a child's record does: compare, announce, write history."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Model

from homeward.history.actions import record
from homeward.organisations.access import Access
from homeward.pupils.models import Pupil
from homeward.pupils.rules.opened import seen
from homeward.pupils.signals import pupil_changed


class NotPossible(ValueError):
    """The record cannot say this; the message says what to do."""


class Changed(Exception):
    """Somebody else wrote here since the form was opened.

    `theirs` is what stands now, and `opened` its mark, with which the form can be sent again.
    """

    def __init__(self, theirs: Mapping[str, Any]) -> None:
        super().__init__("Somebody else changed this while you were writing")
        self.theirs = theirs
        self.opened = seen(theirs)


def write(
    row: Model, changes: Mapping[str, Any], *, opened: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Write what differs onto a locked row and answer (before, after) of that.

    `opened` is the mark of what the editor saw; "" where nobody looked. Raises Changed where
    somebody wrote since and the texts differ.
    """
    stands = {name: getattr(row, name) for name in changes}
    if opened and opened != seen(stands) and stands != dict(changes):
        raise Changed(stands)
    after = {name: value for name, value in changes.items() if stands[name] != value}
    for name, value in after.items():
        setattr(row, name, value)
    if after:
        row.save(update_fields=list(after))
    return {name: stands[name] for name in after}, after


def finish(
    pupil: Pupil,
    *,
    kind: str,
    summary: str,
    by: Access,
    on: date,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Announce the change and write it down, last of all."""
    pupil_changed.send(sender=Pupil, pupil=pupil.pk, by=by, on=on)
    record(
        keeper=pupil.keeper_id,
        about=pupil.reference,
        kind=f"pupil.{kind}",
        summary=summary,
        by=by,
        on=on,
        before=_plain(before),
        after=_plain(after),
    )


def in_words(names: Mapping[str, Any]) -> str:
    """The fields of a change as a person would list them."""
    return ", ".join(name.replace("_", " ").replace(" on", "") for name in names)


def _plain(values: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if values is None:
        return None
    return {
        name: str(value) if isinstance(value, Model) else value for name, value in values.items()
    }
