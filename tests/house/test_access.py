"""Every address, asked by everybody: the page for those it is for, and nothing for anybody else."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from homeward.calendars import actions as calendars
from homeward.calendars.codes import TermDateKind
from homeward.organisations import actions as organisations
from homeward.organisations.models import Installation
from homeward.placements import actions as placements
from homeward.pupils import actions as pupils
from homeward.support import actions as support
from homeward.web.pages import PUBLIC, ByLink, may_open
from tests.cast import DAY, PEOPLE
from tests.house.address_records import EVERYBODY, NO_SUCH, World, nothing
from tests.house.address_table import ANSWERS, RECORDS, SHOWN
from tests.links.knowing import known_by

TOKENS = re.compile(r'name="(csrfmiddlewaretoken|submit_token)" value="[^"]*"')


def walked(patterns, within=()):
    """Each address below these patterns by its full name, with its view."""
    for one in patterns:
        if isinstance(one, URLPattern):
            yield ":".join((*within, one.name or str(one.pattern))), one
        else:
            inside = (*within, one.namespace) if one.namespace else within
            yield from walked(one.url_patterns, inside)


ADDRESSES = dict(walked(get_resolver().url_patterns))


def permission(name):
    return getattr(ADDRESSES[name].callback, "permission", None)


@pytest.fixture
def world(cast, settings):
    """The cast in a demonstration, in which nobody needs a second factor, with two neighbours."""
    settings.TODAY = DAY
    Installation.objects.update_or_create(pk=1, defaults={"is_demo": True})
    elm_pupil = _pupil(cast, "elm_lead", cast.hillingdon, cast.elm_road)
    far_pupil = _pupil(cast, "far_lead", cast.harrow, cast.far_hill)
    elm_lead = cast.access("elm_lead")
    invited = organisations.invite(
        "new@elmroad.example",
        name="New Person",
        organisation=cast.elm_road,
        role="teacher",
        by=elm_lead,
        on=DAY,
    )
    closed_on = date(2026, 12, 1)
    closure = calendars.add_closure(
        cast.elm_road,
        kind=TermDateKind.CLOSURE,
        starts_on=closed_on,
        ends_on=closed_on,
        by=elm_lead,
        on=DAY,
    )
    shield = pupils.raise_shield(
        cast.amira,
        from_adult=cast.mother,
        hides="provider",
        because="By order of a court",
        by=cast.access("lead"),
        on=DAY,
    )
    return World(
        cast=cast,
        elm_pupil=elm_pupil,
        far_pupil=far_pupil,
        elm_draft=placements.begin(elm_pupil, by=elm_lead, on=DAY),
        far_draft=placements.begin(far_pupil, by=cast.access("far_lead"), on=DAY),
        elm_invitation=invited,
        elm_closure=closure,
        shield=shield,
        **_requests(cast),
    )


def _pupil(cast, by, keeper, home_school):
    return pupils.add_pupil(
        keeper=keeper,
        home_school=home_school,
        first_name="Tomas",
        last_name="Berg",
        born_on=date(2012, 5, 5),
        sex="M",
        year_group=9,
        by=cast.access(by),
        on=DAY,
    )


def _requests(cast):
    """What Oak Park asks about Amira, with a step and a school asked, and what Elm Road asks."""
    officer, lead = cast.access("exclusions"), cast.access("lead")
    said = {"team": cast.exclusions_team, "asks": "Please help", "on": DAY}
    found = support.ask_for_support(kind="fresh_start", placement=cast.running, by=lead, **said)
    support.plan_step(
        found,
        kind="visit",
        what="Visit",
        by_on=DAY,
        person=cast.exclusions,
        by=officer,
        on=DAY,
    )
    support.ask_school(found, school=cast.elm_road, asked_on=DAY, by=officer, on=DAY)
    asked = support.ask_for_support(kind="question", by=cast.access("elm_lead"), **said)
    return {"request": found, "elm_question": asked}


def test_every_address_names_who_may_open_it():
    assert [name for name in ADDRESSES if permission(name) is None] == []


def test_every_address_with_a_record_has_its_row_and_no_row_is_left_over():
    with_records = {name for name, one in ADDRESSES.items() if one.pattern.converters}
    with_records |= {n for n, one in ADDRESSES.items() if one.pattern.regex.groupindex}

    assert with_records - set(RECORDS) == set()
    assert set(RECORDS) - with_records == set()
    assert set(ANSWERS) - set(ADDRESSES) == set()


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_everybody_gets_what_is_theirs_and_nothing_else(name, world):
    records = RECORDS.get(name, nothing)(world)
    if isinstance(permission(name), ByLink):
        wrong = [*_behind_a_link(name, records, world)]
        assert not wrong, "\n".join(wrong)
        return

    wrong = [*_of_somebody_unknown(name, records[0])]
    for who in PEOPLE:
        client = Client()
        client.force_login(world.cast.people[who])
        if may_open(permission(name), world.cast.access(who)):
            wrong += _of_member(client, name, records, who)
        else:
            wrong += _refused(client, name, records[0].kwargs, 403, who)

    assert not wrong, "\n".join(wrong)


def _behind_a_link(name, records, world):
    """What a page by personal link answers, and must not: to its own device, and to all others."""
    for number, record in enumerate(records):
        whom = record.kwargs["reference"]
        own, other = Client(), Client()
        known_by(own, permission(name).kind, whom, keeper=world.cast.hillingdon)
        known_by(other, permission(name).kind, NO_SUCH, keeper=world.cast.hillingdon)
        found = own.get(reverse(name, kwargs=record.kwargs)).status_code
        if found not in (wanted := ANSWERS.get(name, SHOWN)):
            yield f"{name} for the device of record {number}: {found}, not {sorted(wanted)}"
        hidden = yield from _refused(other, name, record.kwargs, 404, "another device")
        for who in PEOPLE:
            client = Client()
            client.force_login(world.cast.people[who])
            yield from _refused(client, name, record.kwargs, 404, who)
        none = Client().get(reverse(name, kwargs=record.kwargs | {"reference": NO_SUCH}))
        if _told(hidden, record) != _told(none, record):
            yield f"{name}: does not answer as for what does not exist"


def _of_somebody_unknown(name, record):
    """What the address answers, and must not, to whoever is not signed in."""
    answer = Client().get(reverse(name, kwargs=record.kwargs))
    if permission(name) is PUBLIC:
        if answer.status_code not in ANSWERS.get(name, SHOWN):
            yield f"{name} for nobody: {answer.status_code}"
    elif answer.status_code != 302 or not answer.url.startswith("/sign-in/?next="):
        yield f"{name} for nobody: {answer.status_code}, no way to sign in"


def _of_member(client, name, records, who):
    """What the address answers, and must not, to a member who may open such pages."""
    for number, record in enumerate(records):
        label = f"{who}, record {number}"
        if record.seen_by == EVERYBODY or who in record.seen_by:
            found = client.get(reverse(name, kwargs=record.kwargs)).status_code
            if found not in (wanted := ANSWERS.get(name, SHOWN)):
                yield f"{name} for {label}: {found}, not {sorted(wanted)}"
            continue
        hidden = yield from _refused(client, name, record.kwargs, 404, label)
        none = client.get(reverse(name, kwargs=record.kwargs | {"reference": NO_SUCH}))
        if _told(hidden, record) != _told(none, record):
            yield f"{name} for {label}: does not answer as for what does not exist"


def _refused(client, name, kwargs, status, label):
    """What is not refused with this status, reading or writing; answers what was read."""
    path = reverse(name, kwargs=kwargs)
    read, sent = client.get(path), client.post(path)
    if {read.status_code, sent.status_code} != {status}:
        yield f"{name} for {label}: {read.status_code} and {sent.status_code}, not {status}"
    return read


def _told(answer, record):
    """What an answer says, but for what differs with each."""
    text = TOKENS.sub("", answer.content.decode())
    for reference in (record.kwargs["reference"], NO_SUCH):
        text = text.replace(str(reference), "")
    kept = {key: value for key, value in answer.headers.items() if key != "Content-Length"}
    return answer.status_code, text, kept
