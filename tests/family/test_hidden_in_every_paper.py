"""A family lives its life, and nobody reads what is kept from them: pages, letters, calendars.

One step is something that happens: a shield goes up or down, days pass, somebody moves, leaves or may
have no letters, staff type something hidden into a letter, a note, a review, a note to the child or
an answer, a parent replies, the child shares words. After each step a sixth of the pages, letters and the
calendar of one adult is read, and at the end those of all, with the child's page. Counted are the
papers read. A letter on paper, as a PDF or by email is the stored message word for word, with its
letterhead, its address and its subject, so that is what is read here of all three.
"""

from collections import Counter
from datetime import timedelta
from random import Random
from types import SimpleNamespace

from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from homeward.family.actions import notes, replying, words
from homeward.family.codes import NoteKind, ReplyAbout, ReplyKind
from homeward.links.actions import make_feed
from homeward.links.codes import LinkKind
from homeward.links.rules import feed_address
from homeward.organisations.access import Access
from homeward.placements import actions as placements
from homeward.placements.actions import NotAllowed, messages
from homeward.placements.models import Contact, Placement, Sending
from homeward.placements.queries.letter_values import NotNow
from homeward.providers.models import Site
from homeward.pupils import actions as pupils
from homeward.pupils.codes import Hides
from homeward.pupils.models import FamilyAdult, Household, Shield
from homeward.pupils.rules.shields import Adult, Home, Kept
from tests.cast import DAY, contact_said
from tests.family.spelt import spelt
from tests.family.test_nothing_hidden_leaks import _hidden, _is_number, _squeezed
from tests.links.knowing import known_by
from tests.placements.visiting import plain

PAGES = ("home", "plan", "answers", "weeks", "not_right", "letters", "calendar", "adult_readiness")
LETTERS = ("placement_starting", "review_invitation", "review_outcome", "off_site_direction")
STREETS = [
    ("3 Wharf Rise", "UB8 7HH"),
    ("The Lodge, 18 Elm Walk", "UB3 9JJ"),
    ("5 High Street", "UB7 4KK"),
]
FEWEST_PAPERS = 120

chances = st.integers(0, 2**16).map(Random)
members = st.sampled_from(["mother", "father", "aunt"])
hides = st.sampled_from(list(Hides))


