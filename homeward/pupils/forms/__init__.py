"""What is typed on the pages of a child's record."""

from homeward.pupils.forms.family import AdultForm, EndShieldForm, HouseholdForm, ShieldForm
from homeward.pupils.forms.listing import ListForm, SearchForm
from homeward.pupils.forms.pupil import IdentityForm, MoveForm, NeedsForm, NewForm

__all__ = [
    "AdultForm",
    "EndShieldForm",
    "HouseholdForm",
    "IdentityForm",
    "ListForm",
    "MoveForm",
    "NeedsForm",
    "NewForm",
    "SearchForm",
    "ShieldForm",
]
