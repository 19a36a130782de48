"""What a family does on its own pages, on a telephone, and what the school sees of it."""

import re

import pytest
from django.urls import reverse

from homeward.links.rules import opening
from homeward.placements.work import settle_everywhere
from tests.cast import DAY
from tests.family.mother import father_of
from tests.journeys.browser import DESKTOP, PHONE, Visit
from tests.journeys.steps import the_record_must_hold
from tests.links.knowing import WORD, agreed, link_for

pytestmark = pytest.mark.django_db(transaction=True)
TARGET = """() => [...document.querySelectorAll('main :is(a, button, summary), .fa-links a')]
  .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44)
  .map(one => one.textContent.trim())"""


def link_of(cast, adult):
    """Agree a word with an adult and make a link, as the school does; answers its path."""
    said = {"keeper": cast.hillingdon, "by": cast.access("lead")}
    agreed("adult", adult.reference, **said)
    return opening("adult", adult.reference, link_for("adult", adult.reference, **said))


def open_link(visit, path):
    visit.go(path)
    visit.write("What is your word?", WORD)
    visit.press("Open my page")


def must_be_for_a_thumb(visit):
    """Sound at both sizes, and everything to press at least 44 px high."""
    visit.must_be_sound(DESKTOP, PHONE)
    visit.size(PHONE)
    assert visit.page.evaluate(TARGET) == [], visit.page.url


@pytest.fixture
def mothers_phone(cast, visit, browser):
    """A telephone without JavaScript, beside the school's own browser."""
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    yield Visit(context.new_page(), visit.address)
    context.close()


def test_r08_a_mother_with_only_a_phone_reads_where_and_how_long_answers_and_sees_it(
    cast, visit, mothers_phone
):
    visit.sign_in(cast.lead)
    visit.go(reverse("family:family", args=[cast.running.reference]))
    visit.must_be_sound(DESKTOP, PHONE)
    visit.page.get_by_role("link", name=re.compile("Agree a word.*Leila")).click()
    visit.write("Which word was agreed?", "Leila")
    visit.press("Save the word")
    assert "Choose a word that is not a name of the family." in visit.text
    visit.write("Which word was agreed?", WORD)
    visit.press("Save the word")
    visit.page.get_by_role("link", name=re.compile("Make a link.*Leila")).click()
    visit.press("Make the link")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("family-link")
    address = visit.page.get_by_label("The link, for a text message or an email").input_value()

    phone = mothers_phone
    open_link(phone, "/family/" + address.partition("/family/")[2])
    assert "Amira learns at Bridge House (example)." in phone.text
    assert "17 days left." in phone.text
    assert "Friday 11 December" in phone.text
    phone.follow(re.compile("Answer.*Do you agree with the plan"))
    phone.choose("Your answer", "Yes")
    phone.write("Do you want to say more?", "Thank you.")
    phone.press("Send my answer")

    assert "You said yes on Tuesday 24 November 2026." in phone.text
    assert "Thank you." in phone.text
    settle_everywhere({}, DAY)
    the_record_must_hold()


def test_r08_every_page_of_a_parent_is_sound_on_a_phone(cast, visit):
    path = link_of(cast, cast.mother)
    visit.size(PHONE)
    visit.go(path)
    must_be_for_a_thumb(visit)
    open_link(visit, path)

    for name in ("home", "plan", "weeks", "answers", "letters", "not_right", "calendar"):
        visit.go(reverse(f"family:{name}", args=[cast.mother.reference]))
        must_be_for_a_thumb(visit)
        visit.picture(f"parent-{name}")


def test_r08_two_separated_parents_never_see_each_other(cast, visit):
    father = father_of(cast)
    his, hers = link_of(cast, father), link_of(cast, cast.mother)
    open_link(visit, hers)
    visit.press("This is not right")
    visit.write("What is not right?", "He forgets her bag.")
    visit.press("Send to the school")

    open_link(visit, his)  # the same tablet

    pages = ("home", "plan", "weeks", "answers", "letters", "not_right", "calendar")
    for name in pages:
        visit.go(reverse(f"family:{name}", args=[father.reference]))
        for secret in ("7 Mill Lane", "960101", "900101", "forgets her bag", "Leila"):
            assert secret not in visit.page.content(), name
    for name in pages:
        visit.go(reverse(f"family:{name}", args=[cast.mother.reference]))
        for secret in ("19 Orchard Rise", "960777", "900777", "Sami"):
            assert secret not in visit.page.content(), name
    assert "He forgets her bag." in _not_right(visit, cast)


def test_r08_this_is_not_right_lands_on_the_leads_today_and_is_answered(cast, visit, mothers_phone):
    open_link(mothers_phone, link_of(cast, cast.mother))
    mothers_phone.press("This is not right")
    mothers_phone.write("What is not right?", "The taxi came late twice.")
    mothers_phone.press("Send to the school")
    assert "The school has not answered yet." in mothers_phone.text

    visit.sign_in(cast.lead)
    visit.go("/today/")
    assert "Leila Haddad says that something is not right for Amira" in visit.text
    visit.page.get_by_role("link", name="Read and answer").first.click()
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write("Your answer", "We rang the taxi firm. It comes at 8.30am from now on.")
    visit.press("Send the answer")
    visit.go("/today/")
    assert "something is not right" not in visit.text

    assert "We rang the taxi firm." in _not_right(mothers_phone, cast)
    settle_everywhere({}, DAY)
    the_record_must_hold()


def _not_right(visit, cast):
    visit.go(reverse("family:not_right", args=[cast.mother.reference]))
    return visit.text
