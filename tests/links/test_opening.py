"""Opening a personal link: once, with the word, and nothing said to whoever has neither."""

from datetime import timedelta

import pytest
from django.test import Client

from homeward.links import actions
from homeward.links.models import Device, Guess, PersonalLink, Word
from homeward.links.recognising import COOKIE
from homeward.links.rules import MOST_WRONG, home_of, opening
from homeward.links.work import forget_guesses
from homeward.organisations.models import Installation
from homeward.pupils.actions import add_adult
from tests.apart import at_once
from tests.cast import DAY
from tests.links.knowing import BROWSER, NOON, WORD, agreed, known_by, link_for, sent

ADULT = "adult"


@pytest.fixture
def mother(cast, settings):
    """Amira's mother, with a word agreed and a link made for her."""
    settings.TODAY = DAY
    Installation.objects.create(pk=1, is_demo=True)
    return Mother(cast)


class Mother:
    def __init__(self, cast):
        self.cast, self.whom = cast, cast.mother.reference
        said = {"keeper": cast.hillingdon, "by": cast.access("lead")}
        agreed(ADULT, self.whom, **said)
        self.token = link_for(ADULT, self.whom, **said)
        self.address = opening(ADULT, self.whom, self.token)
        self.home = home_of(ADULT, self.whom)


def test_reading_the_address_opens_nothing(mother):
    scanner, phone = Client(), Client()

    first, second = scanner.get(mother.address), scanner.head(mother.address)

    assert (first.status_code, second.status_code) == (200, 200)
    assert COOKIE not in scanner.cookies
    assert PersonalLink.objects.get().opened_at is None
    assert "Amira" not in first.content.decode()
    assert "Haddad" not in first.content.decode()
    assert phone.post(mother.address, {"word": WORD}).url == mother.home


def test_the_word_opens_it_and_the_device_is_known(mother):
    phone = Client()

    answer = phone.post(mother.address, {"word": "Lantern Fish"})

    cookie = answer.cookies[COOKIE]
    assert answer.url == mother.home
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (mother.home, True, "Lax")
    assert cookie["max-age"] == 90 * 86400
    assert Device.objects.get().until_on == DAY + timedelta(days=90)


def test_a_used_link_opens_nothing_elsewhere_and_leads_a_known_device_to_the_page(mother):
    phone, other = Client(), Client()
    phone.post(mother.address, {"word": WORD})

    again, forwarded = phone.get(mother.address), other.get(mother.address)

    assert again.url == mother.home
    assert forwarded.status_code == 404
    assert other.post(mother.address, {"word": WORD}).status_code == 404


def test_every_link_that_does_not_open_is_answered_alike(mother):
    cast, lead = mother.cast, mother.cast.access("lead")
    spoilt = {}
    spoilt["guessed"] = Client().get(opening(ADULT, mother.whom, "no-such-token"))
    spoilt["of nobody"] = Client().get(opening(ADULT, cast.household.reference, mother.token))
    spoilt["of the child"] = Client().get(opening("child", cast.amira.reference, mother.token))
    PersonalLink.objects.update(
        made_on=DAY - timedelta(days=31), expires_on=DAY - timedelta(days=1)
    )
    spoilt["old"] = Client().get(mother.address)
    PersonalLink.objects.update(expires_on=DAY)
    type(cast.mother).objects.filter(pk=cast.mother.pk).update(left_on=DAY)
    spoilt["of an adult who left"] = Client().get(mother.address)
    type(cast.mother).objects.filter(pk=cast.mother.pk).update(
        left_on=None, may_receive_letters=False
    )
    spoilt["of an adult who gets no letters"] = Client().get(mother.address)
    type(cast.mother).objects.filter(pk=cast.mother.pk).update(may_receive_letters=True)
    actions.revoke(whom=mother.whom, keeper=cast.hillingdon.pk, by=lead, on=DAY)
    spoilt["revoked"] = Client().get(mother.address)

    assert {name: one.status_code for name, one in spoilt.items()} == dict.fromkeys(spoilt, 404)
    assert len({one.content for one in spoilt.values()}) == 1
    assert len({str(sorted(one.headers.items())) for one in spoilt.values()}) == 1
    assert Guess.objects.filter(kind="link").count() == len(spoilt)


def test_a_child_who_moved_to_another_authority_has_no_page_here(mother):
    cast = mother.cast
    moved = type(cast.amira).objects.get(pk=cast.amira.pk)
    moved.pk, moved.id, moved.reference = None, None, cast.household.reference
    moved.keeper, moved.moved_from, moved.upn = cast.harrow, cast.amira, ""
    moved.save(force_insert=True)

    assert Client().get(mother.address).status_code == 404


def test_a_wrong_word_says_how_many_tries_are_left_and_then_to_ring(mother):
    phone = Client()

    answers = [phone.post(mother.address, {"word": f"wrong {n}"}) for n in range(MOST_WRONG)]

    assert [one.status_code for one in answers[:-1]] == [422] * (MOST_WRONG - 1)
    assert "You have 4 tries left" in answers[0].content.decode()
    assert "You have 1 try left" in answers[-2].content.decode()
    assert "Please ring the school" in answers[-1].content.decode()
    assert "Please ring the school" in phone.post(mother.address, {"word": WORD}).content.decode()
    assert "Please ring the school" in phone.get(mother.address).content.decode()
    assert Guess.objects.filter(kind="word", whom=mother.whom).count() == MOST_WRONG
    assert Word.objects.get().blocked_at is not None


