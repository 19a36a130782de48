"""A browser in somebody's hands: sign in, read, write, press, look at with axe, take a picture."""

import os
from pathlib import Path

from django.conf import settings
from django.test import Client
from django.urls import reverse

from homeward.organisations.models import Installation

AXE = Path(__file__).parent.parent / "vendor" / "axe" / "axe.min.js"
PLACES = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
CHROMIUM = next((place for place in PLACES if Path(place).exists()), None)
WHY_NOT = "LEFT OUT: no Chromium was found (Debian: chromium)"
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN_AXE = """tags => axe.run(document, {
  runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'],
})"""

_TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll('main *')]
    .filter(one => one.getBoundingClientRect().right > innerWidth)
    .map(one => one.tagName + '.' + one.className + '#' + one.id)"""


class Visit:
    """A page of a browser, at the address of the live server."""

    def __init__(self, page, address):
        self.page, self.address = page, address
        self.problems = []
        page.set_default_timeout(10_000)
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.problems.append(str(error)))

    def sign_in(self, person):
        """Come as this person, without typing: a session as the sign-in page makes it.

        The database becomes a demonstration, in which nobody needs a second factor.
        """
        Installation.objects.update_or_create(pk=1, defaults={"is_demo": True})
        client = Client()
        client.force_login(person)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.address}]
        )

    def on(self, day):
        """Let it be this day for everybody, from the next page on."""
        settings.TODAY = day

    def size(self, size):
        """Hold the page in a window of this size: `PHONE` or `DESKTOP`."""
        self.page.set_viewport_size(size)

    def go(self, path="/"):
        """Open an address of the site; answers the response."""
        return self.page.goto(self.address + path)

    def open(self, name, placement, query="", **more):
        """Open a page of a placement by the name of its address."""
        path = reverse(f"placements:{name}", kwargs={"reference": placement.reference, **more})
        return self.go(path + query)

    def follow(self, words):
        """Follow the one link with these words in its name."""
        self._leave(self.page.get_by_role("main").get_by_role("link", name=words))

    def press(self, words):
        """Press the one button of the page with this name, and wait for the page that follows."""
        self._leave(self.page.get_by_role("main").get_by_role("button", name=words))

    def write(self, question, text):
        """Write into the box under a question."""
        self.page.get_by_label(question, exact=True).fill(text)

    def write_day(self, question, day):
        """Write a day into its three boxes."""
        boxes = self.page.get_by_role("group", name=question)
        for box, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            boxes.get_by_label(box, exact=True).fill(str(number))

    def choose(self, question, answer):
        """Choose one answer of a question, or tick it."""
        group = self.page.get_by_role("group", name=question)
        group.get_by_label(answer, exact=True).check()

    def pick(self, question, answer):
        """Pick the answer that begins with these words from a list that opens."""
        box = self.page.get_by_label(question, exact=True)
        listed = box.locator("option").all_inner_texts()
        box.select_option(label=next(one for one in listed if one.startswith(answer)))

    @property
    def text(self):
        """What a person reads on the page, without the header and the footer."""
        return " ".join(self.page.get_by_role("main").inner_text().split())

    @property
    def title(self):
        return self.page.get_by_role("heading", level=1).inner_text()

    def axe(self):
        """The violations that axe finds on the page as it is now, each with its places."""
        return axe(self.page)

    def must_be_sound(self, *sizes):
        """Fail where axe finds a violation, the console held an error, or the page scrolls sideways.

        Without sizes the page is looked at as it is held now.
        """
        held = self.page.viewport_size
        for size in sizes or (held,):
            self.size(size)
            where = f"{self.page.url} at {size['width']}"
            found = self.axe()
            assert found == [], f"{where}: {found}"
            wide = self.page.evaluate(_TOO_WIDE)
            assert wide == [], f"{where}: too wide: {wide}"
            assert self.problems == [], f"{where}: {self.problems}"
        self.size(held)

    def picture(self, name):
        """Keep pictures of the whole page, large and small, where HOMEWARD_PICTURES names a folder."""
        folder = os.environ.get("HOMEWARD_PICTURES")
        if not folder:
            return
        held = self.page.viewport_size
        for size in (DESKTOP, PHONE):
            self.size(size)
            path = Path(folder) / f"{name}-{size['width']}.png"
            self.page.screenshot(path=path, full_page=True)
        self.size(held)

    def _leave(self, control):
        with self.page.expect_navigation():
            control.click()

    def _note(self, message):
        """An answer of 4xx is the page's to give; the browser notes it as an error of its own."""
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.problems.append(message.text)


def axe(page):
    """The violations that axe finds: `["rule: place, place", ...]`.

    The content security policy of the pages stays in force: axe is evaluated, not loaded.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(_RUN_AXE, WCAG)["violations"]
    return [
        f"{one['id']}: {', '.join(' '.join(map(str, node['target'])) for node in one['nodes'])}"
        for one in found
    ]
