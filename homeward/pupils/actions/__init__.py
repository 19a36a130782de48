"""Changes to a child's record, each with its history."""

from homeward.pupils.actions.family import (
    add_adult,
    add_household,
    amend_adult,
    amend_household,
    lower_shield,
    raise_shield,
)
from homeward.pupils.actions.pupil import add_pupil, amend_pupil, move_to_school
from homeward.pupils.actions.writing import Changed, NotPossible

__all__ = [
    "Changed",
    "NotPossible",
    "add_adult",
    "add_household",
    "add_pupil",
    "amend_adult",
    "amend_household",
    "amend_pupil",
    "lower_shield",
    "move_to_school",
    "raise_shield",
]
