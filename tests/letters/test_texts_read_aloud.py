"""The texts of letters, each said with invented values and in its variants, as somebody reads them."""

import re
from datetime import date, timedelta

import pytest
from jinja2 import meta

from homeward.letters.catalogue import LETTERS
from homeward.letters.codes import Reader
from homeward.letters.examples import values_for
from homeward.letters.texts import LINK, _environment, said, source

MOST_WORDS = 20
STAFF_WORDS = ("refus", "fail", "non-complian", "placement", "provider", "commission", "SEN")
"""Words that families do not read."""

HIDDEN = {"school": "", "place": "", "key_worker": "", "contact": ""}
"""What a letter is given where the school and the provider are kept from its reader."""


def spoken(name, **differences):
    """One letter with its invented values, some of them different."""
    letter = LETTERS[name]
    return said(name, values_for(name, letter.reader) | differences)


def sentences(body):
    """The sentences and the lines of lists of a letter; what stands after a colon is its own."""
    lines = [line.lstrip("- ") for line in body.splitlines() if line.strip("-_ ")]
    return [
        part.strip()
        for line in lines
        for part in re.split(r"(?<=[.!?:])\s+", re.sub(r"(\d)\.(\d)", r"\1,\2", line))
        if part.strip()
    ]


def variants(name):
    """A letter as it is, without a link, with what is hidden left out, for each way that leads on."""
    own = values_for(name, LETTERS[name].reader)
    yield {}
    yield {"has_link": False, "own_words": "We are glad that you wrote."}
    yield HIDDEN
    yield HIDDEN | {"has_school": False}
    for key in [key for key, value in own.items() if isinstance(value, bool)]:
        yield {key: not own[key]}
    for step in ("new_school", "long_term", "post_16", ""):
        yield {"next": step} if "next" in own else {}
    for step in ("continue", "change", "extend", "move", "end", ""):
        yield {"decision": step} if "decision" in own else {}
    for step in ("moved", "post_16", "next_placement", "home_education"):
        yield {"outcome": step, "destination": "Elm College"} if "outcome" in own else {}
    for key in ("ends_on", "target_on", "review_on", "next_step_on", "check_on", "first_day_on"):
        yield {key: None} if key in own and "off_site" not in name else {}


FAMILY = [name for name, one in LETTERS.items() if one.reader != Reader.STAFF]


@pytest.mark.parametrize("name", LETTERS)
def test_a_subject_names_no_child_and_no_place(name):
    subject = spoken(name).subject

    assert subject
    assert [word for word in ("Amira", "Oak Park", "Bridge House") if word in subject] == []


@pytest.mark.parametrize("name", LETTERS)
def test_a_sentence_has_twenty_words_or_fewer(name):
    long = {
        sentence
        for different in variants(name)
        if not _is_dated_by_nothing(name, different)
        for sentence in sentences(spoken(name, **different).body)
        if len(sentence.split()) > MOST_WORDS
    }

    assert long == set()


def _is_dated_by_nothing(name, different):
    """A letter that is about a day is not written without it."""
    return name in {"review_invitation", "review_invitation_child", "day_before"} and bool(
        {"review_on", "first_day_on"} & different.keys()
    )


@pytest.mark.parametrize("name", FAMILY)
def test_a_family_reads_no_words_of_staff(name):
    for different in variants(name):
        if not _is_dated_by_nothing(name, different):
            body = spoken(name, **different).body
            assert [word for word in STAFF_WORDS if word in body] == []


@pytest.mark.parametrize("name", LETTERS)
def test_each_value_of_a_letter_s_own_stands_in_its_text(name):
    used = meta.find_undeclared_variables(_environment().parse(source(name)))
    own = values_for(name).keys() - values_for("no letter").keys()

    assert own - used == set()


@pytest.mark.parametrize("name", FAMILY)
def test_what_is_hidden_leaves_no_hole(name):
    body = spoken(name, **HIDDEN, sender_at="Hillingdon").body

    assert [word for word in ("Oak Park", "Bridge House") if word in body] == []
    assert re.findall(r"\b(?:at|to|of|back to|from)[ ]?[.,]|  |\(\)", body) == []


@pytest.mark.parametrize("name", LETTERS)
def test_a_link_stands_only_where_there_is_one(name):
    is_only_a_link = name in {"personal_link", "personal_link_child", "briefing", "briefing_again"}

    assert (LINK in spoken(name, has_link=False).body) is is_only_a_link
    assert spoken(name).body.count(LINK) <= 1


@pytest.mark.parametrize("name", ["placement_starting", "placement_starting_child"])
@pytest.mark.parametrize("route", ["new_school", "long_term", "post_16", ""])
def test_nothing_presumes_a_return_where_the_way_leads_on(name, route):
    body = spoken(name, next=route).body

    assert "back to" not in body
    assert "return" not in body


def test_a_move_has_its_own_day_before_and_its_own_questions_after_it():
    told = spoken("day_before_child", is_return=False, to="Elm Road School (example)").body
    asked = spoken("check_in", is_return=False, to="Elm Road School (example)").body
    over = spoken("it_is_over", is_return=False, outcome="moved", destination="Elm Road").subject

    assert "Welcome back" not in told
    assert "You start at Elm Road School (example)." in told
    assert "has been at Elm Road School (example) since" in asked
    assert "away" not in over


def test_a_child_s_own_letter_is_said_in_the_first_person():
    body = spoken("placement_starting_child").body

    assert "I am still a pupil of Oak Park School (example)." in body
    assert "On Monday 30 November 2026 I start at Bridge House (example)." in body
    assert "Childline on 0800 1111" in body
    assert "Dear" not in body


def test_the_notice_of_a_direction_states_all_five_groups():
    body = spoken("off_site_direction").body

    assert [f"{number}. " in body for number in range(1, 6)] == [True] * 5
    assert "2 Canal Walk" in body
    assert "asks for Dee Moran." in body
    assert "34 school days" in body
    assert "Stay in four lessons out of five." in body
    assert "Break from 10.45am to 11am" in body
    assert "section 29A" not in spoken("off_site_direction", is_maintained=False).body


def test_an_agreement_has_lines_to_sign_and_says_that_no_is_possible():
    body = spoken("part_time_agreement").body

    assert body.count("_____") >= 4
    assert "You may say no. Then Amira is offered full time." in body


def test_own_words_are_said_as_they_were_written():
    for name in FAMILY:
        assert "We are glad you rang!" in spoken(name, own_words="We are glad you rang!").body


def test_a_day_is_said_with_its_weekday():
    day = date(2026, 11, 30) + timedelta(days=7)

    assert "Monday 7 December 2026" in spoken("placement_starting", starts_on=day).body
