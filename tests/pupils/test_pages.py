import re
from datetime import date

import pytest
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import Http404
from django.urls import reverse

from homeward.history.queries import readings
from homeward.pupils import actions
from homeward.pupils.models import FamilyAdult, Household, Pupil, Shield
from homeward.pupils.views import family, listing, record
from homeward.web import panels
from homeward.web.uuid7 import uuid7
from tests.pupils.conftest import AMIRA_UPN, TODAY

IDENTITY = {
    "first_name": "Amira",
    "last_name": "Haddad",
    "born_on": "2012-03-04",
    "year_group": "10",
    "upn": AMIRA_UPN,
}
NEEDS = {
    "has_ehc_plan": "no",
    "is_looked_after": "no",
    "has_social_worker": "no",
    "needs_interpreter": "no",
}


def text(response):
    return " ".join(response.content.decode().split())


def opened(page):
    return re.search(r'name="opened" value="(\w+)"', text(page)).group(1)


def test_the_list_shows_the_school_its_children_and_no_others(cast, amira, add, ask):
    add("Ben", "Ode", preferred_first_name="Benny")
    add("Elsa", "Far", school=cast.elm_road)

    shown = text(ask(listing.pupils, cast.lead))

    assert "Amira Haddad" in shown
    assert "Benny Ode" in shown
    assert "Legal name <bdi>Ben Ode</bdi>" in shown
    assert "2 children" in shown
    assert "Elsa" not in shown


def test_an_empty_list_says_what_to_do(cast, ask):
    assert "Begin the first one" in text(ask(listing.pupils, cast.lead))


def test_looking_for_a_child_puts_no_name_into_the_address(cast, amira, add, ask):
    add("Ben", "Ode")
    session = SessionStore()

    sent = ask(listing.pupils, cast.lead, posted={"q": "had ami"}, session=session)
    found = text(ask(listing.pupils, cast.lead, sent.url, session=session))

    assert "had" not in sent.url.lower()
    assert "Amira Haddad" in found
    assert "Ben Ode" not in found
    assert 'value="had ami"' in found


@pytest.mark.parametrize(
    ("typed", "says"),
    [("x" * 121, "Use 120 characters or fewer"), ("a\0b", "Remove the hidden control characters")],
)
def test_what_cannot_be_looked_for_is_answered_in_a_sentence(cast, amira, ask, typed, says):
    answer = ask(listing.pupils, cast.lead, posted={"q": typed})

    assert answer.status_code == 422
    assert says in text(answer)


def test_a_search_that_is_kept_no_longer_says_so_and_fills_no_spreadsheet(cast, amira, ask):
    shown = text(ask(listing.pupils, cast.lead, "/pupils/?looked=gone"))
    file = ask(listing.spreadsheet, cast.lead, "/pupils/list.csv?looked=gone&year=10")

    assert "Look for the child again" in shown
    assert (file.status_code, file.url) == (302, "/pupils/?looked=gone&year=10")


def test_a_year_that_is_none_is_answered_in_a_sentence(cast, amira, ask):
    answer = ask(listing.pupils, cast.lead, "/pupils/?year=99")

    assert answer.status_code == 422
    assert "Choose one of the answers shown" in text(answer)
    assert ask(listing.spreadsheet, cast.lead, "/pupils/list.csv?year=99").status_code == 302


def test_the_list_is_cut_and_no_name_stands_in_its_marks(cast, add, ask):
    for number in range(52):
        add(f"Child{number:02}", "Same" if number % 2 else "Also")

    first = text(ask(listing.pupils, cast.lead))
    mark = re.search(r"after=([\w-]+)", first).group(1)
    second = text(ask(listing.pupils, cast.lead, f"/pupils/?after={mark}"))

    names = re.findall(r"<bdi>(Child\d\d) ", first + second)
    assert len(set(names)) == len(names) == 52
    assert ask(listing.pupils, cast.lead, "/pupils/?after=nonsense").status_code == 200


