from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.db.models import Q

from homeward.history.queries import entries
from homeward.organisations.access import NOBODY, system
from homeward.pupils import actions, queries, visibility
from homeward.pupils.actions import Changed, NotPossible
from homeward.pupils.codes import IDENTITY
from homeward.pupils.models import FamilyAdult, Household, Pupil, PupilName
from homeward.pupils.rules.opened import seen
from homeward.pupils.rules.shields import told
from homeward.pupils.rules.year_groups import usual_year, why_another_year
from homeward.pupils.signals import pupil_changed
from tests.plans import (
    IS_POSTGRESQL,
    WHY_NOT_SQLITE,
    analyze,
    assert_no_big_seq_scan_while,
    explain,
)
from tests.pupils.conftest import TODAY

MANY = 12_000


@pytest.fixture
def heard():
    said = []

    def listen(sender, **announced):
        said.append(announced)

    pupil_changed.connect(listen)
    yield said
    pupil_changed.disconnect(listen)


def test_a_school_sees_its_children_and_an_authority_those_it_keeps(cast, amira, add):
    there = add("Elsa", "Far", school=cast.elm_road)
    far = add("Far", "Away", keeper=cast.elsewhere, school=None)

    def seen_by(access):
        return {one.pk for one in queries.visible(access)}

    assert seen_by(cast.lead) == seen_by(cast.dsl) == {amira.pk}
    assert seen_by(cast.elm_lead) == {there.pk}
    assert seen_by(cast.officer) == seen_by(system(cast.hillingdon.pk)) == {amira.pk, there.pk}
    assert seen_by(cast.stranger) == {far.pk}
    assert seen_by(cast.tutor) == seen_by(cast.key_worker) == seen_by(NOBODY) == set()


@pytest.mark.parametrize("who", ["elm_lead", "tutor", "key_worker", "stranger"])
def test_a_higher_room_opens_a_record_to_more_people(cast, amira, add, who):
    add("Ben", "Ode")
    visibility.register(lambda access: Q(pk=amira.pk))
    access = getattr(cast, who)

    assert amira in queries.visible(access)
    assert queries.search(access, "haddad") == [amira]
    assert queries.search(access, "ode") == []
    assert not queries.is_own(access, amira)


def test_each_change_is_announced_and_written_down(cast, amira, heard):
    actions.amend_pupil(amira, changes={"last_name": "Nasser"}, by=cast.lead, on=TODAY)
    actions.move_to_school(amira, school=cast.elm_road, by=cast.officer, on=TODAY)

    moved, renamed, begun = entries(cast.lead, amira.reference)
    assert [one["pupil"] for one in heard] == [amira.pk, amira.pk]
    assert (renamed.before, renamed.after) == ({"last_name": "Haddad"}, {"last_name": "Nasser"})
    assert moved.before["home_school"] == "Oak Park School (example)"
    assert moved.summary == "Home school is Elm Road School (example)"
    assert begun.kind == "pupil.added"


def test_nothing_changed_is_nothing_written(cast, amira, heard):
    actions.amend_pupil(amira, changes={"last_name": "Haddad"}, by=cast.lead, on=TODAY)
    actions.move_to_school(amira, school=cast.oak_park, by=cast.lead, on=TODAY)

    assert heard == []


def test_the_second_of_two_editors_meets_the_first(cast, amira):
    mark = seen({"last_name": "Haddad"})
    actions.amend_pupil(amira, changes={"last_name": "A"}, opened=mark, by=cast.lead, on=TODAY)

    with pytest.raises(Changed) as met:
        actions.amend_pupil(
            amira, changes={"last_name": "B"}, opened=mark, by=cast.officer, on=TODAY
        )

    assert met.value.theirs == {"last_name": "A"}
    assert Pupil.objects.get().last_name == "A"
    actions.amend_pupil(
        amira, changes={"last_name": "B"}, opened=met.value.opened, by=cast.officer, on=TODAY
    )
    assert Pupil.objects.get().last_name == "B"


def test_two_editors_with_the_same_words_do_not_quarrel(cast, amira):
    mark = seen({"last_name": "Haddad"})
    for who in (cast.lead, cast.officer):
        actions.amend_pupil(amira, changes={"last_name": "A"}, opened=mark, by=who, on=TODAY)

    assert len(entries(cast.lead, amira.reference)) == 2


def test_a_number_that_another_child_has_is_refused(cast, amira, add):
    other = add("Ben", "Ode")

    with pytest.raises(NotPossible):
        actions.amend_pupil(other, changes={"upn": amira.upn}, by=cast.lead, on=TODAY)
    add("Same", "Number", upn=amira.upn, keeper=cast.elsewhere, school=None)


