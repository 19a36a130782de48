"""What the outside world says about a placement, in our own words, numbered, and who acts on it."""

from .citing import UnknownPassage, cites, ledger
from .passage import Force, Passage, Verified
from .passages import NATIONAL, PASSAGES, PROMISES, passage, promise

__all__ = [
    "NATIONAL",
    "PASSAGES",
    "PROMISES",
    "Force",
    "Passage",
    "UnknownPassage",
    "Verified",
    "cites",
    "ledger",
    "passage",
    "promise",
]
