import pytest
from django.db import transaction

from homeward.history.submissions import Tokens
from homeward.history.who import Somebody
from homeward.web.hooks import hooks
from tests.apart import at_once

MARA = Somebody(person=7, person_name="Mara Lind")
BEN = Somebody(person=8, person_name="Ben Ode")


def test_the_pages_are_lent_the_tokens():
    assert isinstance(hooks.submissions, Tokens)
    assert hooks.on_read is not None


def test_a_second_click_is_answered_with_the_first_ones_address(db):
    tokens = Tokens()

    assert tokens.claim("a", MARA) is None
    tokens.remember("a", MARA, "/placements/1/")

    assert tokens.claim("a", MARA) == "/placements/1/"
    assert tokens.claim("b", MARA) is None


def test_a_token_is_a_persons_own(db):
    tokens = Tokens()
    tokens.claim("a", MARA)
    tokens.remember("a", MARA, "/placements/1/")

    assert tokens.claim("a", BEN) is None
    assert tokens.claim("a", Somebody()) is None


def test_a_form_shown_again_gives_its_token_back(db):
    tokens = Tokens()
    tokens.claim("a", MARA)

    tokens.release("a", MARA)

    assert tokens.claim("a", MARA) is None


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_make_one_record(tmp_path):
    made = []

    def click():
        with transaction.atomic():
            location = Tokens().claim("a", MARA)
            if location is None:
                made.append(1)
                location = "/placements/1/"
                Tokens().remember("a", MARA, location)
            return location

    answers = at_once(tmp_path, click, click, click)

    assert answers == ["/placements/1/"] * 3
    assert made == [1]
