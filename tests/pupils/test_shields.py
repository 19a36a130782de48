"""What an adult of a family may be told, over families that nobody thought of."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.pupils.codes import Hides
from homeward.pupils.rules.shields import Adult, Home, Kept, address_for, hidden_from, told

TODAY = date(2026, 11, 24)
ADDRESSES = ["1 Quiet Street", "2 Mill Lane", "3 North Road", "1 QUIET  Street"]
PHONES = ["", "01632 960001", "01632 960002", "+44 1632 960001"]

keys = st.integers(0, 3)
days = st.dates(TODAY - timedelta(3), TODAY + timedelta(3))
homes = st.lists(
    st.builds(
        Home,
        key=keys,
        address=st.sampled_from(ADDRESSES),
        phone=st.sampled_from(PHONES),
        is_childs_home=st.booleans(),
    ),
    max_size=4,
    unique_by=lambda home: home.key,
)
people = st.lists(
    st.builds(Adult, key=keys, home=st.none() | keys, phone=st.sampled_from(PHONES)),
    min_size=1,
    max_size=4,
    unique_by=lambda adult: adult.key,
)
shields = st.lists(
    st.builds(
        Kept,
        from_adult=keys,
        hides=st.sampled_from(Hides),
        from_on=days,
        until_on=st.none() | days,
    ),
    max_size=6,
)


def say(people, homes, shields, on=TODAY):
    return told(
        people[0],
        homes=homes,
        others=people[1:],
        shields=shields,
        on=on,
        school="Oak Park",
        provider="Bridge House",
    )


def same(address):
    return " ".join(address.lower().split())


def number(phone):
    return "".join(letter for letter in phone if letter.isdigit())[-9:]


@given(people, homes, shields)
def test_where_the_child_lives_is_never_told_to_those_it_is_kept_from(people, homes, shields):
    said = say(people, homes, shields)

    if Hides.HOUSEHOLD in hidden_from(people[0], shields, TODAY):
        childs = {same(home.address) for home in homes if home.is_childs_home}
        assert said.childs_address == ""
        assert same(said.address) not in childs
        assert not {number(one) for one in said.phones} & {
            number(home.phone) for home in homes if home.phone
        }


@given(people, homes, shields)
def test_one_household_never_reads_the_address_of_another(people, homes, shields):
    said = say(people, homes, shields)

    own = [home.address for home in homes if home.key == people[0].home]
    assert said.address in {"", *own}


@given(people, homes, shields)
def test_what_is_kept_is_not_said(people, homes, shields):
    hidden, said = hidden_from(people[0], shields, TODAY), say(people, homes, shields)

    assert (said.school == "") is (Hides.SCHOOL in hidden)
    assert (said.provider == "") is (Hides.PROVIDER in hidden)
    if Hides.PHONE in hidden:
        elsewhere = [home.phone for home in homes] + [other.phone for other in people[1:]]
        kept = {number(phone) for phone in elsewhere if phone}
        assert not kept & {number(one) for one in said.phones}


@given(people, homes, shields, shields)
def test_one_shield_more_never_says_more(people, homes, shields, more):
    before, after = say(people, homes, shields), say(people, homes, shields + more)

    assert after.address in {"", before.address}
    assert after.school in {"", before.school}
    assert after.provider in {"", before.provider}
    assert set(after.phones) <= set(before.phones)


@given(people, homes, shields, st.randoms())
def test_the_order_of_rows_says_nothing(people, homes, shields, random):
    mixed = shields.copy()
    random.shuffle(mixed)

    assert say(people, homes, mixed) == say(people, homes, shields)


@given(people, homes, shields)
def test_a_shield_counts_from_its_first_day_to_its_last(people, homes, shields):
    ended = [one for one in shields if one.until_on and one.until_on < TODAY]
    to_come = [one for one in shields if one.from_on > TODAY]

    assert say(people, homes, ended + to_come) == say(people, homes, [])


def test_ten_thousand_families_leak_nothing():
    """What was asked of this room in figures: 0 leaks in 10,000 generated cases."""
    chance = Random(20261124)  # noqa: S311 - families, not secrets

    leaks = [family for family in map(_family, [chance] * 10_000) if _leaks(*family)]

    assert leaks == []


def _family(chance):
    """A family of up to four households and adults, with up to six shields, some of them ended."""
    homes = [
        Home(key, chance.choice(ADDRESSES), chance.choice(PHONES), chance.random() < 0.6)
        for key in chance.sample(range(4), chance.randint(1, 4))
    ]
    people = [
        Adult(key, chance.choice([None, *range(4)]), chance.choice(PHONES))
        for key in chance.sample(range(4), chance.randint(1, 4))
    ]
    shields = [
        Kept(
            chance.randrange(4),
            chance.choice(list(Hides)),
            TODAY + timedelta(chance.randint(-3, 1)),
            chance.choice([None, TODAY + timedelta(chance.randint(-1, 3))]),
        )
        for _ in range(chance.randint(0, 6))
    ]
    return people, homes, shields


def _leaks(people, homes, shields):
    """Whether anything said to the first adult may not be; worked out anew, not by the rule."""
    adult, said = people[0], say(people, homes, shields)
    kept = {
        one.hides
        for one in shields
        if one.from_adult == adult.key
        and one.from_on <= TODAY
        and (one.until_on is None or one.until_on >= TODAY)
    }
    own = {same(home.address) for home in homes if home.key == adult.home}
    childs = {same(home.address) for home in homes if home.is_childs_home}
    elsewhere = {number(home.phone) for home in homes if home.key != adult.home}
    numbers = {number(phone) for phone in said.phones}
    others = {number(home.phone) for home in homes} | {number(one.phone) for one in people[1:]}
    told_addresses = {same(one) for one in (said.address, said.childs_address) if one}
    return (
        not told_addresses <= own
        or (Hides.HOUSEHOLD in kept and (told_addresses & (childs or own) or said.childs_address))
        or (kept & {Hides.HOUSEHOLD, Hides.PHONE} and numbers & (others - {""}))
        or numbers & (elsewhere - _known_to(adult, people, homes) - {""})
        or (Hides.SCHOOL in kept and said.school)
        or (Hides.PROVIDER in kept and said.provider)
    )


def _known_to(adult, people, homes):
    """The numbers of an adult's own: theirs, of their household and of those who live there."""
    theirs = {number(adult.phone)} | {number(one.phone) for one in homes if one.key == adult.home}
    together = {number(one.phone) for one in people if one.home == adult.home is not None}
    return theirs | together


