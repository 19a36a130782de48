"""Sharing and printing: what is public goes further from its own page; a child's page goes to paper."""

import pytest

from tests.journeys.browser import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.django_db(transaction=True)
PUBLIC = ["/guidance/", "/guidance/reintegration/", "/schools/", "/contacts/", "/term-dates/"]
OF_A_PLAN = ["placement", "plan", "reviews", "coming_back", "readiness", "contacts"]
_SHOWN_ON_PAPER = "one => getComputedStyle(one).display !== 'none'"


@pytest.mark.parametrize("path", PUBLIC)
def test_r30_a_public_page_is_shared_by_link_and_by_email_from_itself(visit, cast, path):
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    asked = []
    visit.page.on("request", lambda request: asked.append(request.url))
    visit.go(path)
    address = visit.page.get_by_label("Address of this page").input_value()
    assert address.endswith(path)
    visit.page.get_by_role("button", name="Copy the address").click()
    visit.page.get_by_role("button", name="Copied").wait_for()
    assert visit.page.evaluate("navigator.clipboard.readText()") == address
    mail = visit.page.get_by_role("link", name="Share by email").get_attribute("href")
    assert mail.startswith("mailto:?subject=")
    assert all(url.startswith(visit.address) for url in asked)
    visit.must_be_sound(DESKTOP, PHONE)


def test_r30_sharing_works_without_javascript(live_server, browser, visit, cast):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    plain = Visit(context.new_page(), live_server.url)
    plain.go("/guidance/")

    assert plain.page.get_by_label("Address of this page").input_value().endswith("/guidance/")
    assert plain.page.get_by_role("link", name="Share by email").is_visible()
    assert not plain.page.get_by_role("button", name="Copy the address").is_visible()
    context.close()


def test_r30_every_page_of_a_plan_prints_without_its_frame(visit, cast):
    visit.sign_in(cast.lead)
    for name in OF_A_PLAN:
        visit.open(name, cast.running)
        assert visit.page.get_by_role("button", name="Print").count() == 1, name
        visit.page.emulate_media(media="print")
        for frame in (".hw-navigation", ".hw-print", ".hw-actions", ".govuk-back-link"):
            shown = visit.page.eval_on_selector_all(frame, f"all => all.filter({_SHOWN_ON_PAPER})")
            assert len(shown) == 0, f"{name}: {frame}"
        assert visit.page.locator(".hw-printed").is_visible(), name
        assert visit.axe() == [], name
        visit.page.emulate_media(media="screen")