def test_the_list_is_narrowed_by_year_and_need(cast, amira, add, ask):
    add("Ben", "Ode", year_group=11, sen_provision="K")

    shown = text(ask(listing.pupils, cast.lead, "/pupils/?year=11&sen=K"))
    file = ask(listing.spreadsheet, cast.lead, "/pupils/list.csv?year=11").content.decode()

    assert "Ben Ode" in shown
    assert "Amira" not in shown
    assert "Ben Ode,,Year 11,K,No," in file
    assert "Amira" not in file


@pytest.mark.parametrize("many", [5, 50])
def test_the_list_asks_the_database_no_more_for_many(
    cast, add, ask, many, django_assert_max_num_queries
):
    for number in range(many):
        add(f"Child{number}", "Some")

    with django_assert_max_num_queries(2):  # the list, and whether this is a demonstration
        ask(listing.pupils, cast.lead)


@pytest.mark.parametrize("many", [1, 8])
def test_a_record_asks_the_database_no_more_for_a_large_family(
    cast, amira, ask, many, django_assert_max_num_queries
):
    for number in range(many):
        home = actions.add_household(
            amira, street=f"{number} Lane", postcode="UB8 1UW", by=cast.lead, on=TODAY
        )
        adult = actions.add_adult(
            amira, name="A", relationship="mother", household=home, by=cast.lead, on=TODAY
        )
        actions.raise_shield(
            amira, from_adult=adult, hides="phone", because="x", by=cast.lead, on=TODAY
        )

    with django_assert_max_num_queries(
        9
    ):  # four, the panel, three of the reading log, the demonstration
        ask(record.pupil, cast.lead, reference=amira.reference)


def test_the_record_explains_another_year_group(cast, amira, ask):
    usual = text(ask(record.pupil, cast.lead, reference=amira.reference))
    actions.amend_pupil(amira, changes={"year_group": 9}, by=cast.lead, on=TODAY)
    other = text(ask(record.pupil, cast.lead, reference=amira.reference))

    assert "Sunday 4 March 2012, aged 14" in usual
    assert "Year 10, the usual one for this birthday" in usual
    assert "the usual one for this birthday" not in other
    assert "Taught in Year 9, 1 year below the year usual for this birthday (Year 10)" in other


def test_a_higher_room_shows_a_panel_on_the_record(cast, amira, ask, monkeypatch):
    asked = []
    monkeypatch.setitem(
        panels._fillers, "pupils.pupil", [lambda access, **values: asked.append(values)]
    )

    ask(record.pupil, cast.lead, reference=amira.reference)

    assert asked == [{"pupil": amira, "on": TODAY}]


def test_a_record_is_begun(cast, ask):
    sent = ask(record.new, cast.lead, posted=IDENTITY | {"year_group": ""})

    child = Pupil.objects.get()
    assert sent.url == reverse("pupils:pupil", args=[child.reference])
    assert (child.home_school, child.keeper) == (cast.oak_park, cast.hillingdon)
    assert child.year_group == 10


