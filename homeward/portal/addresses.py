"""Where a passage of guidance can be read."""

from django.urls import reverse

from homeward.reference.guidance import PROMISES, Passage


def address_of(passage: Passage) -> str:
    """Answer the address of a passage's own place on the page that shows it."""
    page = "portal:reintegration" if passage.number in PROMISES else "portal:guidance"
    return f"{reverse(page)}#{passage.number}"
