"""The catalogue of letters: a translation is read side by side, approved, and a letter is printed."""

from urllib.parse import urljoin

import pytest

from homeward.letters.catalogue import LETTERS
from homeward.letters.queries import languages
from tests.cast import DAY
from tests.journeys.browser import DESKTOP, PHONE

pytestmark = pytest.mark.django_db(transaction=True)


def test_r08_the_administrator_approves_the_polish_text(visit, cast):
    visit.sign_in(cast.admin)
    visit.go("/today/")
    visit.page.get_by_role("link", name="Letters", exact=True).click()
    assert visit.title == "Letters"
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("letters")

    title = LETTERS["day_before"].title
    visit.page.get_by_role("link", name=title, exact=True).click()
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("letter")

    visit.follow("Polish")
    assert "A draft: it is not sent" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("translation")
    visit.follow("Approve this text")
    visit.press("Approve it")
    assert "Say that it was read and says what the English says" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.page.get_by_label("I read this language").check()
    visit.press("Approve it")

    assert "Ade Bello" in visit.text
    assert languages(cast.access("lead"), cast.hillingdon.pk, "day_before", DAY) == ("en-gb", "pl")

    visit.go("/letters/languages/")
    assert "1 of" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("languages")

    visit.go("/letters/day_before/pl/withdrawal/")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Withdraw it")
    assert "withdrawn on" in visit.text


def test_r08_a_right_to_left_letter_prints(visit, cast):
    visit.sign_in(cast.lead)
    visit.go("/letters/day_before/ar/")

    letter = visit.page.get_by_role("article", name="Arabic")
    assert letter.get_attribute("dir") == "rtl"
    assert letter.get_attribute("lang") == "ar"
    visit.must_be_sound(DESKTOP, PHONE)
    address = visit.page.get_by_role("link", name="As PDF").get_attribute("href")
    visit.page.emulate_media(media="print")
    assert letter.is_visible()
    visit.picture("right-to-left")
    made = visit.page.request.get(urljoin(visit.page.url, address))
    assert made.body().startswith(b"%PDF")
    assert b"pdfuaid" in made.body()
