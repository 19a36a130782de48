"""The pages of requests, as the school and as the team."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from homeward.support import actions
from homeward.support.models import Reply, RequestStep, SchoolAsked, SupportRequest
from tests.cast import DAY
from tests.placements.visiting import answers, boxes
from tests.placements.visiting import asked as queries_of
from tests.support.conftest import answer, ask

LIST = "/requests/"


def read(page):
    """What a person reads of a page, every tag apart."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.text).split())


def at(name, record, query=""):
    return reverse(f"support:{name}", args=[record.reference]) + query


def test_a_school_asks_about_a_placement_and_the_team_is_found_by_the_kind(cast, client, visit):
    page = visit("lead", at("ask", cast.running, "?kind=return"))
    assert "Goes to the Exclusions Team." in page.text
    assert "exclusionsupport" in page.text
    sent = {"kind": "return", "asks": "Please come to the meeting.", "tried": "Two visits."}

    saved = visit("lead", at("ask", cast.running), sent, follow=True)

    found = SupportRequest.objects.get()
    assert (found.team, found.placement, found.tried) == (
        cast.exclusions_team,
        cast.running,
        "Two visits.",
    )
    assert "It is with the Exclusions Team." in saved.text
    assert "An answer is due by Tuesday 1 December 2026." in saved.text


def test_what_is_missing_is_said_in_sentences(cast, visit):
    empty = visit("lead", at("ask", cast.running), {"asks": ""})
    assert empty.status_code == 422
    for sentence in ("Say what you ask for", "Say what you ask of the team"):
        assert sentence in empty.text
    post_16 = visit("lead", at("ask", cast.running), {"kind": "post_16", "asks": "Come"})
    assert "Say on what basis you share the details" in post_16.text
    question = visit("lead", at("ask", cast.running), {"kind": "question", "asks": "How?"})
    assert "Choose the team that you ask" in question.text
    assert not SupportRequest.objects.exists()


def test_a_question_without_a_placement_goes_to_the_team_that_was_chosen(cast, visit):
    sent = {"team": str(cast.post16_team.reference), "asks": "Which courses have places?"}

    page = visit("dsl", "/requests/new/", sent, follow=True)

    found = SupportRequest.objects.get()
    assert (found.team, found.placement, found.kind) == (cast.post16_team, None, "question")
    assert page.status_code == 200
    missing = visit("dsl", "/requests/new/", {"asks": ""})
    assert "Choose the team that you ask" in missing.text
    assert "Write your question" in missing.text


def test_an_open_request_about_the_same_placement_is_shown_before_another_is_made(
    cast, asked, visit
):
    page = visit("lead", at("ask", cast.running))

    assert "Something is open about this placement already" in page.text
    assert at("request", asked) in page.content.decode()


def test_sent_twice_is_asked_once(cast, client, visit):
    visit("lead", at("ask", cast.running))
    sent = answers(client, at("ask", cast.running), kind="return", asks="Please come.")

    first = visit("lead", at("ask", cast.running), sent)
    second = visit("lead", at("ask", cast.running), sent)

    assert SupportRequest.objects.count() == 1
    assert first.url == second.url


def test_the_team_and_the_school_write_in_the_record(cast, asked, visit):
    sent = {"text": "Which adult does she look for?", "asks_the_school": "on"}
    visit("exclusions", at("request", asked), sent)
    read = visit("lead", at("request", asked))
    assert "Which adult does she look for?" in read.text
    assert "asked you something on Tuesday 24 November 2026" in read.text
    assert "This asks the school something" not in read.text.partition("Write to")[2]

    visit("lead", at("request", asked), {"text": "Mr Adeyemi.", "asks_the_school": "on"})

    assert [one.awaits for one in Reply.objects.order_by("pk")] == ["school", "team"]
    assert "Mr Adeyemi." in visit("exclusions", at("request", asked)).text
    assert "Write something first" in visit("lead", at("request", asked), {"text": " "}).text


def test_text_is_shown_as_it_was_typed_and_never_as_html(cast, asked, visit):
    words = "<script>alert(1)</script> & ‘quotes’\nשלום"

    visit("exclusions", at("request", asked), {"text": words})

    page = visit("lead", at("request", asked)).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; ‘quotes’\nשלום" in page


def test_one_button_takes_it_and_the_slower_officer_reads_who_has_it(cast, asked, visit):
    taken = visit("exclusions", at("owner", asked), {"take": "yes"}, follow=True)
    assert "You have this request now." in taken.text

    slower = visit("commissioner", at("owner", asked), {"take": "yes"}, follow=True)

    assert "Hana Bird has taken this request already." in slower.text


