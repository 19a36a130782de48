"""A browser in somebody's hands: sign in, go, look at with axe, take a picture."""

import os
from pathlib import Path

from django.conf import settings
from django.test import Client

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


class Visit:
    """A page of a browser, at the address of the live server."""

    def __init__(self, page, address):
        self.page, self.address = page, address
        self.problems = []
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

    def go(self, path="/"):
        """Open an address of the site; answers the response."""
        return self.page.goto(self.address + path)

    def axe(self):
        """The violations that axe finds on the page as it is now, each with its places."""
        return axe(self.page)

    def must_be_sound(self):
        """Fail where axe finds a violation or the console held an error."""
        found = self.axe()
        assert found == [], f"{self.page.url}: {found}"
        assert self.problems == [], f"{self.page.url}: {self.problems}"

    def picture(self, name):
        """Keep a picture of the whole page, where HOMEWARD_PICTURES names a folder."""
        if folder := os.environ.get("HOMEWARD_PICTURES"):
            self.page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

    def _note(self, message):
        """An answer of 4xx is the page's to give; the browser notes it as an error of its own."""
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.problems.append(message.text)


def axe(page):
    """The violations that axe finds: `["rule: place, place", ...]`.

    The content security policy of the pages stays in force: axe is evaluated, not loaded.
    """
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", WCAG
    )["violations"]
    return [
        f"{one['id']}: {', '.join(' '.join(map(str, node['target'])) for node in one['nodes'])}"
        for one in found
    ]
