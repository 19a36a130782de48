"""Letters are written per person: nothing hidden reaches them, and it all happens at once or not."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone

from homeward.due.models import Expectation
from homeward.history.models import Entry
from homeward.letters import actions as letters
from homeward.letters.models import Delivery, Message
from homeward.links.codes import LinkKind
from homeward.links.models import PersonalLink
from homeward.placements import actions as placements
from homeward.placements.actions import NotAllowed
from homeward.placements.actions import messages as actions
from homeward.placements.actions.messages import HoldsHidden
from homeward.placements.models import Mailing, Sending, Telling
from homeward.placements.queries.before_sending import before_sending
from homeward.placements.queries.letter_matter import NotNow
from homeward.placements.queries.letter_readers import Typed
from homeward.placements.queries.letter_values import TO_WRITE
from homeward.pupils import actions as pupils
from tests.cast import DAY
from tests.placements.writing_letters import hide, sent, teachers, with_father, with_word

pytestmark = pytest.mark.django_db


def before(cast, letter="placement_starting", **typed):
    return before_sending(cast.access("lead"), cast.running, letter, typed=Typed(**typed), on=DAY)


def test_each_parent_gets_their_own_letter_to_their_own_address(cast):
    with_father(cast)

    found = sent(cast)

    mother, father = found["Leila Haddad"].message, found["Karim Haddad"].message
    assert (mother.channel, mother.postal) == (
        "print",
        "Leila Haddad\n7 Mill Lane (example)\nUxbridge\nUB8 2AA",
    )
    assert (father.channel, father.address, father.postal) == ("email", "karim@family.example", "")
    for text, other in ((mother.body, "Karim"), (father.body, "Leila")):
        assert [
            one for one in (other, "Mill Lane", "Lock Road", "07700", "01632") if one in text
        ] == []


def test_who_may_not_have_letters_gets_none_and_it_is_said_why(cast):
    with_father(cast, may_receive_letters=False)

    mailing = actions.send(
        cast.running, letter="placement_starting", by=cast.access("lead"), on=DAY
    )

    assert mailing.left_out == [{"name": "Karim Haddad", "because": "They may not receive letters"}]
    assert mailing.sendings.count() == 1


def test_the_message_is_how_they_were_told(cast):
    draft, by = cast.draft, cast.access("lead")
    pupils.add_adult(cast.ben, name="Una O’Neil", relationship="mother", by=by, on=DAY)
    placements.agree(draft, by=by, on=DAY)
    teachers(cast, draft)
    for letter in ("placement_starting", "placement_starting_child", "placement_starting_staff"):
        actions.send(draft, letter=letter, by=by, on=DAY)

    told = Telling.objects.filter(placement=draft).order_by("id")
    assert [(one.audience, one.how) for one in told] == [
        ("parents", "letter"),
        ("child", "letter"),
        ("staff", "email"),
    ]
    lines = Expectation.objects.filter(about=draft.reference, kind="placements.tell")
    assert [line.met_on for line in lines] == [DAY] * 3


def test_a_letter_leaves_nothing_behind_where_it_could_not_be_sent(cast, monkeypatch):
    with_father(cast)
    counts = [Mailing, Message, Delivery, Sending, Telling, Entry]
    were = [model.objects.count() for model in counts]
    monkeypatch.setattr(actions, "finish", _breaks)

    with pytest.raises(DatabaseError):
        sent(cast)

    assert [model.objects.count() for model in counts] == were


def _breaks(*args, **kwargs):
    raise DatabaseError


def test_a_hidden_provider_stands_nowhere_in_the_letter(cast):
    father = with_father(cast)
    hide(cast, father, "provider")

    body = sent(cast)["Karim Haddad"].message.body

    assert [
        one for one in ("Bridge House", "Boathouse", "Canal Walk", "Dee Moran") if one in body
    ] == []
    assert "Amira started at a new place to learn." in body


def test_a_hidden_school_is_not_even_the_sender(cast):
    father = with_father(cast)
    hide(cast, father, "school")

    message = sent(cast)["Karim Haddad"].message

    for said in (message.body, message.letterhead, message.reply_to, message.subject):
        assert "Oak Park" not in said
        assert "oakpark" not in said
    assert message.from_organisation == cast.hillingdon
    assert "Joe Adeyemi" not in message.body


def test_own_words_that_hold_what_is_hidden_stop_the_letter(cast):
    father = with_father(cast)
    hide(cast, father, "household")

    with pytest.raises(HoldsHidden, match=r"Karim Haddad: In your own words: .* address"):
        sent(cast, own_words="Amira is collected from 7 Mill Lane every day.")

    assert Mailing.objects.count() == 0
    assert "Mill Lane" not in str(
        list(Entry.objects.values_list("payload__summary", flat=True))[-3:]
    )


def test_somebody_can_be_left_out_so_that_the_others_get_theirs(cast):
    father = with_father(cast)
    hide(cast, father, "household")

    found = sent(
        cast,
        own_words="Amira is collected from 7 Mill Lane every day.",
        channels={f"adult-{father.reference}": "none"},
    )

    assert list(found) == ["Leila Haddad"]
    assert Mailing.objects.get().left_out[0]["name"] == "Karim Haddad"


def test_what_the_record_says_of_somebody_hidden_is_left_out_for_them_alone(cast):
    father = with_father(cast)
    hide(cast, father, "provider")
    cast.running.ends_because = "Bridge House has room until then."
    cast.running.save(update_fields=["ends_because"])

    made = {one.name: one for one in before(cast).readers}

    assert "has room" in made["Leila Haddad"].text.body
    assert "has room" not in made["Karim Haddad"].text.body
    assert "why it lasts until then" in made["Karim Haddad"].left_out


def test_a_link_is_given_where_a_word_is_agreed_and_used_again_while_it_waits(cast):
    with_word(cast, cast.mother)

    first = sent(cast)["Leila Haddad"].message
    second = sent(cast, "personal_link", only=f"adult-{cast.mother.reference}")[
        "Leila Haddad"
    ].message

    assert first.link == second.link == PersonalLink.objects.get().reference
    assert before(cast, "personal_link").not_for == ()


def test_without_a_word_there_is_no_link_and_it_is_said(cast):
    made = before(cast)

    assert not made.readers[0].holds_link
    assert any("no word is agreed" in note for note in made.readers[0].notes)
    assert before(cast, "personal_link").readers == ()
    with pytest.raises(NotAllowed, match="Nobody would get this letter"):
        sent(cast, "personal_link")


def test_a_child_s_link_opens_their_own_plan(cast):
    with_word(cast, cast.amira, LinkKind.CHILD)

    sent(cast, "placement_starting_child")

    assert PersonalLink.objects.get().kind == LinkKind.CHILD
    assert Sending.objects.get().is_to_child


def test_english_goes_where_no_translation_is_approved_and_it_is_said(cast):
    with_father(cast, language="Tigrinya", needs_interpreter=True)

    father = next(one for one in before(cast).readers if one.name == "Karim Haddad")

    assert father.language == "en-gb"
    assert (
        "In English: no translation into Tigrinya is approved. Arrange an interpreter."
        in father.notes
    )


def test_every_letter_is_either_made_or_says_what_is_missing(cast):
    made = set()
    for letter in TO_WRITE:
        with suppress(NotNow):
            before(cast, letter)
            made.add(letter)

    assert made == {
        "placement_starting",
        "placement_starting_child",
        "placement_starting_staff",
        "off_site_direction",
        "personal_link",
        "personal_link_child",
    }


def test_the_notice_needs_the_times_and_whom_to_see(cast):
    with pytest.raises(NotAllowed, match="has to state the times"):
        sent(cast, "off_site_direction")

    body = sent(cast, "off_site_direction", more={"times": "9.30am to 12 noon"})[
        "Leila Haddad"
    ].message.body

    assert "Dee Moran" in body
    assert "2 Canal Walk (example)" in body
    assert "school days" in body


def test_somebody_from_whom_the_address_is_kept_gets_no_notice(cast):
    father = with_father(cast)
    hide(cast, father, "provider")

    made = before(cast, "off_site_direction", more={"times": "9.30am to 12 noon"})

    assert [one.name for one in made.readers] == ["Leila Haddad"]
    assert "kept from them" in made.not_for[0].because


def test_a_message_that_comes_back_is_due_until_it_reaches_them_another_way(cast):
    father = with_father(cast)
    found = sent(cast)["Karim Haddad"]
    Delivery.objects.filter(message=found.message).update(sent_at=timezone.now(), next_try_at=None)

    letters.record_bounce(found.message, because="No such mailbox", on=DAY)
    line = Expectation.objects.get(kind="placements.bounced")
    assert (line.subject, line.met_on) == ("Karim Haddad", None)
    sent(cast, only=f"adult-{father.reference}", channels={f"adult-{father.reference}": "print"})

    line.refresh_from_db()
    assert line.met_on == DAY


def test_handing_over_what_came_back_is_enough(cast):
    with_father(cast)
    found = sent(cast)["Karim Haddad"]
    letters.record_bounce(found.message, because="No such mailbox", on=DAY)

    actions.hand_over(cast.running, found, by=cast.access("lead"), on=DAY)

    assert Expectation.objects.get(kind="placements.bounced").met_on == DAY


@pytest.mark.parametrize(
    ("changed", "because"),
    [
        ({"may_receive_letters": False}, "may not receive letters any more"),
        ({"left_on": DAY}, "no longer belongs to the family’s record"),
        ({"email": "new@family.example"}, "was changed before it was sent"),
    ],
)
def test_an_email_that_waits_is_stopped_where_it_may_go_no_more(cast, changed, because):
    father = with_father(cast)
    found = sent(cast)["Karim Haddad"]

    pupils.amend_adult(father, by=cast.access("lead"), on=DAY, **changed)

    delivery = Delivery.objects.get(message=found.message)
    assert delivery.next_try_at is None
    assert because in delivery.last_problem
    assert Expectation.objects.get(kind="placements.bounced").met_on is None


def test_who_has_not_answered_is_asked_again_and_an_answer_is_enough(cast):
    by, father = cast.access("lead"), with_father(cast)
    placements.record_review(
        cast.running,
        held_on=DAY,
        is_child_present=True,
        is_parent_present=True,
        next_on=DAY + timedelta(days=24),
        by=by,
        on=DAY,
    )
    found = sent(cast, "review_invitation")
    lines = Expectation.objects.filter(kind="placements.ask-again").order_by("subject")
    assert [line.subject for line in lines] == [
        "Karim Haddad (invitation to a review)",
        "Leila Haddad (invitation to a review)",
    ]
    assert {line.due_on for line in lines} == {DAY + timedelta(days=7)}

    later = DAY + timedelta(days=8)
    again = found["Leila Haddad"].reference
    assert list(sent(cast, "asked_again", occasion=again, on=later)) == ["Leila Haddad"]
    actions.note_answered(cast.running, father, letter="review_invitation", on=later)
    placements.settle_placement(cast.running, on=later)

    assert [line.met_on for line in lines.all()] == [later, later]
    invited = Expectation.objects.get(about=cast.running.reference, kind="placements.invite")
    assert invited.met_on == DAY