def test_a_request_is_given_to_a_colleague(cast, asked, visit):
    page = visit("exclusions", at("owner", asked))
    for name in ("Hana Bird", "Leo Quist", "Ann Frey"):
        assert name in page.text
    assert "Uma Hall" not in page.text

    visit("exclusions", at("owner", asked), {"person": str(cast.post16.reference)})

    assert "Leo Quist of the Exclusions Team has it." in visit("lead", at("request", asked)).text


def test_a_step_is_planned_and_done(cast, asked, visit):
    sent = {
        "kind": "visit",
        "what": "See Amira and her mother",
        "person": str(cast.exclusions.reference),
    } | boxes("by_on", date(2026, 11, 20))
    visit("exclusions", at("plan_step", asked), sent)
    step = RequestStep.objects.get()
    assert "4 days late" in visit("lead", at("request", asked)).text
    late = visit("exclusions", "/today/").text
    assert "See Amira and her mother" in late

    tomorrow = DAY + timedelta(days=1)
    early = visit("exclusions", at("step", step), boxes("done_on", tomorrow))
    assert "That day is still to come" in early.text
    visit("exclusions", at("step", step), boxes("done_on", DAY) | {"came_of_it": "She smiled."})

    assert "She smiled." in visit("lead", at("request", asked)).text


def test_schools_are_found_by_part_of_the_name_asked_and_answered(cast, visit):
    found = ask(cast, "fresh_start")
    address = at("ask_school", found)
    assert "No open school has this in its name" in visit("exclusions", address + "?q=zzz").text
    page = visit("exclusions", address + "?q=school")
    assert "Elm Road School (example)" in page.text
    assert "Oak Park School (example)" not in page.text.partition("Which school?")[2]

    sent = {"school": str(cast.elm_road.reference)} | boxes("asked_on", DAY)
    visit("exclusions", address + "?q=elm", sent)
    asked = SchoolAsked.objects.get()
    assert "Waiting" in visit("lead", at("request", found)).text
    again = visit("exclusions", address + "?q=elm", sent)
    assert "has been asked already and has not said no." in again.text
    no = visit(
        "exclusions", at("school_answer", asked), {"answer": "no"} | boxes("answered_on", DAY)
    )
    assert "Write why the school said no" in no.text
    sent = {"answer": "no", "because": "Year 9 is full."} | boxes("answered_on", DAY)
    visit("exclusions", at("school_answer", asked), sent)

    assert "Year 9 is full." in visit("lead", at("request", found)).text


def test_it_is_closed_with_what_came_of_it_and_opened_again_by_the_school(cast, asked, visit):
    sent = {"outcome": "advised", "came_of_it": "The plan was changed."} | boxes("closed_on", DAY)
    visit("exclusions", at("outcome", asked), sent)
    page = visit("lead", at("request", asked))
    assert "The plan was changed." in page.text
    assert "Write to the Exclusions Team" not in page.text

    visit("lead", at("reopening", asked), {"because": "It went well for two days only."})

    page = visit("exclusions", at("request", asked))
    assert "It went well for two days only." in page.text
    assert "opened the request again" in page.text
    assert "The plan was changed." in page.text


def test_a_late_request_shows_its_arithmetic(cast, asked, visit):
    on = date(2026, 12, 1)

    page = visit("exclusions", at("request", asked), on=on)
    listed = visit("exclusions", LIST + "?shown=late", on=on)

    assert "school days past the day of the answer" in page.text
    for text in (page.text, listed.text):
        assert "school day 5 after the request of 20 November 2026" in text
    assert "4 days late" in listed.text


def test_the_queue_is_narrowed_by_its_address_and_counts_its_parts(cast, asked, visit):
    mine = ask(cast, "fresh_start")
    actions.take(mine, by=cast.access("exclusions"), on=DAY)
    waiting = ask(cast, "post_16")
    answer(cast, waiting, by="post16", asks_the_school=True)
    closed = ask(cast, "question", team=cast.exclusions_team)
    actions.close(
        closed,
        outcome="advised",
        came_of_it="Done",
        closed_on=DAY,
        by=cast.access("exclusions"),
        on=DAY,
    )

    def shown(query="", by="exclusions"):
        page = visit(by, LIST + query).content.decode()
        return [one for one in (asked, mine, waiting, closed) if at("request", one) in page]

    assert shown() == [asked, mine, waiting]
    assert shown("?shown=new") == [asked]
    assert shown("?shown=mine") == [mine]
    assert shown("?shown=waiting") == [waiting]
    assert shown("?shown=late") == []
    assert shown("?shown=closed") == [closed]
    assert shown("?shown=all") == [asked, mine, waiting, closed]
    assert shown(f"?team={cast.post16_team.reference}") == [waiting]
    assert shown("?kind=fresh_start") == [mine]
    assert shown("?shown=nonsense&kind=nonsense&team=nonsense&after=nonsense") == [
        asked,
        mine,
        waiting,
    ]
    assert shown(by="lead") == [asked, mine, waiting]
    assert shown("?shown=mine", by="lead") == [asked, mine, waiting]
    assert "1Nobody has taken it" in read(visit("exclusions", LIST))


