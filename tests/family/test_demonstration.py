"""The pages that a demonstration offers without an account."""

import pytest
from django.urls import reverse

from homeward.family.codes import DEMO_PARENT
from homeward.links.models import Device
from homeward.organisations.models import Installation
from homeward.pupils.models import FamilyAdult

pytestmark = pytest.mark.django_db
SIGN_IN = "/sign-in/"


def opening(kind):
    return reverse("family:demonstration", kwargs={"kind": kind})


@pytest.fixture
def parent(cast):
    FamilyAdult.objects.filter(pk=cast.mother.pk).update(email=DEMO_PARENT)
    return cast.mother


def test_a_demonstration_opens_the_pages_of_a_parent_and_her_child(client, parent):
    Installation.objects.update_or_create(pk=1, defaults={"is_demo": True})

    offered = client.get(SIGN_IN).content.decode()
    opened = client.post(opening("adult"))

    assert opening("adult") in offered
    assert opening("child") in offered
    assert opened.url == f"/family/{parent.reference}/"
    assert client.get(opened.url).status_code == 200


def test_nowhere_else_is_there_such_a_door(client, parent):
    assert opening("adult") not in client.get(SIGN_IN).content.decode()
    assert client.post(opening("adult")).status_code == 404
    assert not Device.objects.exists()


def test_a_demonstration_offers_nobody_who_is_not_there(client, cast):
    Installation.objects.update_or_create(pk=1, defaults={"is_demo": True})

    assert client.post(opening("teacher")).status_code == 404
