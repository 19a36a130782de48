"""The overview: who sees what, the worst first, and the counts."""

from django.urls import reverse

from homeward.oversight import queries
from homeward.oversight.queries import Chosen
from tests.cast import DAY
from tests.placements.visiting import asked, visit  # noqa: F401

OVERVIEW = reverse("oversight:overview")


def listed(cast, name, on=DAY, **chosen):
    access = cast.access(name)
    policy = queries.policy(access, on=on)
    return queries.listing(access, Chosen(**chosen), on=on, policy=policy).items


def test_it_opens(cast, visit):  # noqa: F811
    page = visit("exclusions", OVERVIEW)

    assert page.status_code == 200
    assert "Amira" in page.text
