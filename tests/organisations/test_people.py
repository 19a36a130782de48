"""Invitations and endings: who may, for whom, and that a link works once."""

import json
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.http import HttpResponse
from django.urls import include, path
from django.utils import timezone

from homeward.history.models import Entry
from homeward.organisations import actions, queries, signals, work
from homeward.organisations.access import NOBODY, system
from homeward.organisations.models import Invitation, Membership, Person
from tests.organisations.conftest import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

urlpatterns = [
    path("today/", lambda request: HttpResponse("today")),
    path("", include("homeward.organisations.urls")),
]


@pytest.fixture(autouse=True)
def a_day(monkeypatch, today):
    monkeypatch.setattr("homeward.organisations.clock.day", lambda *known: today)
    monkeypatch.setattr("homeward.organisations.clock.today", lambda: today)


@pytest.fixture
def queued(monkeypatch):
    found = []
    monkeypatch.setattr(
        "homeward.organisations.actions.invitations.queue",
        lambda kind, payload, **more: found.append((kind, payload)),
    )
    return found


@pytest.fixture
def invite(queued, today):
    def invite(place, by, role="tutor", email="new@oakpark.example"):
        return actions.invite(
            email, name="Nia Okoro", organisation=place, role=role, by=by, on=today
        )

    return invite


def test_a_lead_invites_to_their_own_school(invite, lead, access, oak_park, queued):
    invitation = invite(oak_park, access(lead), role="contact_adult")

    assert queued == [(actions.SEND_INVITATION, {"invitation": str(invitation.reference)})]
    assert Entry.objects.get(about=invitation.reference).keeper_id == oak_park.authority_id


@pytest.mark.parametrize(
    ("role", "place"),
    [
        ("administrator", "oak_park"),
        ("key_worker", "oak_park"),
        ("no_such_role", "oak_park"),
        ("ap_lead", "elm_road"),
        ("administrator", "hillingdon"),
    ],
)
def test_a_lead_cannot_invite_beyond_their_school(invite, lead, access, role, place, request):
    with pytest.raises(PermissionDenied):
        invite(request.getfixturevalue(place), access(lead), role=role)

    assert not Invitation.objects.exists()


def test_an_administrator_invites_for_the_area(
    invite, administrator, access, oak_park, northgate, hillingdon, make_organisation
):
    by = access(administrator)
    for place, role in (
        (oak_park, "dsl"),
        (northgate, "provider_manager"),
        (hillingdon, "commissioner"),
    ):
        invite(place, by, role=role)
    elsewhere = make_organisation("Sutton", kind="authority", code="319")
    foreign = make_organisation("A Sutton school", authority=elsewhere)

    for place, role in ((elsewhere, "administrator"), (foreign, "ap_lead")):
        with pytest.raises(PermissionDenied):
            invite(place, by, role=role)


def test_a_teacher_cannot_invite(invite, make_person, access, oak_park):
    teacher = make_person("teacher@oakpark.example", "Sam", (oak_park, "teacher"))

    with pytest.raises(PermissionDenied):
        invite(oak_park, access(teacher), role="teacher")


def test_a_second_invitation_replaces_the_first(invite, lead, access, oak_park, today):
    first = invite(oak_park, access(lead), role="dsl")
    second = invite(oak_park, access(lead), role="dsl")

    assert queries.open_invitations(access(lead), oak_park.pk) == [second]
    assert actions.new_link(first)
    with pytest.raises(actions.InvitationGone):
        actions.accept(first, name="Nia", on=today)


def test_a_member_is_not_invited_again(invite, lead, access, oak_park):
    with pytest.raises(actions.AlreadyMember):
        invite(oak_park, access(lead), role="ap_lead", email="LEAD@oakpark.example")


def test_the_letter_carries_a_link_that_works_once(client, invite, lead, access, oak_park, today):
    invitation = invite(oak_park, access(lead), role="contact_adult")
    work.send_invitation({"invitation": str(invitation.reference)}, today)
    letter = mail.outbox[0]
    link = re.search(r"https?://[^/]+(/invitations/\S+)", letter.body).group(1)
    given = {"name": "Nia Okoro", "password": PASSWORD, "again": PASSWORD}

    assert letter.subject == "Join Oak Park School (example) in Homeward"
    assert client.get(link).status_code == 200
    assert client.post(link, given | {"again": "other"}).status_code == 422
    assert client.post(link, given | {"password": "password123"}).status_code == 422
    assert client.post(link, given).url == "/sign-in/"
    assert client.post(link, given).status_code == 404
    assert "cannot be used" in client.get(link).content.decode()
    nia = Person.objects.get(email="new@oakpark.example")
    assert nia.check_password(PASSWORD)
    assert access(nia).role_names == ("contact_adult",)
    assert invitation.token_digest not in link


