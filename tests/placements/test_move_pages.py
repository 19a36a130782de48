"""The pages of a move and of a wait: found by name, asked, answered, in sentences."""

import pytest
from django.urls import reverse

from homeward.organisations.models import Organisation
from homeward.placements.models import Move, NamedAdult, Telling, Waiting
from tests.cast import DAY
from tests.placements.moving import asked, says
from tests.placements.visiting import answers, at, boxes
from tests.placements.visiting import asked as queries_of


@pytest.fixture
def send(visit, client, cast):
    """Send the form of a page of Amira's placement as it opens, with what is typed."""

    def sent(name, page, query="", /, **typed):
        address = at(page, cast.running, query)
        visit(name, address)
        return visit(name, address, answers(client, address, **typed), follow=True)

    return sent


@pytest.fixture
def ask(send, cast):
    """Ask Elm Road by the page."""

    def sent(**typed):
        said = {"kind": "new_school", "because": "A small start", **boxes("joins_on", DAY)}
        return send("lead", "propose_move", f"?to={cast.elm_road.reference}", **said | typed)

    return sent


def test_a_school_is_found_by_part_of_its_name_and_a_provider_too(visit, cast):
    found = visit("lead", at("propose_move", cast.running, "?q=road elm")).text
    assert "Elm Road School (example)" in found
    assert "Oak Park" not in found.split("Search")[1]

    found = visit("lead", at("propose_move", cast.running, "?q=northgate")).text
    assert "Provider, for a long-term placement" in found


@pytest.mark.parametrize(("typed", "sentence"), [("zzz", "No school or provider has that name")])
def test_nothing_found_is_said(visit, cast, typed, sentence):
    assert sentence in visit("lead", at("propose_move", cast.running, f"?q={typed}")).text


@pytest.mark.parametrize("typed", ["%00", "'", "%F0%9F%92%A9", "x" * 5000, "%"])
def test_whatever_is_typed_is_answered(visit, cast, typed):
    assert visit("lead", at("propose_move", cast.running, f"?q={typed}")).status_code == 200
    assert visit("lead", at("propose_move", cast.running, f"?to={typed}")).status_code == 200


def test_the_home_school_cannot_be_chosen_and_a_closed_one_is_named_as_closed(visit, cast):
    assert "plan the return" in visit("lead", at("propose_move", cast.running, "?q=oak")).text
    Organisation.objects.filter(pk=cast.elm_road.pk).update(is_closed=True)
    shown = visit("lead", at("propose_move", cast.running, "?q=elm"))
    assert "Has closed." in shown.text
    assert "?to=" not in shown.content.decode()


def test_asked_the_page_says_so_and_leads_on(ask):
    shown = ask()

    assert shown.status_code == 200
    assert "was asked on Tuesday 24 November and has not answered yet." in shown.text
    assert Move.objects.get().because == "A small start"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"kind": ""}, "Say what kind of move it is"),
        ({"because": ""}, "Say why this is the right place"),
        (
            boxes("joins_on", DAY.replace(day=1)),
            "They can see the record from today at the earliest",
        ),
        ({"consented_by": "Leila Haddad"}, "Enter the day of the consent"),
        (boxes("consented_on", DAY), "Say which parent consented"),
        ({"because": "\u2066x"}, "turn the direction of the text"),
    ],
)
def test_what_cannot_be_is_answered_in_a_sentence_and_nothing_is_lost(ask, typed, sentence):
    answer = ask(**{"consented_by": ""} | typed)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert not Move.objects.exists()


def test_a_second_place_is_refused_while_the_first_is_asked(ask, send, cast):
    ask()

    far = send(
        "lead",
        "propose_move",
        f"?to={cast.far_hill.reference}",
        kind="new_school",
        because="x",
        **boxes("joins_on", DAY),
    )

    assert "is asked already, and one move goes at a time" in far.text


def test_the_receiving_side_answers_names_and_briefs(cast, send):
    asked(cast)
    no = send("elm_lead", "answer_move", answer="declined")
    assert (no.status_code, "Say why not" in no.text) == (422, True)

    yes = send("elm_lead", "answer_move", "?from=today", answer="accepted")
    assert yes.redirect_chain == [(reverse("due:today"), 302)]
    send("elm_lead", "move_adult", name="Ms Grey", phone="020 7946 0001")
    shown = send("elm_lead", "move_briefing", how="briefing", who="All teachers of 9B")

    assert NamedAdult.objects.get(part="receiving_adult").name == "Ms Grey"
    assert Telling.objects.get(audience="receiving").who == "All teachers of 9B"
    assert "All teachers of 9B" in shown.text
    shown = send("elm_lead", "move_first_day")
    assert "Amira has been there since Tuesday 24 November." in shown.text


def test_an_officer_writes_down_what_was_said(visit, cast):
    asked(cast)

    shown = visit("exclusions", at("answer_move", cast.running))

    assert "You write down what Elm Road School (example) said." in shown.text


def test_after_the_first_day_the_ending_is_one_step_away(visit, cast, send):
    asked(cast)
    says(cast, "yes")
    send("lead", "move_first_day")

    shown = visit("lead", at("move", cast.running))
    assert at("record_ending", cast.running, "?outcome=moved") in shown.content.decode()
    opened = visit("lead", at("record_ending", cast.running, "?outcome=moved")).content.decode()
    assert 'value="moved" checked' in opened


def test_a_wait_is_begun_counted_and_ended(send, cast):
    assert "Say what the child waits for" in send("lead", "waiting").text
    send("lead", "waiting", what_for="A school near home", **boxes("from_on", DAY.replace(day=16)))
    shown = send("lead", "waiting", found="")
    assert "7 school days ready and waiting" in shown.text
    assert "Say what was found" in shown.text

    send("lead", "waiting", found="Elm Road School")

    assert Waiting.objects.get().found == "Elm Road School"


def test_each_page_asks_at_most_fifteen_queries(visit, cast):
    asked(cast, kind="managed_move")
    says(cast, "changes")
    for who, pages in {
        "elm_lead": ("move", "answer_move", "move_adult", "move_briefing", "move_first_day"),
        "lead": ("move", "record_consent", "withdraw_move", "waiting", "propose_move"),
        "exclusions": ("move", "answer_move", "waiting"),
    }.items():
        for page in pages:
            count = len(queries_of(lambda w=who, p=page: visit(w, at(p, cast.running))))
            assert count <= 15, (who, page, count)
