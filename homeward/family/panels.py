"""What this room shows on the pages of lower rooms."""

from dataclasses import dataclass
from datetime import date

from homeward.family.queries import demonstration, words
from homeward.family.queries.demonstration import Offered
from homeward.family.queries.words import Said
from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.placements.models import Placement
from homeward.placements.queries.move import is_commissioning
from homeward.web import panels

LOOKED_THROUGH = 20
"""The newest things a child said among which the unread ones are counted."""


@dataclass(frozen=True, slots=True)
class WordsPanel:
    """What the child said on their own page, word for word; `unread` counts what nobody has read."""

    placement: Placement
    said: tuple[Said, ...]
    unread: int
    may_write: bool
    template: str


def before_contact(access: Access, *, placement: Placement, on: date) -> WordsPanel | None:
    """What the child said since they were last spoken with, for whoever rings now: three queries."""
    if not access.may(May.ANSWER_FAMILY):
        return None
    said = words.before_contact(access, placement)
    return _panel(access, placement, said, "family/words/_before_contact.jinja") if said else None


def on_placement(access: Access, *, placement: Placement, on: date) -> WordsPanel | None:
    """The last words of the child, and the ways to read all and to write: one query."""
    if not access.may(May.ANSWER_FAMILY) or not is_commissioning(access, placement):
        return None
    newest = words.newest(access, placement, latest=LOOKED_THROUGH)
    unread = sum(not one.is_heard for one in newest)
    return _panel(access, placement, newest[:1], "family/words/_on_placement.jinja", unread)


@dataclass(frozen=True, slots=True)
class DemonstrationPanel:
    """The pages of a parent, a child and a teacher that a demonstration offers as one click."""

    offered: tuple[Offered, ...]
    template: str = "family/_demonstration.jinja"


def on_sign_in(access: Access) -> DemonstrationPanel | None:
    """Beside the people of a demonstration; nowhere else."""
    found = tuple(demonstration.offered(access))
    return DemonstrationPanel(found) if found else None


def _panel(
    access: Access, placement: Placement, said: tuple[Said, ...], template: str, unread: int = 0
) -> WordsPanel:
    return WordsPanel(
        placement=placement,
        said=said,
        unread=unread or sum(not one.is_heard for one in said),
        may_write=access.may(May.RECORD_CONTACT),
        template=template,
    )


def declare() -> None:
    """Offer the panels."""
    panels.fill("organisations.demonstration", on_sign_in)
    panels.fill("placements.contact", before_contact)
    panels.fill("placements.placement", on_placement)
