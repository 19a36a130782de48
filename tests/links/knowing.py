"""A device that is known already, and people who can be asked for their word."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from homeward.links import actions
from homeward.links.actions import From
from homeward.links.codes import LinkKind
from homeward.links.models import Device
from homeward.links.recognising import COOKIE
from homeward.links.rules import home_of
from homeward.links.secrets import digest_of, new_token, token_for
from tests.cast import DAY

WORD = "lanternfish"
BROWSER = "Mozilla/5.0 (Linux; Android 14) Chrome/130.0"
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=ZoneInfo("Europe/London"))


def known_by(client, kind, whom, *, keeper, on=DAY):
    """Let the device of a test client be known for somebody, as after opening their link."""
    token = new_token()
    device = Device.objects.create(
        keeper=keeper,
        kind=kind,
        whom=whom,
        digest=digest_of(token),
        known_at=NOON,
        seen_at=NOON,
        until_on=on + timedelta(days=90),
        browser=BROWSER,
    )
    client.cookies[COOKIE] = token
    client.cookies[COOKIE]["path"] = home_of(kind, whom)
    return device


def agreed(kind, whom, *, keeper, by, word=WORD, on=DAY):
    """Agree a word with somebody."""
    actions.agree_word(word, kind=kind, whom=whom, keeper=keeper.pk, names=(), by=by, on=on)


def link_for(kind, whom, *, keeper, by, on=DAY):
    """Make a link for somebody; answers its token."""
    link = actions.make_link(kind=LinkKind(kind), whom=whom, keeper=keeper.pk, by=by, on=on)
    return token_for(link.reference)


def sent(network="one", at=NOON, on=DAY, browser=BROWSER):
    """Where a request comes from."""
    return From(came_from=network, browser=browser, at=at, on=on)
