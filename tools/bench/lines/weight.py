"""Line 8: how many bytes a first visit and the next page weigh, compressed, for staff and family."""

import gzip
import re
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.utils import timezone

from homeward.family.queries.demonstration import offered
from homeward.links.actions import From, know_in_demonstration
from homeward.links.recognising import COOKIE
from homeward.links.rules import home_of
from homeward.organisations.access import NOBODY
from homeward.organisations.models import Person
from tools.bench.databases import DAY
from tools.bench.timing import Line
from tools.bench.visiting import Visitor

FIRST, NEXT = 45_000, 8_000
LEAD = "lead@oakpark.example"
LINKED = re.compile(r'(?:href|src)="([^"?]+\.(?:css|js|svg))"')
IMPORTED = re.compile(r"""["'](\./[\w/.-]+\.js)["']""")


def weighed(**about: Any) -> list[Line]:
    """Weigh Today of an AP lead, a parent's page and a child's page, each with the files it names."""
    lead = Visitor(Person.objects.get(email=LEAD))
    pages = {"Today": lead.get("/today/").body}
    for one in offered(NOBODY):
        visitor = Visitor(lead.person)
        visitor.cookies = f"{COOKIE}={_known(one)}"
        pages[one.says] = visitor.get(home_of(one.kind, one.whom)).body
    later = {name: _packed(html.encode()) for name, html in pages.items()}
    first = {name: later[name] + _files(html) for name, html in pages.items()}
    return [
        _line("Bytes of a first visit", FIRST, first, **about),
        _line("Bytes of the next page", NEXT, later, **about),
    ]


def _known(one: Any) -> str:
    sent = From(came_from="", browser="", at=timezone.now(), on=DAY)
    return know_in_demonstration(kind=one.kind, whom=one.whom, keeper=one.keeper, sent=sent).token


def _files(html: str) -> int:
    """The weight of every file that a page names, and of the modules those import."""
    waiting = [name.removeprefix(settings.STATIC_URL) for name in LINKED.findall(html)]
    weights: dict[str, int] = {}
    while waiting:
        name = waiting.pop()
        if name in weights:
            continue
        content = Path(str(finders.find(name))).read_bytes()
        weights[name] = _packed(content)
        if name.endswith(".js"):
            near = Path(name).parent
            waiting += [str(near / one) for one in IMPORTED.findall(content.decode())]
    return sum(weights.values())


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, 6))


def _line(what: str, goal: int, found: dict[str, int], **about: Any) -> Line:
    return Line(
        id="8",
        what=what,
        goal=goal,
        met=max(found.values()) <= goal,
        samples=len(found),
        more={"bytes": found},
        **about,
    )
