"""The page of Amira's mother, opened on her own telephone; and what she writes on it."""

import pytest
from django.test import Client
from django.urls import reverse

from homeward.family.actions.replying import say
from homeward.family.codes import ReplyAbout, ReplyKind
from homeward.letters import actions as letters
from homeward.letters.texts import Said
from homeward.links.codes import LinkKind
from homeward.organisations.access import Access
from homeward.organisations.models import Installation
from homeward.placements.models import Mailing, Sending
from homeward.pupils.actions import add_adult, add_household
from tests.cast import DAY
from tests.links.knowing import known_by
from tests.placements.visiting import plain


@pytest.fixture
def phone(cast, monkeypatch):
    """Open a page of an adult of the family on their known telephone; answers with `text`."""
    Installation.objects.update_or_create(pk=1, defaults={"is_demo": True})

    def go(name="home", data=None, *, adult=None, on=DAY, query="", follow=False, **more):
        found = adult or cast.mother
        monkeypatch.setattr("django.conf.settings.TODAY", on)
        client = Client()
        known_by(client, LinkKind.ADULT, found.reference, keeper=cast.hillingdon, on=on)
        address = reverse(f"family:{name}", kwargs={"reference": found.reference, **more}) + query
        answer = (
            client.get(address, follow=follow)
            if data is None
            else client.post(address, data, follow=follow)
        )
        answer.text = plain(answer.content.decode())
        return answer

    return go


def father_of(cast):
    """Amira's father, who lives elsewhere and has a telephone of his own."""
    lead = cast.access("lead")
    home = add_household(
        cast.amira,
        street="19 Orchard Rise (example)",
        town="Ruislip",
        postcode="HA4 9ZZ",
        phone="01632 960777",
        by=lead,
        on=DAY,
    )
    return add_adult(
        cast.amira,
        name="Sami Haddad",
        relationship="father",
        household=home,
        phone="07700 900777",
        by=lead,
        on=DAY,
    )


def written_by_mother(cast, text="The taxi came late twice.", kind=ReplyKind.NOT_RIGHT, on=DAY):
    """Something that Amira's mother said is not right."""
    return say(
        cast.running,
        cast.mother,
        kind=kind,
        about=ReplyAbout.PLACEMENT,
        beside=cast.running.reference,
        text=text,
        by=Access(person_name=cast.mother.name, authority=cast.hillingdon.pk, on=on),
        on=on,
    )


def letter_to_mother(cast, *, letter="placement_starting", subject="A letter", body="All is well."):
    """A letter that was written to Amira's mother."""
    message = letters.write(
        letter=letter,
        about=cast.running.reference,
        keeper=cast.hillingdon.pk,
        sender=letters.Sender(cast.oak_park, "Oak Park School (example)"),
        to=letters.To(cast.mother.name, "print"),
        language="en-gb",
        said=Said(subject, body),
        by=cast.access("lead"),
        on=DAY,
    )
    mailing = Mailing.objects.create(
        keeper=cast.hillingdon,
        placement=cast.running,
        letter=letter,
        made_on=DAY,
        made_by=cast.lead,
        made_by_name=cast.lead.name,
    )
    return Sending.objects.create(
        keeper=cast.hillingdon, mailing=mailing, message=message, adult=cast.mother
    )
