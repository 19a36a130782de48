"""The page of Amira, opened on her own telephone; and what she says on it."""

import pytest
from django.urls import reverse

from homeward.family.actions.notes import write_note
from homeward.family.actions.words import say
from homeward.letters import actions as letters
from homeward.letters.texts import Said
from homeward.links.codes import LinkKind
from homeward.organisations.access import Access
from homeward.organisations.models import Installation
from homeward.placements.models import Mailing, Sending
from tests.cast import DAY
from tests.links.knowing import known_by
from tests.placements.visiting import plain


def home(pupil):
    """The address of a child's page."""
    return reverse("family:my_plan", args=[pupil.reference])


@pytest.fixture
def my_plan(cast, client, monkeypatch):
    """Open the page of a child on their known device, or send its form; answers with `text`."""
    Installation.objects.update_or_create(pk=1, defaults={"is_demo": True})

    def go(data=None, *, pupil=None, on=DAY, address="", follow=False):
        found = pupil or cast.amira
        monkeypatch.setattr("django.conf.settings.TODAY", on)
        known_by(client, LinkKind.CHILD, found.reference, keeper=found.keeper)
        send = client.get if data is None else client.post
        answer = send(address or home(found), data, follow=follow)
        answer.text = plain(answer.content.decode())
        return answer

    return go


def acting(pupil, on=DAY):
    """The access with which a child acts."""
    return Access(person_name=pupil.known_as, authority=pupil.keeper_id, on=on)


def said(cast, words="Maths was hard, lunch was good.", on=DAY, **more):
    """Something that Amira said on her page."""
    values = {"week": "3", "is_shared": False, "is_worry": False} | more
    return say(cast.running, words=words, **values, by=acting(cast.amira), on=on)


def letter_to(cast, *, subject="Your new place", body="Dear Amira,\n\nYou start on Monday."):
    """A letter that was written to Amira."""
    message = letters.write(
        letter="placement_starting_child",
        about=cast.running.reference,
        keeper=cast.hillingdon.pk,
        sender=letters.Sender(cast.oak_park, "Oak Park School (example)"),
        to=letters.To("Amira", "print"),
        language="en-gb",
        said=Said(subject, body),
        by=cast.access("lead"),
        on=DAY,
    )
    mailing = Mailing.objects.create(
        keeper=cast.hillingdon,
        placement=cast.running,
        letter="placement_starting_child",
        made_on=DAY,
        made_by=cast.lead,
        made_by_name=cast.lead.name,
    )
    return Sending.objects.create(
        keeper=cast.hillingdon, mailing=mailing, message=message, is_to_child=True
    )


def note_to(cast, text="We keep your seat by the window.", kind="note", on=DAY, by="tutor"):
    """A note to Amira from her tutor, or news of her class."""
    return write_note(cast.running, kind=kind, text=text, by=cast.access(by), on=on)