def test_nothing_hidden_stands_in_any_paper(cast, monkeypatch):
    counted = Counter()

    run_state_machine_as_test(
        lambda: Life(cast, monkeypatch, counted),
        settings=settings(
            max_examples=3,
            stateful_step_count=12,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )

    assert counted["leaks"] == 0
    assert counted["papers"] >= FEWEST_PAPERS
    assert counted["stopped"] >= 3


class Life(RuleBasedStateMachine):
    """Amira's family. Whatever happened is undone when the machine ends."""

    def __init__(self, cast, monkeypatch, counted):
        super().__init__()
        self.cast, self.monkeypatch, self.counted = cast, monkeypatch, counted
        self.on, self.planted, self.turn = DAY, [], 0
        self.adults, self.feeds, self.childs = {}, {}, []
        self.opened = transaction.atomic()
        self.opened.__enter__()
        self.client = Client()

    def teardown(self):
        try:
            for name in self.adults:
                self._write("placement_starting", name, Random(self.turn))  # noqa: S311
                self._read_all(name)
            self._read_childs_page()
        finally:
            transaction.set_rollback(True)
            self.opened.__exit__(None, None, None)

    @initialize()
    def a_family(self):
        apart = self._home("40 Harefield Lane", "UB9 1AB", "01895 960044")
        self.adults = {
            "mother": self.cast.mother.pk,
            "father": self._adult("Sami Haddad", "father", apart, "07700 900144"),
            "aunt": self._adult("Rana Haddad", "other", self.cast.household, ""),
        }
        for name in self.adults:
            one = self._of(name)
            self.feeds[name] = make_feed(
                kind=LinkKind.ADULT, whom=one.reference, keeper=one.keeper_id, on=DAY
            )

    @rule(name=members, what=hides, days=st.none() | st.integers(0, 3))
    def something_is_kept_from_somebody(self, name, what, days):
        pupils.raise_shield(
            self.cast.amira,
            from_adult=self._of(name),
            hides=what,
            because="A court order",
            by=self._by("lead"),
            on=self.on,
            until_on=None if days is None else self.on + timedelta(days),
        )

    @rule(chance=chances)
    def a_shield_goes_down(self, chance):
        rows = [one for one in Shield.objects.order_by("id") if self._stands(one)]
        if rows:
            pupils.lower_shield(
                chance.choice(rows), because="The order is over", by=self._by("lead"), on=self.on
            )

    @rule(days=st.integers(1, 3))
    def days_pass(self, days):
        self.on += timedelta(days)

    @rule(name=members, chance=chances)
    def somebody_moves(self, name, chance):
        rows = [None, *Household.objects.filter(pupil=self.cast.amira).order_by("id")]
        pupils.amend_adult(
            self._of(name), household=chance.choice(rows), by=self._by("lead"), on=self.on
        )

    @rule(chance=chances)
    def a_household_moves(self, chance):
        home = chance.choice(list(Household.objects.filter(pupil=self.cast.amira).order_by("id")))
        street, postcode = chance.choice(STREETS)
        pupils.amend_household(
            home, street=street, town="Hayes", postcode=postcode, by=self._by("lead"), on=self.on
        )

    @rule(name=members, may=st.booleans(), has_left=st.booleans())
    def somebody_leaves_or_comes_back(self, name, may, has_left):
        pupils.amend_adult(
            self._of(name),
            may_receive_letters=may,
            left_on=self.on if has_left else None,
            by=self._by("lead"),
            on=self.on,
        )

    @rule(name=members, letter=st.sampled_from(LETTERS), chance=chances)
    def staff_write_a_letter(self, name, letter, chance):
        self._write(letter, name, chance)

    def _write(self, letter, name, chance):
        """Whoever types something hidden into a letter is stopped; what is sent holds none of it."""
        text, _ = self._typed(name, chance)
        before = Sending.objects.count()
        try:
            messages.send(
                self._placement(), letter=letter, own_words=text, by=self._by("lead"), on=self.on
            )
        except messages.HoldsHidden:
            self.counted["stopped"] += 1
        except (NotNow, NotAllowed):
            return
        for sent in Sending.objects.select_related("message", "adult")[before:]:
            if sent.adult:
                paper = sent.message
                self._read(
                    sent.adult,
                    "\n".join([paper.letterhead, paper.postal, paper.subject, paper.body]),
                    f"letter {letter}",
                )

    @rule(name=members, chance=chances)
    def staff_note_a_contact(self, name, chance):
        text, _ = self._typed(name, chance)
        placements.record_contact(
            self._placement(),
            said=contact_said(
                self.cast, self.on, spoke_with="child", news_shared=text, promise=text
            ),
            by=self._by("tutor"),
            on=self.on,
        )

    @rule(name=members, chance=chances)
    def staff_note_a_review(self, name, chance):
        text, _ = self._typed(name, chance)
        placements.record_review(
            self._placement(),
            held_on=self.on,
            next_on=self.on + timedelta(14),
            is_child_present=True,
            is_parent_present=True,
            what_was_agreed=text,
            decision="continue",
            decided_because=text,
            by=self._by("lead"),
            on=self.on,
        )

    @rule(name=members, chance=chances)
    def a_parent_replies_and_staff_answer(self, name, chance):
        adult = self._of(name)
        own = self._own_address(adult)
        reply = replying.say(
            self._placement(),
            adult,
            kind=chance.choice(list(ReplyKind)),
            about=ReplyAbout.CONTACT,
            beside=Contact.objects.order_by("-id").first().reference,
            text=f"Only for the school, from {adult.reference}. {own}",
            by=Access(person_name=adult.name, authority=adult.keeper_id, on=self.on),
            on=self.on,
        )
        text, value = self._typed(name, chance)
        try:
            replying.answer_reply(
                self._placement(), reply, text=text, by=self._by("lead"), on=self.on
            )
        except replying.KeptBack:
            self.counted["stopped"] += 1
        else:
            assert value not in self._kept_from(adult), (value, text)

    @rule(name=members, chance=chances)
    def the_child_shares_words(self, name, chance):
        text, value = self._typed(name, chance)
        self.childs += [text, value]
        words.say(
            self._placement(),
            week="3",
            words=text,
            is_shared=True,
            is_worry=False,
            by=Access(person_name="Amira", authority=self.cast.hillingdon.pk, on=self.on),
            on=self.on,
        )

    @rule(name=members, chance=chances)
    def the_tutor_writes_to_the_child(self, name, chance):
        text, _ = self._typed(name, chance)
        notes.write_note(
            self._placement(), kind=NoteKind.NOTE, text=text, by=self._by("tutor"), on=self.on
        )

    @invariant()
    def one_adult_reads(self):
        if self.adults:
            self.turn += 1
            self._read_all(("mother", "father", "aunt")[self.turn % 3], every=6)

    def _read_all(self, name, *, every=1):
        """Read the pages, letters and the calendar of one adult, on their own telephone.

        Each of them, or at every step another sixth.
        """
        adult = self._of(name)
        self.monkeypatch.setattr("django.conf.settings.TODAY", self.on)
        known_by(self.client, LinkKind.ADULT, adult.reference, keeper=adult.keeper, on=self.on)
        addresses = [reverse(f"family:{page}", args=[adult.reference]) for page in PAGES]
        addresses += [
            reverse("family:letter", args=[adult.reference, one.reference])
            for one in Sending.objects.filter(adult__isnull=False).order_by("-id")[:3]
        ]
        addresses.append(feed_address(LinkKind.ADULT, adult.reference, self.feeds[name]))
        has_page = adult.may_receive_letters and not (adult.left_on and adult.left_on <= self.on)
        for address in addresses[self.turn % every :: every]:
            answer = self.client.get(address)
            assert answer.status_code in ({200, 404} if has_page else {404}), address
            text = answer.content.decode()
            is_file = answer["Content-Type"].startswith("text/calendar")
            self._read(adult, text.replace("\r\n ", "") if is_file else plain(text), address)

    def _read_childs_page(self):
        """On the child's page stands nobody's address or telephone, but in the child's own words."""
        child = self.cast.amira
        known_by(self.client, LinkKind.CHILD, child.reference, keeper=child.keeper, on=self.on)
        text = plain(
            self.client.get(reverse("family:my_plan", args=[child.reference])).content.decode()
        )
        self.counted["papers"] += 1
        homes = Household.objects.filter(pupil=child)
        kept = [one for home in homes for one in (home.street, home.postcode, home.phone)]
        said = _squeezed(" ".join(self.childs))
        kept = [one for one in kept if one and _squeezed(one) not in said]
        found = [one for one in kept if _squeezed(one) in _squeezed(text)]
        assert not found, ("the child's page", found)

    def _read(self, adult, text, where):
        """Nothing kept from the adult stands in it, as it is or as it was spelt; nor others' replies."""
        self.counted["papers"] += 1
        squeezed = _squeezed(text)
        kept = self._kept_from(adult)
        found = [value for value in kept if _squeezed(value) in squeezed]
        found += [typed for typed, value in self.planted if value in kept and plain(typed) in text]
        others = FamilyAdult.objects.filter(pupil=self.cast.amira).exclude(pk=adult.pk)
        found += [one.name for one in others if str(one.reference) in text]
        self.counted["leaks"] += len(found)
        assert not found, (adult.name, where, found)

    def _typed(self, name, chance):
        """What staff or a child type: something that is kept from somebody, spelt in some way."""
        kept = self._kept_from(self._of(name)) or [self.cast.household.address]
        value = chance.choice(kept)
        text = spelt(value, chance, is_number=_is_number(value))
        self.planted.append((text, value))
        return text, value

    def _kept_from(self, adult):
        """What is kept from an adult today: read from the rows, and reckoned by another rule."""
        people = [
            Adult(one.pk, one.household_id, one.phone)
            for one in FamilyAdult.objects.filter(pupil=self.cast.amira).order_by("id")
        ]
        family = SimpleNamespace(
            adult=next(one for one in people if one.key == adult.pk),
            homes=[
                Home(one.pk, one.address, one.phone, one.is_childs_home, one.town)
                for one in Household.objects.filter(pupil=self.cast.amira).order_by("id")
            ],
            others=[one for one in people if one.key != adult.pk],
            shields=[
                Kept(one.from_adult_id, Hides(one.hides), one.from_on, one.until_on)
                for one in Shield.objects.all()
            ],
            school="Oak Park School (example)",
            provider="Bridge House (example)",
            places=[site.address for site in Site.objects.filter(provider=self.cast.bridge_house)],
            school_places=[],
        )
        return _hidden(family, self.on)

    def _own_address(self, adult):
        """The address an adult may know, for them to write down."""
        own = adult.household.address if adult.household else ""
        return own if own and own not in self._kept_from(adult) else ""

    def _placement(self):
        return Placement.objects.get(pk=self.cast.running.pk)

    def _of(self, name):
        rows = FamilyAdult.objects.select_related("household", "keeper", "pupil")
        return rows.get(pk=self.adults[name])

    def _by(self, name):
        return self.cast.access(name)

    def _stands(self, shield):
        return shield.until_on is None or shield.until_on >= self.on

    def _home(self, street, postcode, phone):
        return pupils.add_household(
            self.cast.amira,
            street=street,
            town="Harefield",
            postcode=postcode,
            phone=phone,
            by=self._by("lead"),
            on=DAY,
        )

    def _adult(self, name, relationship, home, phone):
        return pupils.add_adult(
            self.cast.amira,
            name=name,
            relationship=relationship,
            household=home,
            phone=phone,
            by=self._by("lead"),
            on=DAY,
        ).pk