def test_an_officer_begins_the_record_of_a_child_without_a_school(cast, ask):
    ask(record.new, cast.officer, posted=IDENTITY | {"urn": ""})
    refused = ask(
        record.new, cast.officer, posted=IDENTITY | {"upn": "", "first_name": "B", "urn": "100000"}
    )

    assert Pupil.objects.get().home_school is None
    assert "No open school has this URN" in text(refused)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"upn": "A" + AMIRA_UPN[1:]}, "The check letter should be Y"),
        ({"upn": "Y99920002600"}, "A unique pupil number is a letter"),
        ({"born_on": "2090-03-04"}, "The date of birth must be in the past"),
        ({"born_on": "2001-08-31", "year_group": "9"}, ""),
        ({"born_on": "2000-12-31"}, "must be in 2001 or later"),
        ({"born_on": "2026-11-25"}, "The date of birth must be in the past"),
        ({"born_on": "2011-02-29"}, "29 February 2011 is not a real date"),
        ({"first_name": ""}, "Enter the legal first name"),
        ({"first_name": "A\0b"}, "Remove the hidden control characters"),
        ({"first_name": "\u202eevil"}, "Remove the hidden characters that turn"),
        ({"first_name": "x" * 81}, "Use 80 characters or fewer"),
        ({"year_group": "99"}, "Choose one of the answers shown"),
        ({"uln": "1234567890"}, "Check the unique learner number"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(cast, ask, wrong, says):
    answer = ask(record.new, cast.lead, posted=IDENTITY | wrong)

    assert answer.status_code == (422 if says else 302)
    assert says in text(answer)
    assert Pupil.objects.exists() is not bool(says)


def test_a_text_of_five_megabytes_is_answered_in_a_sentence(cast, ask):
    answer = ask(record.new, cast.lead, posted=IDENTITY | {"last_name": "x" * 5_000_000})

    assert answer.status_code == 422
    assert "Use 80 characters or fewer — you have used 5,000,000" in text(answer)
    assert len(answer.content) < 100_000


def test_a_form_sent_twice_begins_one_record(cast, ask):
    twice = IDENTITY | {"submit_token": str(uuid7())}

    first, second = (ask(record.new, cast.lead, posted=twice) for _ in range(2))

    assert first.url == second.url
    assert Pupil.objects.count() == 1


def test_a_second_record_with_the_same_number_is_refused(cast, amira, ask):
    answer = ask(record.new, cast.elm_lead, posted=IDENTITY | {"first_name": "Other"})

    assert answer.status_code == 422
    assert "There is already a record with this unique pupil number" in text(answer)
    assert "Amira" not in text(answer)


def test_the_refused_number_leads_to_the_record_for_those_who_read_it(cast, amira, ask):
    answer = ask(record.new, cast.lead, posted=IDENTITY | {"first_name": "Other"})

    assert answer.status_code == 422
    assert "Same unique pupil number" in text(answer)
    assert reverse("pupils:pupil", args=[amira.reference]) in text(answer)
    assert "This is another child" not in text(answer)
    assert Pupil.objects.count() == 1


def test_the_same_name_and_birthday_is_a_warning(cast, amira, ask):
    twin = IDENTITY | {"upn": ""}

    warned = ask(record.new, cast.lead, posted=twin)
    ask(record.new, cast.lead, posted=twin | {"is_another": "on"})

    assert "There is already a child of this name and birthday" in text(warned)
    assert reverse("pupils:pupil", args=[amira.reference]) in text(warned)
    assert Pupil.objects.count() == 2


def test_that_it_is_another_child_is_not_asked_again_after_a_slip(cast, amira, ask):
    slip = IDENTITY | {"upn": "", "first_name": "Amira", "born_on": "2090-03-04"}

    answer = ask(record.new, cast.lead, posted=slip | {"is_another": "on"})

    assert re.search(r'name="is_another"[^>]* checked', text(answer))


def test_another_school_is_not_told_of_a_namesake(cast, amira, ask):
    answer = ask(record.new, cast.elm_lead, posted=IDENTITY | {"upn": ""})

    assert answer.status_code == 302


def test_two_editors_lose_nothing(cast, amira, ask):
    page = ask(record.identity, cast.lead, reference=amira.reference)
    actions.amend_pupil(amira, changes={"last_name": "Nasser"}, by=cast.officer, on=TODAY)
    typed = IDENTITY | {"last_name": "Haddad-Ali", "opened": opened(page)}

    met = ask(record.identity, cast.lead, posted=typed, reference=amira.reference)
    again = ask(
        record.identity,
        cast.lead,
        posted=typed | {"opened": opened(met)},
        reference=amira.reference,
    )

    assert met.status_code == 422
    assert "Somebody else changed this while you were writing" in text(met)
    assert "<bdi>Nasser</bdi>" in text(met)
    assert 'value="Haddad-Ali"' in text(met)
    assert again.status_code == 302
    assert Pupil.objects.get().last_name == "Haddad-Ali"


def test_editors_of_different_pages_do_not_meet(cast, amira, ask):
    page = ask(record.identity, cast.lead, reference=amira.reference)
    ask(
        record.needs, cast.officer, posted=NEEDS | {"sen_provision": "K"}, reference=amira.reference
    )

    sent = ask(
        record.identity,
        cast.lead,
        posted=IDENTITY | {"preferred_first_name": "Mira", "opened": opened(page)},
        reference=amira.reference,
    )

    assert sent.status_code == 302
    assert Pupil.objects.get().sen_provision == "K"


def test_needs_are_written(cast, amira, ask):
    said = NEEDS | {
        "sen_provision": "K",
        "sen_need": "SEMH",
        "is_looked_after": "yes",
        "looked_after_by": "Hillingdon",
        "social_worker": "nobody asked",
    }

    ask(record.needs, cast.lead, posted=said, reference=amira.reference)
    shown = text(ask(record.pupil, cast.lead, reference=amira.reference))

    assert "Social, Emotional and Mental Health" in shown
    assert "Yes, by Hillingdon" in shown
    assert Pupil.objects.get().social_worker == ""


def test_a_plan_above_and_no_plan_below_is_asked_again(cast, amira, ask):
    answer = ask(
        record.needs, cast.lead, posted=NEEDS | {"sen_provision": "E"}, reference=amira.reference
    )

    assert "An education, health and care plan is given above" in text(answer)


def test_a_family_is_written_adult_by_adult(cast, amira, ask):
    one = {"reference": amira.reference}
    street = {"street": "1 Quiet Street", "postcode": "ub81uw", "is_childs_home": "yes"}
    ask(family.add_household, cast.lead, posted=street, **one)
    home = Household.objects.get()
    adult = {
        "name": "Leila Haddad",
        "relationship": "mother",
        "household": str(home.reference),
        "may_receive_letters": "yes",
        "channel": "letter",
        "needs_interpreter": "no",
    }
    ask(family.add_adult, cast.lead, posted=adult, **one)
    ask(family.add_adult, cast.lead, posted=adult | {"name": "Sam Far", "household": ""}, **one)
    sam = FamilyAdult.objects.get(name="Sam Far")
    kept = {"from_adult": str(sam.reference), "hides": "household", "because": "Court order 12"}
    ask(family.raise_shield, cast.lead, posted=kept, **one)

    shown = text(ask(record.pupil, cast.lead, **one))

    assert home.postcode == "UB8 1UW"
    assert "Do not tell <bdi>Sam Far</bdi>" in shown
    assert "1 Quiet Street, UB8 1UW" in shown
    assert FamilyAdult.objects.get(name="Leila Haddad").household == home


def test_two_editors_of_an_adult_lose_nothing(cast, amira, ask):
    said = {"relationship": "mother", "channel": "letter", "may_receive_letters": True}
    adult = actions.add_adult(amira, name="Leila Haddad", by=cast.lead, on=TODAY, **said)
    page = ask(family.amend_adult, cast.lead, reference=amira.reference, adult=adult.reference)
    actions.amend_adult(adult, phone="07700 900001", by=cast.officer, on=TODAY)
    typed = {
        "name": "Leila Haddad",
        "relationship": "mother",
        "channel": "letter",
        "may_receive_letters": "yes",
        "needs_interpreter": "no",
        "phone": "07700 900002",
        "opened": opened(page),
    }

    one = {"reference": amira.reference, "adult": adult.reference}
    met = ask(family.amend_adult, cast.lead, posted=typed, **one)

    assert "07700 900001" in text(met)
    assert 'value="07700 900002"' in text(met)


def test_a_shield_ends_with_a_reason(cast, amira, ask):
    adult = actions.add_adult(amira, name="S", relationship="father", by=cast.lead, on=TODAY)
    said = {"from_adult": adult, "hides": "school", "because": "Order"}
    shield = actions.raise_shield(amira, **said, by=cast.lead, on=date(2026, 11, 1))
    one = {"reference": amira.reference, "shield": shield.reference}

    refused = ask(family.lower_shield, cast.lead, posted={"because": " "}, **one)
    ask(family.lower_shield, cast.lead, posted={"because": "The order ended"}, **one)

    assert refused.status_code == 422
    assert Shield.objects.get().until_on == date(2026, 11, 23)


def test_a_move_takes_the_record_with_the_child(cast, amira, ask):
    ask(record.move, cast.lead, posted={"has_school": "no"}, reference=amira.reference)

    assert Pupil.objects.get().home_school is None
    with pytest.raises(Http404):
        ask(record.pupil, cast.lead, reference=amira.reference)
    assert ask(record.pupil, cast.officer, reference=amira.reference).status_code == 200


@pytest.mark.parametrize("who", ["elm_lead", "stranger", "tutor"])
def test_somebody_elses_child_does_not_exist(cast, amira, ask, who):
    for view in (record.pupil, record.identity, record.needs, family.add_adult):
        try:
            assert ask(view, getattr(cast, who), reference=amira.reference).status_code == 403
        except Http404:
            continue


@pytest.mark.parametrize("who", ["teacher", "key_worker"])
def test_teachers_and_providers_have_no_page_of_children(cast, amira, ask, who):
    assert ask(listing.pupils, getattr(cast, who)).status_code == 403
    assert ask(record.pupil, getattr(cast, who), reference=amira.reference).status_code == 403


def test_addresses_and_shields_are_shown_to_those_who_keep_the_record_and_the_dsl(
    cast, amira, ask, monkeypatch
):
    from django.db.models import Q

    from homeward.pupils import visibility

    home = actions.add_household(
        amira, street="1 Quiet Street", postcode="UB8 1UW", by=cast.lead, on=TODAY
    )
    adult = actions.add_adult(
        amira, name="S", relationship="father", household=home, by=cast.lead, on=TODAY
    )
    actions.raise_shield(
        amira, from_adult=adult, hides="phone", because="Order", by=cast.lead, on=TODAY
    )
    monkeypatch.setattr(visibility, "_openers", [lambda access: Q(pk=amira.pk)])

    for who in ("lead", "officer", "dsl"):
        assert "Quiet Street" in text(
            ask(record.pupil, getattr(cast, who), reference=amira.reference)
        )
    for who in ("tutor", "elm_lead", "stranger"):
        shown = text(ask(record.pupil, getattr(cast, who), reference=amira.reference))
        assert "Quiet Street" not in shown
        assert "Order" not in shown
        assert "Give no address" in shown


@pytest.fixture
def household(cast, amira):
    """Amira's mother at home, and something kept from her."""
    home = actions.add_household(
        amira, street="1 Quiet Street", postcode="UB8 1UW", by=cast.lead, on=TODAY
    )
    mother = actions.add_adult(
        amira, name="Leila", relationship="mother", household=home, by=cast.lead, on=TODAY
    )
    kept = actions.raise_shield(
        amira, from_adult=mother, hides="provider", because="Order", by=cast.lead, on=TODAY
    )
    return {"household": home, "adult": mother, "shield": kept}


FAMILY_PAGES = [
    ("add_adult", ()),
    ("add_household", ()),
    ("raise_shield", ()),
    ("amend_adult", ("adult",)),
    ("amend_household", ("household",)),
    ("lower_shield", ("shield",)),
]


@pytest.mark.parametrize(("view", "named"), FAMILY_PAGES)
def test_whoever_opens_a_page_of_the_family_is_written_down(
    cast, amira, household, ask, view, named
):
    one = {name: household[name].reference for name in named}

    ask(getattr(family, view), cast.lead, reference=amira.reference, **one)

    assert [row.person_name for row in readings(cast.lead, amira.reference)] == ["Mara Lind"]


@pytest.mark.parametrize(("view", "named"), FAMILY_PAGES[3:])
def test_the_family_of_one_child_is_not_found_under_another(
    cast, amira, household, add, ask, view, named
):
    one = {name: household[name].reference for name in named}

    with pytest.raises(Http404):
        ask(getattr(family, view), cast.lead, reference=add("Ben").reference, **one)