def test_an_empty_word_is_no_try(mother):
    answer = Client().post(mother.address, {"word": ""})

    assert answer.status_code == 422
    assert "Type your word" in answer.content.decode()
    assert not Guess.objects.exists()


def test_guessing_is_slowed_and_even_the_right_word_has_to_wait(mother):
    for number in range(10):
        Client().get(opening(ADULT, mother.whom, f"guess-{number}"))

    slowed = Client().get(opening(ADULT, mother.whom, "one-more"))
    right = Client().post(mother.address, {"word": WORD})

    assert (slowed.status_code, right.status_code) == (429, 429)
    assert "Wait a quarter of an hour" in slowed.content.decode()
    assert Guess.objects.count() == 10
    assert PersonalLink.objects.get().opened_at is None


def test_another_parents_device_opens_nothing(mother):
    cast = mother.cast
    father = add_adult(
        cast.amira, name="Sami Haddad", relationship="father", by=cast.access("lead"), on=DAY
    )
    tablet = Client()
    known_by(tablet, ADULT, father.reference, keeper=cast.hillingdon)

    assert tablet.get(f"{mother.home}back/").status_code == 404
    assert tablet.get(mother.address).status_code == 200


def test_after_exit_the_word_is_asked_again(mother):
    phone = Client()
    device = known_by(phone, ADULT, mother.whom, keeper=mother.cast.hillingdon)
    actions.leave(device, at=sent().at)

    asked = phone.get(f"{mother.home}back/")
    wrong = phone.post(f"{mother.home}back/", {"word": "something"})
    right = phone.post(f"{mother.home}back/", {"word": WORD})

    assert asked.status_code == 200
    assert wrong.status_code == 422
    assert right.url == mother.home
    assert phone.get(f"{mother.home}back/").url == mother.home
    assert Client().get(f"{mother.home}back/").status_code == 404


def opened(mother, proof=WORD, **place):
    return actions.open_link(
        mother.token, kind=ADULT, whom=mother.whom, proof=proof, sent=sent(**place)
    )


def test_pressed_twice_the_second_press_opens_and_the_first_device_is_revoked(mother):
    first = opened(mother).device
    second = opened(mother, at=NOON + timedelta(seconds=2)).device
    third = opened(mother, at=NOON + timedelta(seconds=59)).device

    assert list(Device.objects.filter(revoked_at__isnull=True)) == [third]
    assert Device.objects.filter(pk__in=[first.pk, second.pk]).count() == 2
    assert PersonalLink.objects.get().opened_at == NOON


@pytest.mark.parametrize(
    "place",
    [
        {"network": "two"},
        {"browser": "Mozilla/5.0 (iPhone) Safari/605.1"},
        {"at": NOON + timedelta(seconds=61)},
    ],
)
def test_from_elsewhere_or_later_it_opens_no_more(mother, place):
    opened(mother)

    with pytest.raises(actions.DoesNotOpen):
        opened(mother, **{"at": NOON + timedelta(seconds=5)} | place)

    assert Device.objects.get().revoked_at is None


def test_a_browser_that_says_no_name_opens_once(mother):
    opened(mother, browser="")

    with pytest.raises(actions.DoesNotOpen):
        opened(mother, browser="")


def test_again_takes_the_word_too(mother):
    opened(mother)

    with pytest.raises(actions.WrongWord):
        opened(mother, proof="something")

    assert Device.objects.get().revoked_at is None


def test_once_everything_is_revoked_the_second_press_opens_nothing(mother):
    cast = mother.cast
    opened(mother)
    revoking = {"by": cast.access("lead"), "on": DAY}
    device = Device.objects.get().reference
    actions.revoke(whom=mother.whom, keeper=cast.hillingdon.pk, device=device, **revoking)

    with pytest.raises(actions.DoesNotOpen):
        opened(mother)


def test_a_double_press_without_scripts_ends_on_the_page(mother):
    agent = {"HTTP_USER_AGENT": BROWSER}
    lost, arrived = Client(**agent), Client(**agent)
    lost.post(mother.address, {"word": WORD})

    answer = arrived.post(mother.address, {"word": WORD})

    assert answer.url == mother.home
    assert arrived.cookies[COOKIE].value
    assert Device.objects.filter(revoked_at__isnull=True).count() == 1


def test_from_where_it_was_opened_is_forgotten(mother):
    opened(mother)
    assert PersonalLink.objects.get().opened_from

    forget_guesses({}, DAY)

    assert PersonalLink.objects.get().opened_from == ""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("browsers", "answers"),
    [
        ((BROWSER, "Another browser"), ["DoesNotOpen", "Opened"]),
        ((BROWSER, BROWSER), ["Opened", "Opened"]),
    ],
)
def test_of_two_who_open_it_at_the_same_moment_one_device_is_known(
    mother, tmp_path, browsers, answers
):
    def follow(browser):
        return lambda: actions.open_link(
            mother.token, kind=ADULT, whom=mother.whom, proof=WORD, sent=sent(browser=browser)
        )

    found = at_once(tmp_path, *map(follow, browsers))

    assert sorted(type(one).__name__ for one in found) == answers
