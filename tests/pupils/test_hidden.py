"""What people type is read for what is kept from the adult whom it reaches, however it is spelt."""

from datetime import date

import pytest

from homeward.pupils.codes import Hides
from homeward.pupils.rules.hidden import (
    OTHER_ADDRESS,
    PHONE,
    PLACE,
    PROVIDER,
    SCHOOL,
    SHIELDED_ADDRESS,
    kept_from,
)
from homeward.pupils.rules.shields import Adult, Home, Kept

TODAY = date(2026, 11, 24)
MOTHERS = Home("m", "12 Canal Road, Uxbridge, UB8 3QW", "01895 960001", True, "Uxbridge")
FATHERS = Home("f", "Flat 2, 40 Mill Lane, Hayes, UB3 1AB", "01895 960002", town="Hayes")
MOTHER = Adult("mother", "m", "07700 900101")
FATHER = Adult("father", "f", "07700 900102")
PLACES = ["The Boathouse, 2 Canal Walk (example), Uxbridge, UB8 1AB", "01895 960003"]


def kept(adult=FATHER, *hides, homes=(MOTHERS, FATHERS), people=(MOTHER, FATHER), places=PLACES):
    return kept_from(
        adult,
        homes=homes,
        others=[one for one in people if one.key != adult.key],
        shields=[Kept(adult.key, each, TODAY) for each in hides],
        on=TODAY,
        school="Oak Park School (example)",
        provider="Bridge House (example)",
        places=places,
    )


ADDRESSES = [
    "12 Canal Road, Uxbridge, UB8 3QW",
    "12 canal road",
    "12, Canal Rd.",
    "No. 12 in Canal Road",
    "twelve Canal Road",
    "Canal Road, number 12",
    "they live in Canal Road",
    "Canal Road’s end house",
    "CANALROAD",
    "C a n a l   R o a d",
    "c.a.n.a.l-r.o.a.d",
    "Can\u200bal Ro\u200dad",
    "Ca\u00adnal Road",
    "Cánäl Rōad",
    "Саnаl Rоаd",
    "Ｃａｎａｌ　Ｒｏａｄ",
    "𝐂𝐚𝐧𝐚𝐥 𝐑𝐨𝐚𝐝",
    "C4na1 R0ad",
    "C@nal Road",
    "CanaI Road",
    "Canal\nRoad",
    "\u200fCanal\u200e Road\u200f",
    "\u202edaoR lanaC\u202c",
    "https://maps.example/?q=12%20Canal%20Road",
    "Canal&nbsp;Road",
    "/canal-road/",
    "visit at 12 Canal on Friday",
    "UB8 3QW",
    "ub8 3qw",
    "UB83QW",
    "ub8-3qw",
    "U B 8 3 Q W",
    "UB8\u00a03QW",
    "UB8\u200b3QW",
    "UВ8 3QW",
    "UB8 3QW.",
    "(UB8 3QW)",
    "UB eight three QW",
    "the code isUB8 3QW",
]


@pytest.mark.parametrize("text", ADDRESSES)
def test_the_address_of_another_household_is_found(text):
    assert kept().found_in(f"We wrote that {text} yesterday.") == (OTHER_ADDRESS,)
    assert kept().found_in(text) == (OTHER_ADDRESS,)


@pytest.mark.parametrize("text", ADDRESSES)
def test_by_a_shield_it_is_the_address_that_is_kept(text):
    assert kept(FATHER, Hides.HOUSEHOLD).found_in(text) == (SHIELDED_ADDRESS,)


@pytest.mark.parametrize(
    "text",
    [
        "07700 900101",
        "07700900101",
        "07700-900-101",
        "+44 7700 900101",
        "+44 (0)7700 900101",
        "0044 7700 900 101",
        "0 7 7 0 0 9 0 0 1 0 1",
        "07700x900x101",
        "07700 then 900 then 101",
        "O77OO 9OO1O1",
        "oh double seven double oh nine double oh one oh one",
        "zero seven seven zero zero nine zero zero one zero one",
        "٠٧٧٠٠ ٩٠٠١٠١",
        "０７７００ ９００１０１",
        "⓪⑦⑦⓪⓪ ⑨⓪⓪①⓪①",
        "07700\u200b900\u200b101",
        "tel:07700900101",
        "01895 960001",
        "960001",
        "960 001",
    ],
)
def test_the_telephone_of_another_household_is_found(text):
    assert kept().found_in(f"Ring {text} after school") == (PHONE,)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Oak Park School", SCHOOL),
        ("at oak-park", SCHOOL),
        ("oakpark", SCHOOL),
        ("OAKPARKSCHOOL", SCHOOL),
        ("head@oakparkschool.example", SCHOOL),
        ("Bridge House", PROVIDER),
        ("Bridge House (example)", PROVIDER),
        ("The Bridge-House", PROVIDER),
        ("Bridge House's staff", PROVIDER),
        ("bridgehouse.example", PROVIDER),
        ("Вridgе Ноusе", PROVIDER),
        ("2 Canal Walk", PLACE),
        ("canal wlk", PLACE),
        ("UB8 1AB", PLACE),
        ("the Boathouse", PLACE),
        ("+44 1895 960003", PLACE),
    ],
)
def test_by_a_shield_school_and_provider_are_found_and_without_one_are_not(text, sentence):
    shielded = kept(FATHER, Hides.SCHOOL, Hides.PROVIDER)

    assert shielded.found_in(f"She was at {text} today") == (sentence,)
    assert kept().found_in(f"She was at {text} today") == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Amira came on all three days.",
        "We meet in Uxbridge. The bus to Hayes goes at 12.",
        "12 of 14 teachers have read it. See page 16 and 17.",
        "The school, the road, the lane and the park.",
        "On 24 11 2026 at 8.30, room 3, 12 children went to the canal by the road.",
        "Ring school on 020 7946 0312.",
        "Flat 2, 40 Mill Lane, Hayes, UB3 1AB",
        "07700 900102",
        "Her group is UB8, 3 girls and a boy.",
        "Canal boats went down the road.",
    ],
)
def test_few_texts_are_stopped_that_hold_nothing_hidden(text):
    assert kept(FATHER, Hides.HOUSEHOLD, Hides.PHONE, Hides.SCHOOL).found_in(text) == ()


