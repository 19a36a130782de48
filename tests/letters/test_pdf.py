"""Letters on paper: tagged, readable in every way of writing we have, with the link as a square."""

from datetime import UTC, datetime
from time import perf_counter

import pytest

from homeward.letters import pdf
from homeward.letters.blocks import BlockKind, blocks
from homeward.letters.codes import Channel
from homeward.letters.pdf import Paper, printed
from homeward.letters.texts import LINK, Said
from tests.letters.conftest import link_for, written

TAGS = (b"/StructTreeRoot", b"/MarkInfo", b"pdfuaid", b"/Lang", b"DisplayDocTitle")
BODY = f"""Dear Ms Haddad,

What you can do
---------------
- ring us
- write to us

{LINK}

Your name: ______________

Mara Lind
AP lead
"""


def paper(body=BODY, **more):
    values = {
        "letterhead": "Oak Park School (example)\n1 Oak Way (example)",
        "postal": "Ms Haddad\n4 Elm Street\nUxbridge",
        "day": "Tuesday 24 November 2026",
        "subject": "A letter",
        "language": "en-gb",
        "at": datetime(2026, 11, 24, tzinfo=UTC),
        "link": "https://homeward.example/family/x/open/y/",
    }
    return Paper(body=body, **{**values, **more})


def test_a_letter_is_laid_out_from_its_plain_words():
    found = [(each.kind, each.lines) for each in blocks(BODY)]

    assert found == [
        (BlockKind.PARAGRAPH, ("Dear Ms Haddad,",)),
        (BlockKind.HEADING, ("What you can do",)),
        (BlockKind.LIST, ("ring us", "write to us")),
        (BlockKind.LINK, (LINK,)),
        (BlockKind.SIGN, ("Your name:",)),
        (BlockKind.PARAGRAPH, ("Mara Lind", "AP lead")),
    ]


@pytest.mark.parametrize("body", ["---", "a\n---\n---\nb", "- \n-- x", "_____", "a\n\n\n---\n"])
def test_odd_words_are_laid_out_too(body):
    assert not printed(paper(f"{body}\nend")).is_plain


def test_a_letter_is_tagged_for_reading_aloud():
    made = printed(paper())

    assert [tag for tag in TAGS if tag not in made.content] == []
    assert (made.is_plain, made.missing, made.says) == (False, (), "")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "تعود أميرة يوم الثلاثاء 24 نوفمبر 2026."),
        ("he", "אמירה חוזרת"),
        ("ur", "امیرہ واپس آ رہی ہے"),
        ("hi", "अमीरा वापस आ रही है"),
        ("bn", "আমিরা ফিরে আসছে"),
        ("pa", "ਅਮੀਰਾ ਵਾਪਸ ਆ ਰਹੀ ਹੈ"),
        ("gu", "અમીરા પાછી આવે છે"),
        ("ta", "அமீரா திரும்பி வருகிறாள்"),
        ("ti", "ኣሚራ ትምለስ ኣላ"),
        ("pl", "Zażółć gęślą jaźń"),
        ("uk", "Аміра повертається"),
        ("zh-hans", "阿米拉回来了"),
        ("so", "Amira way soo laabanaysaa"),
    ],
)
def test_many_ways_of_writing_are_tagged(language, words):
    made = printed(paper(f"{words}\n\n{LINK}\n", language=language))

    assert made.missing == ()
    assert [tag for tag in TAGS if tag not in made.content] == []


def test_a_sign_in_none_of_our_fonts_makes_a_plain_pdf_and_is_named():
    made = printed(paper("Well done 😀 ᐃᐃ\n"))

    assert made.content.startswith(b"%PDF")
    assert (made.is_plain, made.missing) == (True, ("😀", "ᐃ"))
    assert "😀 ᐃ" in made.says


def test_what_is_written_is_shown_and_never_run():
    trap = '#panic("run") = h \\ $x$ `y` #image("/etc/passwd") <l> @r *b* _i_'

    assert not printed(paper(trap, subject=trap, letterhead=trap, postal=trap)).is_plain


def test_a_message_is_printed_with_its_link_in_place_and_notes_nothing_missing(cast):
    link = link_for(cast)
    message = written(
        cast,
        letter="personal_link",
        said=Said("Your page", f"Dear Ms Haddad,\n\n{LINK}\n"),
        link=link.reference,
        channel=Channel.PRINT,
    )

    made = pdf.made(message)

    assert b"/Figure" in made.content or b"/StructTreeRoot" in made.content
    assert str(cast.mother.reference).encode() in made.content
    assert not message.deliveries.get().is_plain_pdf


def test_a_message_with_a_strange_sign_is_noted_as_plain(cast):
    message = written(cast, said=Said("A letter", "Well done 😀\n"))

    assert pdf.made(message).is_plain
    assert message.deliveries.get().is_plain_pdf


def test_a_letter_takes_no_longer_than_a_page():
    printed(paper())
    spent = []
    for number in range(10):
        began = perf_counter()
        printed(paper(f"{BODY}\n{number}"))
        spent.append(perf_counter() - began)

    assert min(spent) < 0.5
