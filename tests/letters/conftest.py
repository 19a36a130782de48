"""Letters that are written about Amira's placement, and a mail server for them."""

import pytest

from homeward.jobs import registry
from homeward.letters import actions, work
from homeward.letters.actions import Sender, To
from homeward.letters.codes import Channel
from homeward.letters.texts import Said
from homeward.links.actions import make_link
from homeward.links.codes import LinkKind
from homeward.organisations.models import Installation
from tests.cast import DAY
from tests.letters.mail_server import MailServer
from tests.placements.visiting import visit  # noqa: F401 - a fixture

WORDS = Said(subject="A letter from the school", body="Dear Ms Haddad,\n\nAll is well.\n")


@pytest.fixture
def post(settings, monkeypatch):
    """A mail server that the settings name; the worker has only letters to do."""
    monkeypatch.setattr(registry, "_daily", {})
    settings.EMAIL_BACKEND = "homeward.organisations.post.NotFromDemonstrations"
    work._MailServer.rests_until = None
    with MailServer() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_TIMEOUT = 5
        yield server
    work._MailServer.rests_until = None


@pytest.fixture
def demo(db):
    return Installation.objects.create(pk=1, is_demo=True)


def sender(cast):
    return Sender(
        organisation=cast.oak_park,
        letterhead="Oak Park School (example)\n1 Oak Way (example)\nUxbridge",
        reply_to="office@oakpark.example",
    )


def written(cast, email="mother@family.example", said=WORDS, channel=Channel.EMAIL, **more):
    """A letter to Amira's mother, about Amira's placement."""
    values = {
        "letter": "teacher_code",
        "about": cast.running.reference,
        "keeper": cast.running.keeper_id,
        "sender": sender(cast),
        "to": To(
            name="Ms Haddad",
            channel=channel,
            email=email if channel == Channel.EMAIL else "",
            postal="Ms Haddad\n4 Elm Street\nUxbridge",
        ),
        "language": "en-gb",
        "said": said,
        "by": cast.access("lead"),
        "on": DAY,
    }
    return actions.write(**{**values, **more})


def link_for(cast):
    """A personal link to the page of Amira's mother."""
    return make_link(
        kind=LinkKind.ADULT,
        whom=cast.mother.reference,
        keeper=cast.running.keeper_id,
        by=cast.access("lead"),
        on=DAY,
    )
