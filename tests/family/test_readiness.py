"""What helps, on the pages of a family: each sees their own answers, and nobody else's."""

import pytest
from django.urls import reverse

from homeward.links.codes import LinkKind
from homeward.organisations.models import Installation
from homeward.placements.actions import rate_readiness
from homeward.placements.codes import Rater
from homeward.placements.models import ReadinessRating
from homeward.placements.rules.statements import statements
from homeward.pupils.actions import add_adult
from tests.asked import asked
from tests.cast import DAY
from tests.family.child import acting
from tests.links.knowing import known_by
from tests.placements.visiting import plain

FIRST, SECOND = (one.key for one in statements()[:2])


@pytest.fixture
def by_link(cast, client, monkeypatch):
    """Open the page of the child, or of an adult of hers, on their known device; or send its form."""
    Installation.objects.create(pk=1, is_demo=True)
    monkeypatch.setattr("django.conf.settings.TODAY", DAY)

    def go(whom, data=None, query=""):
        is_child = whom == cast.amira
        kind = LinkKind.CHILD if is_child else LinkKind.ADULT
        known_by(client, kind, whom.reference, keeper=whom.keeper)
        name = "family:child_readiness" if is_child else "family:adult_readiness"
        address = reverse(name, args=[whom.reference]) + query
        answer = client.get(address) if data is None else client.post(address, data)
        answer.text = plain(answer.content.decode())
        return answer

    return go


@pytest.fixture
def father(cast):
    return add_adult(
        cast.amira,
        name="Karim Haddad",
        relationship="father",
        has_parental_responsibility=True,
        by=cast.access("lead"),
        on=DAY,
    )


def test_a_child_answers_in_her_own_voice_and_sees_it(cast, by_link):
    page = by_link(cast.amira)
    assert "I know who to go to when it gets too much." in page.text
    assert "Your parents or carers do not see it here." in page.text

    answer = by_link(cast.amira, {FIRST: "2", "words": "Ring me <b>first</b>."})

    assert answer.status_code == 302
    row = ReadinessRating.objects.get()
    assert (row.rater, row.adult, row.answers, row.recorded_by) == ("child", None, {FIRST: 2}, None)
    assert (row.name, row.half_term, row.rated_on) == ("Amira", "2026-27/autumn-2", DAY)
    shown = by_link(cast.amira, query="?sent=1")
    assert "Saved. Thank you." in shown.text
    assert "A little First time" in shown.text
    assert "Ring me &lt;b&gt;first&lt;/b&gt;." in shown.content.decode()


def test_a_parent_sees_their_own_answers_alone(cast, by_link, father):
    by_link(cast.mother, {FIRST: "1", "words": "She cries on Sundays."})
    by_link(cast.amira, {FIRST: "5", "words": "Only mine."})

    shown = by_link(father)

    for said in ("She cries on Sundays.", "Only mine.", cast.mother.name, "What you said"):
        assert said not in shown.text
    mine = by_link(cast.mother)
    assert "She cries on Sundays." in mine.text
    assert "Only mine." not in mine.text
    row = ReadinessRating.objects.get(rater="parent")
    assert (row.adult, row.name) == (cast.mother, "Leila Haddad")


def test_a_second_look_stands_and_the_first_is_kept(cast, by_link):
    by_link(cast.mother, {FIRST: "1"})
    by_link(cast.mother, {FIRST: "4", SECOND: "3"})

    assert [row.answers for row in ReadinessRating.objects.order_by("id")] == [
        {FIRST: 1},
        {FIRST: 4, SECOND: 3},
    ]
    assert "Mostly First time" in by_link(cast.mother).text


def test_nothing_answered_is_said_in_a_sentence_and_hostile_text_is_refused(cast, by_link):
    nothing = by_link(cast.mother, {"words": ""})
    assert nothing.status_code == 422
    assert "Answer one of the statements, or write something at the end" in nothing.text

    turned = by_link(cast.mother, {FIRST: "1", "words": "\u202eabc"})
    wrong = by_link(cast.mother, {FIRST: "9"})

    assert turned.status_code == wrong.status_code == 422
    assert not ReadinessRating.objects.exists()


def test_faces_stand_beside_the_words_only_where_they_are_asked_for(cast, by_link):
    assert "fa-faces" not in by_link(cast.amira).content.decode()

    with_faces = by_link(cast.amira, query="?faces=1")

    assert "fa-faces" in with_faces.content.decode()
    assert "Take the faces away" in with_faces.text


def test_each_is_told_that_the_questions_wait_until_they_have_answered(
    cast, father, phone, my_plan
):
    line = "There are twelve questions about what helps."
    assert line in (home := phone()).text
    assert f"/family/{cast.mother.reference}/readiness/" in home.content.decode()

    said = {"answers": {FIRST: 3}, "name": "Leila Haddad", "by": acting(cast.amira), "on": DAY}
    rate_readiness(cast.running, rater=Rater.PARENT, adult=cast.mother, **said)

    assert line not in phone().text
    assert line in phone(adult=father).text
    assert line in my_plan().text
    rate_readiness(cast.running, rater=Rater.CHILD, **said)
    assert line not in my_plan().text


def test_nobody_is_asked_once_it_has_ended(cast, phone, my_plan):
    assert "twelve questions" in my_plan().text
    type(cast.running).objects.filter(pk=cast.running.pk).update(ended_on=DAY)

    assert "twelve questions" not in phone().text
    assert "twelve questions" not in my_plan().text


def test_the_page_asks_few_questions_of_the_database(cast, by_link):
    by_link(cast.mother, {FIRST: "1"})

    assert len(asked(lambda: by_link(cast.mother))) <= 15
