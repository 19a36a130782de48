"""The pages of a parent and of a child are for somebody of nine or ten, as they are rendered."""

import html
import re

import pytest
from django.urls import reverse

from homeward.links.codes import LinkKind
from homeward.organisations.models import Installation
from tests.cast import DAY
from tests.links.knowing import known_by
from tests.reading_age import measured

PARENT = ("home", "plan", "answers", "weeks", "not_right", "letters", "calendar", "adult_readiness")
CHILD = ("my_plan", "child_readiness")
OLDEST = 10
FEWEST_WORDS = 4
NAMES = (
    "Oak Park School (example)", "Bridge House (example)", "Oak Park School", "Bridge House",
    "Leila Haddad", "Amira Haddad", "Amira", "Joe Adeyemi", "Mara Lind", "Dee Moran",
    "Nell Whitby", "Ruth Penny", "Childline", "Hillingdon", "The Boathouse", "Canal Walk",
    "Uxbridge", "Exclusions Team",
)  # fmt: skip
_BLOCK = re.compile(
    r"</?(?:p|li|h\d|dt|dd|tr|td|th|div|label|legend|button|caption|br|section|a|summary|option)\b[^>]*>"
)
_LEFT_OUT = re.compile(
    r"<(script|style|head|footer|svg)\b.*?</\1>|<[^>]*govuk-visually-hidden[^>]*>[^<]*<", re.DOTALL
)


@pytest.mark.parametrize("page", [*PARENT, *CHILD])
def test_a_page_is_for_somebody_of_nine_or_ten(cast, client, monkeypatch, page):
    Installation.objects.update_or_create(pk=1, defaults={"is_demo": True})
    monkeypatch.setattr("django.conf.settings.TODAY", DAY)
    is_parents = page in PARENT
    whom = (cast.mother if is_parents else cast.amira).reference
    kind = LinkKind.ADULT if is_parents else LinkKind.CHILD
    known_by(client, kind, whom, keeper=cast.hillingdon)

    answer = client.get(reverse(f"family:{page}", args=[whom]))

    text = _words(answer.content.decode())
    found = measured(text, NAMES)
    assert answer.status_code == 200
    assert len(text.splitlines()) >= 3
    assert not found.too_long, f"More than twenty words: {found.too_long}"
    assert found.age <= OLDEST, f"{found.age:.1f} years: {found.hardest}"


def _words(page):
    """What a page says in sentences, each block on a line of its own.

    Names of buttons and boxes, of fewer than four words, would make any page look easy.
    """
    flat = " ".join(_LEFT_OUT.sub("<", page).split())
    lines = html.unescape(re.sub(r"<[^>]+>", "", _BLOCK.sub("\n", flat))).splitlines()
    return "\n".join(line for line in lines if len(line.split()) >= FEWEST_WORDS)
