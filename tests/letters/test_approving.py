"""A translation is sent once a named person of the authority has approved exactly that text."""

import pytest
from django.urls import reverse

from homeward.history.queries import entries
from homeward.letters import actions, pages, queries, texts
from homeward.letters.catalogue import LETTERS
from homeward.letters.examples import values_for
from homeward.letters.texts import digest, said
from tests.cast import DAY
from tests.letters.conftest import written

LETTER = "day_before"


def approve(cast, language="pl", by="admin"):
    return actions.approve(
        LETTER, language, read=digest(LETTER, language), by=cast.access(by), on=DAY
    )


def languages(cast, keeper=None):
    where = keeper or cast.hillingdon
    return queries.languages(cast.access("admin"), where.pk, LETTER, DAY)


def test_a_translation_is_a_draft_until_it_is_approved(cast):
    assert languages(cast) == ("en-gb",)
    with pytest.raises(actions.NotApproved):
        written(cast, letter=LETTER, language="pl")

    approve(cast)

    assert languages(cast) == ("en-gb", "pl")
    assert written(cast, letter=LETTER, language="pl", english="All is well.").language == "pl"


def test_the_word_of_one_authority_says_nothing_for_another(cast):
    approve(cast)

    assert languages(cast, cast.harrow) == ("en-gb",)


@pytest.mark.parametrize("which", ["en-gb", "pl"])
def test_a_text_that_changed_needs_a_new_approval(cast, monkeypatch, tmp_path, which):
    approve(cast)
    for language in ("en-gb", "pl"):
        (tmp_path / language).mkdir()
        text = texts.source(LETTER, language) + ("One more line.\n" if language == which else "")
        (tmp_path / language / f"{LETTER}.txt").write_text(text, encoding="utf-8")
    monkeypatch.setattr(texts, "FOLDER", tmp_path)

    assert languages(cast) == ("en-gb",)
    (stands,) = queries.standings(cast.access("admin"), cast.hillingdon.pk, (LETTER,), DAY)
    assert (stands.may_be_sent, stands.was_changed) == (False, True)


def test_what_was_not_read_is_not_approved(cast):
    with pytest.raises(actions.TextChanged):
        actions.approve(LETTER, "pl", read="0" * 64, by=cast.access("admin"), on=DAY)
    with pytest.raises(actions.NothingToApprove):
        actions.approve(LETTER, "en-gb", read="", by=cast.access("admin"), on=DAY)


def test_an_approval_is_given_once_taken_back_and_written_down(cast):
    given = approve(cast)
    with pytest.raises(actions.AlreadyApproved):
        approve(cast, by="commissioner")

    actions.withdraw(given, by=cast.access("commissioner"), on=DAY)

    assert languages(cast) == ("en-gb",)
    with pytest.raises(actions.AlreadyWithdrawn):
        actions.withdraw(given, by=cast.access("commissioner"), on=DAY)
    assert approve(cast).pk != given.pk
    kinds = [each.kind for each in entries(cast.access("admin"), cast.hillingdon.reference)]
    assert kinds.count("letters.translation") == 3


def test_the_page_shows_both_texts_and_takes_the_approval_once(visit):
    address = reverse("letters:approval", args=(LETTER, "pl"))
    assert "A draft: it is not sent" in visit("admin", f"/letters/{LETTER}/pl/").text

    refused = visit("admin", address, {"read": digest(LETTER, "pl")})
    assert refused.status_code == 422
    assert "Say that it was read" in refused.text

    typed = {"read": digest(LETTER, "pl"), "is_read": "on"}
    assert visit("admin", address, typed).status_code == 302
    assert "is approved already" in visit("admin", address, typed).text
    assert "Ade Bello" in visit("lead", f"/letters/{LETTER}/pl/").text

    withdrawal = reverse("letters:withdrawal", args=(LETTER, "pl"))
    assert "Withdraw it" in visit("commissioner", withdrawal).text
    assert visit("commissioner", withdrawal, {}).status_code == 302
    assert "withdrawn on" in visit("admin", f"/letters/{LETTER}/pl/").text


def test_a_school_reads_the_catalogue_and_approves_nothing(visit):
    assert visit("lead", "/letters/").status_code == 200
    assert "Approve this text" not in visit("lead", f"/letters/{LETTER}/pl/").text
    assert visit("lead", reverse("letters:approval", args=(LETTER, "pl"))).status_code == 403
    assert visit("bridge_worker", "/letters/").status_code == 403


def test_every_letter_has_a_page_and_a_pdf(visit, client):
    catalogue = visit("admin", "/letters/").text
    for name, each in LETTERS.items():
        assert each.title in catalogue
        assert visit("admin", f"/letters/{name}/").status_code == 200
        made = client.get(f"/letters/{name}/letter.pdf")
        assert made["Content-Type"] == "application/pdf"
        assert b"pdfuaid" in made.content


@pytest.mark.parametrize(
    "wrong", ["nothing/", f"{LETTER}/xx/", f"{LETTER}/en-gb/", f"{LETTER}/letter.pdf?language=../x"]
)
def test_what_is_no_letter_or_no_language_is_not_found(visit, wrong):
    assert visit("admin", f"/letters/{wrong}").status_code == 404


def test_a_right_to_left_letter_is_set_right_to_left(cast):
    shown = pages.translation_page(cast.access("admin"), LETTER, "ar")

    assert (shown.other.direction, shown.english.direction) == ("rtl", "ltr")


def test_a_telephone_number_keeps_its_order_amid_right_to_left_words():
    values = values_for(LETTER) | {"ring": "020 7946 0300"}

    words = said(LETTER, values, "ar").body

    assert "\u2068020 7946 0300\u2069." in words
    assert "\u2068" not in said(LETTER, values, "pl").body