def test_a_family_has_its_own_households(cast, amira, add):
    other = add("Ben", "Ode")
    home = actions.add_household(
        other, street="1 Quiet Street", postcode="UB8 1UW", by=cast.lead, on=TODAY
    )

    with pytest.raises(NotPossible):
        actions.add_adult(
            amira, name="A", relationship="mother", household=home, by=cast.lead, on=TODAY
        )


def test_a_shield_has_a_reason_a_person_of_the_family_and_a_day_to_come(cast, amira, add):
    adult = actions.add_adult(amira, name="S", relationship="father", by=cast.lead, on=TODAY)
    said = {
        "from_adult": adult,
        "hides": "school",
        "because": "Order",
        "by": cast.lead,
        "on": TODAY,
    }

    for wrong in ({"because": " "}, {"until_on": date(2026, 11, 23)}):
        with pytest.raises(NotPossible):
            actions.raise_shield(amira, **(said | wrong))
    with pytest.raises(NotPossible):
        actions.raise_shield(add("Ben", "Ode"), **said)


def test_a_family_is_told_through_the_one_rule(cast, amira):
    home = actions.add_household(
        amira,
        street="1 Quiet Street",
        postcode="UB8 1UW",
        is_childs_home=True,
        by=cast.lead,
        on=TODAY,
    )
    for name in ("Leila", "Sam"):
        adult = actions.add_adult(
            amira, name=name, relationship="carer", household=home, by=cast.lead, on=TODAY
        )
    actions.raise_shield(
        amira, from_adult=adult, hides="household", because="Order", by=cast.lead, on=TODAY
    )

    found = queries.family(cast.lead, amira.reference)
    said = [
        told(
            one,
            homes=found.homes,
            others=[other for other in found.adults if other != one],
            shields=found.shields,
            on=TODAY,
        ).address
        for one in found.adults
    ]

    assert said == ["1 Quiet Street, UB8 1UW", ""]


@pytest.mark.parametrize("model", [PupilName, Household, FamilyAdult])
def test_what_belongs_to_a_child_has_the_childs_keeper(cast, amira, model):
    row = {
        PupilName: {"word": "x"},
        Household: {"street": "1", "postcode": "UB8 1UW"},
        FamilyAdult: {"name": "A", "relationship": "mother"},
    }[model]

    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.create(keeper=cast.elsewhere, pupil=amira, **row)


def test_the_keeper_of_a_record_never_changes(cast, amira):
    with pytest.raises(DatabaseError), transaction.atomic():
        Pupil.objects.filter(pk=amira.pk).update(keeper=cast.elsewhere)


@pytest.mark.parametrize(
    ("born_on", "usual"),
    [
        (date(2012, 8, 31), 10),
        (date(2012, 9, 1), 9),
        (date(2026, 11, 1), -2),
        (date(2002, 1, 1), 14),
    ],
)
def test_the_usual_year_follows_the_birthday_and_stays_in_bounds(born_on, usual):
    assert usual_year(born_on, TODAY) == usual
    assert why_another_year(usual, born_on, TODAY) == ""


def test_another_year_is_explained_both_ways():
    assert "2 years above" in why_another_year(12, date(2012, 8, 31), TODAY)
    assert "1 year below" in why_another_year(9, date(2012, 8, 31), TODAY)


def test_identity_is_what_the_form_asks():
    from homeward.pupils.forms import IdentityForm

    assert set(IDENTITY) | {"opened"} == set(IdentityForm.base_fields)


def test_finding_by_a_word_uses_the_index(cast, amira):
    from homeward.pupils.queries.words import begins_with

    asked = PupilName.objects.filter(begins_with("had")).values("pupil")

    assert IS_POSTGRESQL or "pupil_name_begins (word>? AND word<?)" in explain(asked)


@pytest.fixture
def crowd(cast):
    schools = [cast.oak_park, cast.elm_road]
    rows = Pupil.objects.bulk_create(
        Pupil(
            keeper=cast.hillingdon,
            home_school=schools[1] if number % 1000 else schools[0],
            first_name=f"First{number}",
            last_name=f"Last{number}",
            born_on=date(2012, 1, 1),
            year_group=9,
        )
        for number in range(MANY)
    )
    PupilName.objects.bulk_create(
        PupilName(keeper=cast.hillingdon, pupil=row, word=word)
        for row in rows
        for word in (row.first_name.lower(), row.last_name.lower())
    )
    analyze()


@pytest.mark.skipif(not IS_POSTGRESQL, reason=WHY_NOT_SQLITE)
@pytest.mark.parametrize("who", ["lead", "officer"])
def test_finding_one_child_of_thousands_reads_no_table_from_end_to_end(cast, crowd, who):
    access = getattr(cast, who)

    def find():
        queries.search(access, "first11000 last1")
        queries.search(access, "Y999200026001")
        queries.listed(access, queries.Chosen())

    assert assert_no_big_seq_scan_while(find) == 3
