"""The tools of the journeys are themselves able to fail."""

import pytest

from tests.journeys.browser import DESKTOP, PHONE


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_front_page_is_sound(visit, size):
    visit.page.set_viewport_size(size)

    assert visit.go("/").status == 200
    visit.must_be_sound()


@pytest.mark.django_db(transaction=True)
def test_somebody_who_comes_signed_in_is_known(visit, cast):
    visit.sign_in(cast.lead)
    visit.go("/")

    assert visit.page.get_by_text("Mara Lind").count() >= 1


@pytest.mark.django_db(transaction=True)
def test_axe_sees_a_planted_fault(visit):
    visit.go("/")
    visit.page.evaluate("document.querySelector('main').innerHTML += '<img src=\"/x.png\">'")

    assert any(line.startswith("image-alt: ") for line in visit.axe())


@pytest.mark.django_db(transaction=True)
def test_an_error_in_the_console_is_seen(visit):
    visit.go("/")
    visit.page.evaluate("console.error('planted')")

    with pytest.raises(AssertionError, match="planted"):
        visit.must_be_sound()
