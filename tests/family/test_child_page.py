"""My plan: what a child sees, and what never stands there."""

from homeward.family.models import ChildWords
from tests.cast import DAY
from tests.family.child import home, my_plan, said  # noqa: F401 - a fixture

SAID = {"week": "4", "words": "Lunch <b>was</b> good.", "is_shared": "no"}


def test_a_child_sees_where_they_belong_and_who_their_people_are(cast, my_plan):
    page = my_plan()

    assert page.status_code == 200
    assert "I am still a pupil of Oak Park School (example)." in page.text
    assert "14 school days are left, until Friday 11 December." in page.text
    assert "talks with me each week" in page.text
    for heading in ("My people", "My week", "My steps", "How was my week?", "What I said"):
        assert heading in page.text


def test_what_a_child_says_is_kept_word_for_word_and_not_shared(cast, my_plan):
    answer = my_plan(SAID)

    assert answer.status_code == 302 and answer.url == home(cast.amira) + "?sent=1"
    row = ChildWords.objects.get()
    assert (row.week, row.words) == ("4", "Lunch <b>was</b> good.")
    assert not row.is_shared_with_parents and row.said_on == DAY
    assert "Joe Adeyemi reads it by Wednesday 25 November 2026." in my_plan(address=answer.url).text