def test_a_letter_sent_twice_leaves_one_working_link(client, invite, lead, access, oak_park, today):
    invitation = invite(oak_park, access(lead), role="dsl")
    for _ in range(2):
        work.send_invitation({"invitation": str(invitation.reference)}, today)
    links = [re.search(r"(/invitations/\S+)", one.body).group(1) for one in mail.outbox]

    assert [client.get(link).status_code for link in links] == [404, 200]


@pytest.mark.parametrize("what", ["guessed", "expired", "withdrawn"])
def test_every_dead_link_gets_the_same_calm_page(
    client, invite, lead, access, oak_park, what, today
):
    invitation = invite(oak_park, access(lead), role="dsl")
    link = actions.new_link(invitation)
    if what == "guessed":
        link = "/invitations/guessed/"
    elif what == "expired":
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    else:
        actions.withdraw(invitation, by=access(lead), on=today)
        work.send_invitation({"invitation": str(invitation.reference)}, today)

    answer = client.get(link)

    assert answer.status_code == 404
    assert "This invitation cannot be used" in answer.content.decode()
    assert mail.outbox == []


def test_a_colleague_takes_a_second_role_only_when_signed_in(
    client, invite, administrator, lead, access, elm_road, demo, today
):
    link = actions.new_link(
        invite(elm_road, access(administrator), role="teacher", email=lead.email)
    )

    assert "Sign in first" in client.get(link).content.decode()
    assert (
        client.post(link, {"name": "x", "password": PASSWORD, "again": PASSWORD}).status_code == 200
    )
    assert lead.memberships.count() == 1
    client.force_login(lead)
    assert client.post(link).url == "/working-as/"
    assert lead.memberships.count() == 2


def test_an_invitation_accepted_by_another_signed_in_person_is_not_theirs(
    client, invite, administrator, lead, access, elm_road, demo, make_person, oak_park
):
    link = actions.new_link(
        invite(elm_road, access(administrator), role="teacher", email=lead.email)
    )
    client.force_login(make_person("tutor@oakpark.example", "Tutor", (oak_park, "dsl")))

    client.post(link)

    assert lead.memberships.count() == 1


def test_a_leaver_who_comes_back_has_only_the_new_role(
    invite, lead, administrator, access, oak_park, today
):
    actions.end_membership(lead.memberships.get(), on=today, by=access(administrator))
    assert access(lead) == NOBODY
    invitation = invite(oak_park, access(administrator), role="dsl", email=lead.email)

    actions.accept(invitation, name="Mara Lind", password="five brave newts", on=today)

    assert access(lead).role_names == ("dsl",)


def test_the_last_role_of_somebody_is_announced_once(lead, administrator, access, oak_park, today):
    Membership.objects.create(person=lead, organisation=oak_park, role="dsl", from_on=today)
    told = []

    def listener(**news):
        told.append((news["person"], news["organisation"], news["on"]))

    signals.person_left.connect(listener)
    by = access(administrator)

    for membership in lead.memberships.order_by("pk"):
        actions.end_membership(membership, on=today, by=by)
        actions.end_membership(membership, on=today, by=by)

    signals.person_left.disconnect(listener)
    assert told == [(lead.pk, oak_park.pk, today)]


def test_an_authority_keeps_somebody_who_can_invite(administrator, access, today):
    with pytest.raises(actions.LastKeeper):
        actions.end_membership(administrator.memberships.get(), on=today, by=access(administrator))

    assert access(administrator).role_names == ("administrator",)


def test_a_lead_of_another_school_finds_nobody(
    client, lead, elm_road, make_person, demo, invite, access, oak_park
):
    invitation = invite(oak_park, access(lead), role="dsl")
    stranger = make_person("lead@elmroad.example", "Lee", (elm_road, "ap_lead"))
    client.force_login(stranger)

    for address in (
        f"/people/at/{oak_park.reference}/",
        f"/people/at/{oak_park.reference}/invitations/new/",
        f"/people/roles/{lead.memberships.get().reference}/ending/",
        f"/people/invitations/{invitation.reference}/ending/",
        f"/people/at/{uuid4()}/",
    ):
        assert client.get(address).status_code == 404
        assert client.post(address).status_code == 404
    with pytest.raises(PermissionDenied):
        actions.end_membership(lead.memberships.get(), on=access(lead).on, by=access(stranger))


