"""The sections of the product, as rooms register them."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from .pages import PUBLIC, may_open


@dataclass(frozen=True)
class Section:
    """One section: its name, the address it opens, who sees it, and its place from the left.

    A section open to everybody has a card on the front page; `says` is the sentence on it.
    """

    name: str
    url_name: str
    permission: Any
    order: int
    says: str = ""


@dataclass(frozen=True)
class Link:
    text: str
    href: str
    is_current: bool
    is_here: bool
    is_public: bool
    says: str


_sections: dict[str, Section] = {}


def register(section: Section) -> None:
    """Add a section. Called from `ready()`; the same name again replaces the first."""
    _sections[section.name] = section


def navigation(request: HttpRequest) -> list[Link]:
    """Answer the sections that this person may open, the one they are in marked."""
    access = getattr(request, "access", None)
    shown = sorted(
        (section for section in _sections.values() if may_open(section.permission, access)),
        key=lambda section: (section.order, section.name),
    )
    addresses = [(section, reverse(section.url_name)) for section in shown]
    here = max(
        (href for _, href in addresses if request.path.startswith(href)), key=len, default=""
    )
    if here == "/" != request.path:
        here = ""
    return [
        Link(
            text=section.name,
            href=href,
            is_current=href == here,
            is_here=href == request.path,
            is_public=section.permission is PUBLIC,
            says=section.says,
        )
        for section, href in addresses
    ]