def test_each_reads_their_own_address_and_nobody_anothers():
    assert kept(MOTHER).found_in("12 Canal Road, 07700 900101, 01895 960001") == ()
    assert kept(MOTHER).found_in("40 Mill Lane") == (OTHER_ADDRESS,)
    assert kept(Adult("aunt", None)).found_in("40 Mill Lane or 12 Canal Road") == (OTHER_ADDRESS,)


def test_a_father_who_left_is_kept_from_the_address_that_is_still_on_his_row():
    left = Adult("father", "m", "07700 900102")

    found = kept(left, Hides.HOUSEHOLD, people=(MOTHER, left)).found_in("12 Canal Road")

    assert found == (SHIELDED_ADDRESS,)


def test_several_things_are_said_each_once_and_none_is_repeated():
    found = kept(FATHER, Hides.HOUSEHOLD, Hides.PROVIDER).found_in(
        "12 Canal Road, ub8 3qw, 07700 900101, and Bridge House at 2 Canal Walk, UB8 1AB"
    )

    assert found == (SHIELDED_ADDRESS, PHONE, PROVIDER, PLACE)
    assert not any("Canal" in sentence or "Bridge" in sentence for sentence in found)


def test_what_the_adult_knows_anyway_is_no_trace():
    near = Home("n", "14 Canal Road, Uxbridge, UB8 3QW", town="Uxbridge")
    neighbour = kept(Adult("n", "n"), homes=(MOTHERS, near))

    assert neighbour.found_in("We meet in Canal Road, UB8 3QW, at 14 Canal Road.") == ()
    assert neighbour.found_in("We meet at 12 Canal Road.") == (OTHER_ADDRESS,)
    assert neighbour.found_in("We meet at 12, in Canal Road.") == (OTHER_ADDRESS,)


def test_a_street_that_every_town_has_is_found_with_its_number():
    home = Home("h", "7 High Street, Hayes, UB3 1AC", town="Hayes")
    his = kept(FATHER, homes=(home, FATHERS))

    assert his.found_in("The library is in the High Street.") == ()
    assert his.found_in("She lives at number 7 in the High Street.") == (OTHER_ADDRESS,)
    assert his.found_in("She lives at seven, High St") == (OTHER_ADDRESS,)


def test_a_named_house_and_a_flat_are_found():
    cottage = Home("h", "Rose Cottage, Hayes, UB3 1AC", town="Hayes")
    his = kept(FATHER, homes=(cottage, FATHERS))

    assert his.found_in("at rose cottage") == (OTHER_ADDRESS,)
    assert his.found_in("a rose by the cottage") == ()
    assert kept(MOTHER).found_in("flat 2, mill lane") == (OTHER_ADDRESS,)
    assert kept(MOTHER).found_in("flat 2") == ()


def test_a_school_named_after_its_town_is_not_found_in_the_town():
    his = kept_from(
        FATHER,
        homes=[MOTHERS, FATHERS],
        others=[MOTHER],
        shields=[Kept("father", Hides.SCHOOL, TODAY)],
        on=TODAY,
        school="Uxbridge High School",
    )

    assert his.found_in("We meet in Uxbridge.") == ()
    assert his.found_in("We meet at Uxbridge High.") == (SCHOOL,)


def test_an_ended_shield_keeps_nothing_and_other_households_stay_hidden():
    ended = [Kept("father", Hides.PROVIDER, date(2026, 1, 1), date(2026, 11, 23))]
    asked = {"homes": [MOTHERS, FATHERS], "others": [MOTHER], "shields": ended, "on": TODAY}
    his = kept_from(FATHER, **asked, provider="Bridge House (example)")

    assert his.found_in("Bridge House") == ()
    assert his.told.provider == "Bridge House (example)"
    assert his.found_in("12 Canal Road") == (OTHER_ADDRESS,)


@pytest.mark.parametrize(
    "text",
    [
        "the flat over the baker's by the canal",
        "where her nan lives",
        "Road of the Canal",
        "Кэнал Роуд",
    ],
)
def test_what_is_only_described_is_not_found(text):
    assert kept().found_in(text) == ()