@pytest.mark.parametrize("until_on", [None, TODAY])
def test_a_father_who_left_reads_neither_address_nor_telephone(until_on):
    home = Home("h", "1 Quiet Street", "01632 960001", is_childs_home=True)
    father = Adult("f", "h", "07700 900002")
    kept = [Kept("f", Hides.HOUSEHOLD, TODAY, until_on)]

    said = told(father, homes=[home], others=[Adult("m", "h")], shields=kept, on=TODAY)

    assert (said.address, said.phones) == ("", ("07700 900002",))


def test_a_mother_reads_her_own_address():
    home = Home("h", "1 Quiet Street", "01632 960001", is_childs_home=True)
    kept = [Kept("f", Hides.HOUSEHOLD, TODAY)]

    said = told(Adult("m", "h"), homes=[home], others=[], shields=kept, on=TODAY)

    assert said.address == said.childs_address == "1 Quiet Street"


def test_where_no_home_is_marked_as_the_childs_each_is_kept():
    own, other = Home("a", "1 Quiet Street"), Home("b", "2 Mill Lane")
    kept = [Kept("f", Hides.HOUSEHOLD, TODAY)]
    asked = {"homes": [own, other], "shields": kept, "on": TODAY}

    assert address_for(Adult("f", "a"), own, **asked) == ""
    assert address_for(Adult("m", "a"), own, **asked) == "1 Quiet Street"
