"""A parent's pages are for somebody of nine or ten, in sentences of twenty words or fewer."""

import re
from html import unescape

from django.test import Client

from tests.family.mother import father_of
from tests.links.knowing import agreed, link_for
from tests.reading_age import measured

OLDEST = 10
NAMES = (
    "Oak Park School (example)",
    "Bridge House (example)",
    "Leila Haddad",
    "Joe Adeyemi",
    "Amira",
    "Mara Lind",
)
PAGES = ("home", "plan", "weeks", "answers", "letters", "not_right", "calendar")
TYPED = re.compile(r"<(p|dd)[^>]*><bdi>.*?</\1>|<nav\b.*?</nav>|<header.*?</header>", re.S)


def sentences(html):
    """What the page itself says in sentences: nothing that somebody typed, and no labels."""
    body = TYPED.sub(" ", html.partition("<body")[2])
    blocks = re.split(r"</(?:p|h1|h2|li|dd|dt|div|label|button)>", body)
    said = [
        unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", block))).strip() for block in blocks
    ]
    return [one for one in said if one.endswith((".", "?"))]


def test_a_parents_pages_are_read_at_nine_or_ten(cast, phone):
    said = [one for name in PAGES for one in sentences(phone(name).content.decode())]

    found = measured("\n".join(dict.fromkeys(said)), NAMES)

    assert len(said) > 20
    assert found.age <= OLDEST, found.hardest
    assert found.too_long == ()


def test_the_pages_before_a_link_opens_are_as_plain(cast, settings, phone):
    phone()
    father = father_of(cast)
    values = {"keeper": cast.hillingdon, "by": cast.access("lead")}
    agreed("adult", father.reference, **values)
    token = link_for("adult", father.reference, **values)
    address = f"/family/{father.reference}/open/{token}/"
    pages = [Client().get(address), Client().get(f"{address[:-2]}/")]
    pages += [Client().post(address, {"word": f"wrong {number}"}) for number in range(5)]

    for page in pages:
        found = measured("\n".join(sentences(page.content.decode())), NAMES)
        assert found.age <= OLDEST, found.hardest
        assert found.too_long == ()
