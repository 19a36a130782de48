"""Two people who write the same thing at the same moment: one of them gets a sentence."""

import pytest

from homeward.providers.actions import NotPossible, add_provider, add_site
from homeward.providers.models import Provider, Site
from tests.apart import at_once
from tests.providers.conftest import TODAY

pytestmark = pytest.mark.django_db(transaction=True)


def kinds(answers):
    return sorted(type(one).__name__ for one in answers)


def test_a_provider_joins_the_register_once(cast, tmp_path):
    def add(by):
        return lambda: add_provider(
            name="Hill Farm (example)", authority=cast.hillingdon, by=by, on=TODAY
        )

    answers = at_once(tmp_path, add(cast.lead), add(cast.commissioner))

    assert kinds(answers) == [NotPossible.__name__, Provider.__name__]


def test_a_site_is_added_once(cast, tmp_path):
    def add(by):
        return lambda: add_site(
            cast.bridge_house,
            name="Farm",
            street="2 Field Lane",
            postcode="UB8 1UW",
            by=by,
            on=TODAY,
        )

    answers = at_once(tmp_path, add(cast.lead), add(cast.commissioner))

    assert kinds(answers) == [NotPossible.__name__, Site.__name__]