def test_people_are_invited_and_ended_on_the_pages(
    client, lead, oak_park, demo, make_person, queued
):
    make_person("dsl@oakpark.example", "<b>Dee</b>", (oak_park, "dsl"))
    client.force_login(lead)
    page = client.get("/people/").content.decode()
    assert "&lt;b&gt;Dee" in page
    new = f"/people/at/{oak_park.reference}/invitations/new/"

    wrong = client.post(new, {"name": "", "email": "x", "role": "administrator"})
    sent = client.post(
        new, {"name": "Nia", "email": "nia@oakpark.example", "role": "dsl"}, follow=True
    )
    again = client.post(new, {"name": "Mara", "email": lead.email, "role": "ap_lead"})

    assert wrong.status_code == 422
    assert "Enter the name of the person" in wrong.content.decode()
    assert "An invitation is on its way to nia@oakpark.example" in sent.content.decode()
    assert "is AP lead here already" in again.content.decode()
    invitation = Invitation.objects.get()
    assert client.get(f"/people/invitations/{invitation.reference}/ending/").status_code == 200
    client.post(f"/people/invitations/{invitation.reference}/ending/")
    dee = Membership.objects.get(role="dsl")
    assert client.get(f"/people/roles/{dee.reference}/ending/").status_code == 200
    client.post(f"/people/roles/{dee.reference}/ending/")
    assert "dsl@oakpark.example" not in client.get("/people/").content.decode()


@pytest.mark.parametrize("count", [5, 50])
def test_the_people_page_takes_few_queries(
    client, administrator, hillingdon, demo, make_person, django_assert_max_num_queries, count
):
    for number in range(count):
        make_person(f"{number}@authority.example", f"P {number}", (hillingdon, "commissioner"))
    client.force_login(administrator)

    with django_assert_max_num_queries(6):
        assert client.get("/people/").status_code == 200


def test_an_administrator_finds_a_school_by_part_of_its_name(
    client, administrator, oak_park, elm_road, demo
):
    client.force_login(administrator)

    page = client.get("/people/?q=park+OAK").content.decode()

    assert f"/people/at/{oak_park.reference}/" in page
    assert "Elm Road" not in page


def test_the_first_administrator_gets_a_link(client, hillingdon, capsys, today):
    call_command(
        "first_administrator", "first@authority.example", "--name=Ade", "--authority=312", "--json"
    )
    link = json.loads(capsys.readouterr().out)["link"]

    assert client.get(re.sub("^https?://[^/]+", "", link)).status_code == 200
    with pytest.raises(SystemExit) as refused:
        call_command("first_administrator", "x@y.example", "--name=A", "--authority=999")
    assert refused.value.code == 2


def test_teams_are_kept_by_the_administrator(hillingdon, administrator, lead, access, today):
    said = {"kind": "exclusions", "name": "Exclusions Team", "on": today}
    team = actions.add_team(hillingdon, **said, by=access(administrator))
    actions.edit_team(
        team,
        name="Exclusions Team",
        when_to_use="A child is at risk of exclusion",
        mailbox="exclusions@authority.example",
        phone="01632 960000",
        by=access(administrator),
        on=today,
    )

    assert queries.teams(NOBODY, hillingdon.pk)[0].phone == "01632 960000"
    with pytest.raises(PermissionDenied):
        actions.add_team(hillingdon, **said, by=access(lead))


def test_a_policy_number_is_set_and_announced(hillingdon, today):
    told = []

    def listener(**news):
        told.append(news["key"])

    signals.policy_changed.connect(listener)
    said = {"from_on": today, "by": system(hillingdon.pk), "on": today}

    actions.set_policy_value(hillingdon, key="urgent_gap_school_days", value=3, **said)

    signals.policy_changed.disconnect(listener)
    assert queries.policy(NOBODY, hillingdon.pk, today).urgent_gap_school_days == 3
    assert told == ["urgent_gap_school_days"]
    with pytest.raises(KeyError):
        actions.set_policy_value(hillingdon, key="pocket_money", value=3, **said)
