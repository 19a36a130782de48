"""What another number of days for an answer would make due is what comes true."""

from django.urls import reverse

from homeward.due.models import Expectation
from homeward.organisations.models import PolicyValue
from homeward.support.settling import settle_all
from tests.cast import DAY

KEY = "support_answer_school_days"


def test_a_shorter_time_for_an_answer_is_previewed_and_comes_true(cast, asked, visit):
    said = f"?value=1&from_on={DAY}&seen=0&source=The+teams"
    page = visit("admin", reverse("organisations:policy_preview", args=[KEY]) + said)

    assert "1 thing due on another day." in page.text
    assert "1 of them would be late at once" in page.text
    assert "Counted on 1 request, as it stands today." in page.text
    before = Expectation.objects.get(about=asked.reference).due_on
    PolicyValue.objects.create(authority=cast.hillingdon, key=KEY, value=1, from_on=DAY)
    settle_all(on=DAY)
    assert Expectation.objects.get(about=asked.reference).due_on < min(before, DAY)


def test_another_number_says_nothing_of_requests(cast, asked, visit):
    said = f"?value=4&from_on={DAY}&seen=0&source=The+teams"
    address = reverse("organisations:policy_preview", args=["first_review_school_weeks"])

    assert "request" not in visit("admin", address + said).text.split("Counted on")[1][:200]