def test_a_request_that_nobody_has_stands_first_and_then_the_nearest_day(cast, asked, visit):
    early, late = ask(cast, "return", on=date(2026, 11, 12)), ask(cast, "fresh_start")
    for one in (early, late):
        actions.take(one, by=cast.access("exclusions"), on=DAY)

    page = visit("exclusions", LIST).content.decode()

    places = [page.index(at("request", one)) for one in (asked, early, late)]
    assert places == sorted(places)


def test_long_lists_are_cut_without_losing_or_repeating_anybody(cast, asked, visit, monkeypatch):
    monkeypatch.setattr("homeward.support.queries.listing.SIZE", 2)
    others = [ask(cast) for _ in range(4)]
    answer(cast, others[3])
    seen, address = [], LIST
    while address:
        page = visit("exclusions", address)
        seen += [one for one in [asked, *others] if at("request", one) in page.content.decode()]
        after = page.content.decode().partition('rel="next" href="')[2].partition('"')[0]
        address = LIST + after.replace("&amp;", "&") if after else ""

    assert sorted(one.pk for one in seen) == sorted(one.pk for one in [asked, *others])


def test_the_list_is_taken_as_a_spreadsheet(cast, asked, visit):
    said = visit("exclusions", LIST + "requests.csv").content.decode("utf-8-sig").splitlines()

    assert said[0].startswith("Asked on,Asked for,Child,School,Team")
    assert "2026-11-20,Support to return,Amira Haddad,Oak Park School (example)" in said[1]
    assert len(visit("exclusions", LIST + "requests.csv?shown=mine").content.splitlines()) == 1


def test_empty_lists_say_so(cast, visit):
    assert "No request is open." in visit("exclusions", LIST).text
    assert "Your school has no open request." in visit("lead", LIST).text
    assert "No request fits." in visit("exclusions", LIST + "?shown=late").text


def test_another_school_and_the_provider_see_nothing(cast, asked, visit):
    general = ask(cast, "question")

    for name in ("elm_lead", "bridge_worker", "far_officer", "teacher"):
        page = visit(name, LIST).content.decode()
        for one in (asked, general):
            assert at("request", one) not in page
            assert visit(name, at("request", one)).status_code == 404
    assert at("request", general) not in visit("tutor", LIST).content.decode()
    assert at("request", asked) in visit("tutor", LIST).content.decode()


def test_the_placement_shows_who_can_help_and_what_is_open(cast, asked, visit):
    address = reverse("placements:placement", args=[cast.running.reference])

    lead, worker = visit("lead", address), visit("bridge_worker", address)

    assert "Last checked" in lead.text
    assert at("request", asked) in lead.content.decode()
    assert at("ask", cast.running) in lead.content.decode()
    assert "exclusionsupport" in worker.text
    assert at("request", asked) not in worker.content.decode()
    assert at("ask", cast.running) not in worker.content.decode()


def test_the_card_of_a_team_is_kept_by_those_who_answer_there(cast, asked, visit):
    address = at("team", cast.exclusions_team)
    sent = {
        "when_to_use": "For a return or a fresh start.",
        "mailbox": "exclusionsupport@hillingdon.gov.uk",
        "phone": "020 7946 0312",
        "is_checked": "on",
    }
    assert "It has not been checked yet." in visit("exclusions", address).text

    visit("exclusions", address, sent)
    page = visit("lead", at("request", asked))
    assert "Last checked Tuesday 24 November 2026" in read(page)
    assert "For a return or a fresh start." in page.text

    moved = sent | {"mailbox": "new@hillingdon.gov.uk"}
    del moved["is_checked"]
    visit("exclusions", address, moved)
    assert "Last checked not yet" in read(visit("lead", at("request", asked)))
    assert "Enter the mailbox" in visit("exclusions", address, sent | {"mailbox": ""}).text


@pytest.mark.parametrize("name", ["exclusions", "lead"])
def test_the_pages_ask_few_queries_however_many_requests_there_are(cast, asked, visit, name):
    answer(cast, asked)
    few = len(queries_of(lambda: visit(name, LIST)))
    for _ in range(3):
        answer(cast, ask(cast), asks_the_school=True)

    assert len(queries_of(lambda: visit(name, LIST))) == few <= 8
    assert len(queries_of(lambda: visit(name, at("request", asked)))) <= 20
