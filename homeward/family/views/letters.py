"""How a letter stands on the page of whoever it was written to."""

from typing import Any

from homeward.letters.blocks import blocks
from homeward.letters.texts import direction


def laid_out(shown: Any) -> dict[str, Any]:
    """Lay a letter out for its page: its parts, and which way its language runs."""
    return {"parts_of": blocks(shown.body), "direction_of": direction}
