"""Readiness side by side on its page: who looks for whom, what is shown first, and what it says."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from homeward.due.models import Expectation
from homeward.organisations.access import Access
from homeward.placements.actions import NotAllowed, rate_readiness
from homeward.placements.codes import Rater
from homeward.placements.models import ReadinessRating
from homeward.placements.queries.readiness import side_of
from homeward.placements.rules.readiness import READINESS
from homeward.placements.rules.statements import LEVELS, statements
from homeward.web.charts import place
from tests.cast import DAY
from tests.placements.visiting import asked, at, line

KEYS = [one.key for one in statements()]
HALF_TERM = "2026-27/autumn-2"
HOSTILE = "<script>alert(1)</script> \u0627\u0644 ' \" & {{ 7*7 }}"


def look(cast, rater, *levels, words="", on=DAY, by=None, name="Somebody", adult=None):
    """One of the four looks: a level for each statement from the first on, 0 for one left out."""
    answers = {KEYS[at_]: level for at_, level in enumerate(levels) if level}
    family = Access(person_name=name, authority=cast.hillingdon.pk, on=on)
    who = cast.access(by) if by else family
    return rate_readiness(
        cast.running,
        rater=rater,
        answers=answers,
        words=words,
        adult=adult,
        name=name,
        by=who,
        on=on,
    )


def four_look(cast):
    look(cast, Rater.CHILD, 3, 1, 4, name="Amira")
    look(cast, Rater.PARENT, 3, 2, 0, name="Leila Haddad", adult=cast.mother)
    look(cast, Rater.PROVIDER, 4, 4, 4, by="bridge_worker", name="Dee Moran")
    look(cast, Rater.SCHOOL, 4, 5, 4, by="lead", name="Mara Lind")


def test_the_school_and_the_provider_look_by_whom_they_work_for(cast, visit):
    for name in ("lead", "bridge_worker"):
        answer = visit(name, at("rate_readiness", cast.running), {KEYS[0]: "4", "words": "Well."})
        assert answer.status_code == 302

    rows = ReadinessRating.objects.order_by("id")
    assert [(row.rater, row.name, row.answers) for row in rows] == [
        ("school", "Mara Lind", {KEYS[0]: 4}),
        ("provider", "Dee Moran", {KEYS[0]: 4}),
    ]


@pytest.mark.parametrize(
    ("name", "placement", "side"),
    [
        ("lead", "running", Rater.SCHOOL),
        ("tutor", "running", Rater.SCHOOL),
        ("bridge_worker", "running", Rater.PROVIDER),
        ("exclusions", "running", None),
        ("exclusions", "without_school", Rater.SCHOOL),
        ("north_worker", "without_school", Rater.PROVIDER),
        ("teacher", "running", None),
        ("elm_lead", "running", None),
    ],
)
def test_whose_side_somebody_looks_for(cast, name, placement, side):
    assert side_of(cast.access(name), getattr(cast, placement)) == side


def test_a_child_without_a_school_is_spoken_of_without_one(cast, visit):
    page = visit("exclusions", at("rate_readiness", cast.without_school))

    assert "Kofi knows who to go to when it gets too much." in page.text
    assert "at school" not in page.text


def test_where_they_differ_stands_first_and_the_chart_says_what_the_table_says(cast, visit):
    four_look(cast)

    page = visit("lead", at("readiness", cast.running))

    html = page.content.decode()
    assert html.index('id="quiet-place"') < html.index('id="safe-person"')
    assert "Where you see it differently 1" in page.text
    drawings = re.findall(r"<svg class=\"hw-chart\".*?</svg>", html, re.S)
    tables = re.findall(r'<table class="govuk-table hw-side__table">.*?</table>', html, re.S)
    assert len(drawings) == len(tables) == 12
    for drawing, table in zip(drawings, tables, strict=True):
        drawn = ElementTree.fromstring(drawing)  # noqa: S314 - our own drawing
        _must_say_the_same(drawn, table)


def _must_say_the_same(drawing, table):
    said = {value: key for key, value in LEVELS.items()}
    cells = re.findall(r"<tr><th.*?<bdi>(.*?)</bdi></th><td>(.*?)</td>", table)
    dots = [one for one in drawing.iter() if "data-step" in one.attrib]
    assert [int(dot.get("data-step")) for dot in dots] == [
        said[level] for _, level in cells if level in said
    ]
    assert all(int(dot.get("cx")) == place(int(dot.get("data-step")), 5) for dot in dots)
    title, desc = drawing[0], drawing[1]
    assert drawing.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert desc.text == " ".join(f"{who}: {level}." for who, level in cells)


def test_who_has_not_looked_is_said_and_empty_is_said(cast, visit):
    empty = visit("lead", at("readiness", cast.running))
    assert "Nobody has looked in this half term yet." in empty.text
    assert empty.text.count("Has not looked yet") == 4

    look(cast, Rater.CHILD, 3, name="Amira", words="It is loud.")

    page = visit("lead", at("readiness", cast.running))
    assert page.text.count("Amira Looked") == 1
    assert "Too few have answered to compare 12" in page.text
    assert "It is loud." in page.text


def test_a_half_term_is_chosen_by_address_and_one_without_a_look_is_none(cast, visit):
    look(cast, Rater.CHILD, 1, on=date(2026, 10, 8), name="Amira")
    look(cast, Rater.CHILD, 4, name="Amira")

    now = visit("lead", at("readiness", cast.running))
    before = visit("lead", at("readiness", cast.running, "?half_term=2026-27/autumn-1"))

    assert "Up, from “Not yet”" in now.text
    assert "Autumn term 2026-27, first half: who has looked" in before.text
    assert "Up, from" not in before.text
    for said in ("2025-26/summer-2", "nothing", "'", "%00"):
        gone = visit("lead", at("readiness", cast.running, f"?half_term={said}"))
        assert gone.status_code == 404


def test_a_look_meets_the_line_of_its_own_side(cast):
    assert {
        row.period
        for row in Expectation.objects.filter(kind=READINESS, about=cast.running.reference)
    } == {
        f"{HALF_TERM}/school",
        f"{HALF_TERM}/provider",
    }

    look(cast, Rater.SCHOOL, 4, by="lead", name="Mara Lind")

    school = line(cast.running, READINESS, f"{HALF_TERM}/school")
    provider = line(cast.running, READINESS, f"{HALF_TERM}/provider")
    assert (school.met_on, school.owner_id) == (DAY, cast.oak_park.pk)
    assert (provider.met_on, provider.owner_id) == (None, cast.bridge_house.organisation_id)
    assert (provider.role, provider.due_on) == ("key_worker", date(2026, 12, 11))


def test_the_key_worker_finds_it_on_today_and_comes_back_there(cast, visit):
    on = date(2026, 12, 7)
    today = visit("bridge_worker", "/today/", on=on)
    assert "Look at what helps Amira Haddad now" in today.text

    answer = visit(
        "bridge_worker",
        at("rate_readiness", cast.running, "?from=today"),
        {KEYS[0]: "5", "words": ""},
        on=on,
    )

    assert answer.url == "/today/"
    assert "Look at what helps" not in visit("bridge_worker", "/today/", on=on).text


def test_the_form_opens_with_what_stands_and_says_whose_it_is(cast, visit):
    look(cast, Rater.SCHOOL, 4, by="tutor", name="Joe Adeyemi", words="A calm week.")

    page = visit("lead", at("rate_readiness", cast.running))

    assert "Joe Adeyemi looked on Tuesday 24 November 2026." in page.text
    assert re.search(r'name="safe-person"[^>]*value="4"[^>]*checked', page.content.decode())
    assert "A calm week." in page.text


def test_hostile_words_are_shown_as_they_were_typed(cast, visit):
    look(cast, Rater.CHILD, 2, name=HOSTILE, words=HOSTILE)
    look(cast, Rater.SCHOOL, 4, by="lead", name=HOSTILE, words=HOSTILE)

    html = visit("lead", at("readiness", cast.running)).content.decode()

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


@pytest.mark.parametrize(
    "data", [{"words": ""}, {"safe-person": "9"}, {"words": "x" * 2001}, {"words": "a\x00b"}]
)
def test_what_cannot_be_kept_is_said_in_a_sentence(cast, visit, data):
    answer = visit("lead", at("rate_readiness", cast.running), data)

    assert answer.status_code == 422
    assert "There is something to put right" in answer.text
    assert not ReadinessRating.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"answers": {"no-such": 3}},
        {"answers": {KEYS[0]: 6}},
        {"answers": {}},
        {"rater": Rater.PARENT},
    ],
)
def test_the_action_keeps_only_what_is_on_the_list(cast, wrong):
    said = {"rater": Rater.CHILD, "answers": {KEYS[0]: 3}, "name": "Amira"} | wrong

    with pytest.raises(NotAllowed):
        rate_readiness(cast.running, **said, by=cast.access("lead"), on=DAY)

    assert not ReadinessRating.objects.exists()


def test_an_adult_of_another_child_answers_nothing_here(cast):
    with pytest.raises(NotAllowed):
        rate_readiness(
            cast.draft,
            rater=Rater.PARENT,
            adult=cast.mother,
            answers={KEYS[0]: 3},
            name="Leila Haddad",
            by=cast.access("lead"),
            on=DAY,
        )


def test_the_history_says_who_looked_and_never_what_they_said(cast, visit):
    look(cast, Rater.CHILD, 3, name="Amira", words="A secret worry.")

    history = visit("lead", at("history", cast.running))

    assert "The child: looked at what helps, 1 answer" in history.text
    assert "A secret worry." not in history.text


def test_the_pages_ask_as_little_of_the_database_for_many_looks_as_for_few(cast, visit):
    four_look(cast)
    visit("lead", at("readiness", cast.running))
    few = len(asked(lambda: visit("lead", at("readiness", cast.running))))
    for _ in range(8):
        four_look(cast)

    many = len(asked(lambda: visit("lead", at("readiness", cast.running))))

    assert few == many <= 15
    assert len(asked(lambda: visit("lead", at("rate_readiness", cast.running)))) <= 15


def test_a_draft_can_be_looked_at_and_nothing_is_due(cast, visit):
    answer = visit("lead", at("rate_readiness", cast.draft), {KEYS[0]: "2", "words": ""})

    assert answer.status_code == 302
    assert not Expectation.objects.filter(kind=READINESS, about=cast.draft.reference).exists()


def test_a_read_only_role_is_shown_it_and_offered_no_form(cast, visit):
    four_look(cast)

    page = visit("exclusions", at("readiness", cast.running))

    assert page.status_code == 200
    assert "Say how you see it" not in page.text
    assert visit("exclusions", at("rate_readiness", cast.running)).status_code == 404
