"""What each person would get of one letter, and who would not get it and why: made before it is sent.

Everything hidden from a reader is taken out of the values here, and the whole text is looked through
once more. What stands in somebody's own words stops the letter to that reader.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from homeward.letters import queries as letters
from homeward.letters.catalogue import Letter
from homeward.letters.catalogue import letter as in_catalogue
from homeward.letters.codes import Channel, Reader
from homeward.letters.texts import ENGLISH, LINK, languages, named, said
from homeward.links import queries as links
from homeward.organisations.access import Access
from homeward.placements.models import Placement, TaughtBy
from homeward.placements.queries.hidden import kept_from_each
from homeward.placements.queries.letter_matter import Content, Matter, matter
from homeward.placements.queries.letter_readers import BeforeSending, ForOne, NotFor, Typed
from homeward.placements.queries.letter_senders import From, sender_of
from homeward.placements.queries.letter_values import content
from homeward.pupils import queries as pupils
from homeward.pupils.codes import RELATIONSHIP_SAYS, Hides, Relationship
from homeward.pupils.codes import Channel as Likes
from homeward.pupils.models import FamilyAdult
from homeward.pupils.queries.visible import sees_shields
from homeward.pupils.rules.hidden import KeptFrom

CHILD = "child"
ONLY_A_LINK = frozenset({"personal_link", "personal_link_child"})
_OF_SCHOOL = ("contact", "safe_adult", "safe_place", "met_by")
_LEFT_OUT = {
    "ends_because": "why it lasts until then",
    "because": "the reason",
    "decided_because": "why it was decided",
    "agreed": "what was agreed",
    "actions": "who does what",
    "who_agreed": "who agreed",
    "next_step": "the next step",
    "destination": "where it leads",
    "went_well": "what went well",
    "follow_up": "what happens now",
    "week": "the places of the week",
    "safe_adult": "the adult to go to",
    "safe_place": "the safe place",
    "met_by": "who waits at the gate",
    "contact": "who speaks with the child each week",
    "key_worker": "the key worker",
    "school": "the school",
    "place": "the provider",
    "to": "the new place",
    "when_and_where": "when and where",
    "adjustments": "the adjustments",
    "step_back_rule": "the rule for a step back",
    "longer_because": "why it is longer",
    "ring": "whom to ring",
}


def before_sending(
    access: Access,
    placement: Placement,
    letter: str,
    *,
    occasion: UUID | None = None,
    typed: Typed | None = None,
    on: date,
) -> BeforeSending:
    """Make one letter for everybody who may get it: at most fifteen queries.

    Raises NotNow where there is nothing yet of which it could tell.
    """
    typed = typed or Typed()
    found, of = in_catalogue(letter), matter(access, placement, on=on)
    told = content(of, letter, occasion, dict(typed.more))
    made = _Maker(of, found, told, typed)
    if found.reader == Reader.STAFF:
        readers, not_for = made.to_staff()
    elif found.reader == Reader.CHILD:
        readers, not_for = made.to_child()
    else:
        readers, not_for = made.to_adults()
    result = BeforeSending(
        found, told, tuple(readers), tuple(not_for), sees_shields(access, placement.pupil)
    )
    if typed.only:
        others = frozenset(one.key for one in readers if one.key != typed.only)
        result = BeforeSending(
            found,
            told,
            tuple(one for one in readers if one.key not in others),
            (),
            result.sees_addresses,
        )
    return result


class _Maker:
    """Makes one letter for each of its readers."""

    def __init__(self, of: Matter, letter: Letter, told: Content, typed: Typed) -> None:
        self.of, self.letter, self.told, self.typed = of, letter, told, typed
        self.access, self.placement, self.on = of.access, of.placement, of.on
        keeper = self.placement.keeper_id
        self.senders: dict[bool, From] = {}
        self.approved = letters.languages(self.access, keeper, letter.name, self.on)

    def to_adults(self) -> tuple[list[ForOne], list[NotFor]]:
        """Each adult of the family on their own."""
        adults = pupils.adults(self.access, self.placement.pupil)
        kept = kept_from_each(self.access, self.placement, adults=adults, on=self.on)
        words = links.with_word(self.access, [one.reference for one in adults])
        readers, not_for = [], []
        for adult in adults:
            if self.told.asked_of and adult.pk != self.told.asked_of:
                continue
            has_word = adult.reference in words
            hidden = self._hidden(kept[adult.pk])
            because = self._why_not(adult, hidden, has_word)
            if because:
                not_for.append(NotFor(adult.name, because))
            else:
                readers.append(self._for_adult(adult, kept[adult.pk], hidden, has_word))
        return readers, not_for

    def _hidden(self, kept: KeptFrom) -> frozenset[Hides]:
        """Which of the school and the provider are kept from somebody."""
        of = self.of
        said = {Hides.SCHOOL: (of.school, kept.told.school)}
        said[Hides.PROVIDER] = (of.place, kept.told.provider)
        return frozenset(what for what, (name, told) in said.items() if name and not told)

    def _why_not(self, adult: FamilyAdult, hidden: frozenset[Hides], has_word: bool) -> str:
        if adult.left_on is not None and adult.left_on <= self.on:
            return "They no longer belong to the family’s record"
        if not adult.may_receive_letters:
            return "They may not receive letters"
        if self.letter.name in ONLY_A_LINK and not has_word:
            return "No word for links is agreed with them yet, so a link would not open"
        if self.told.has_hidden_place and Hides.PROVIDER in hidden:
            return "The notice has to state the address, which is kept from them"
        return ""

    def _for_adult(
        self, adult: FamilyAdult, kept: KeptFrom, hidden: frozenset[Hides], has_word: bool
    ) -> ForOne:
        key = f"adult-{adult.reference}"
        sender = self._sender(is_school_hidden=Hides.SCHOOL in hidden)
        values, left_out = self._told_to(kept, hidden)
        values |= {"reader": adult.name, "has_link": has_word, "own_words": self.typed.own_words}
        values |= _signed(sender)
        language, note = self._language(adult)
        text = said(self.letter.name, values, language)
        own = kept.found_in(self.typed.own_words)
        stopped = [f"In your own words: {says}" for says in own]
        if not own:
            stopped += kept.found_in(f"{text.subject}\n{text.body}".replace(LINK, ""))
        channel, channels = self._channel(
            key, email=adult.email, likes_email=adult.channel == Likes.EMAIL, can_copy=True
        )
        english = said(self.letter.name, values).body if language != ENGLISH else ""
        postal = kept.told.address
        notes = [note] if note else []
        if channel == Channel.PRINT and not postal:
            notes.append("No address of theirs may be said: hand it over yourself.")
        if not has_word:
            notes.append("Without a personal link: no word is agreed with them yet.")
        return ForOne(
            key=key,
            name=adult.name,
            who=RELATIONSHIP_SAYS[Relationship(adult.relationship)],
            channel=channel,
            channels=channels,
            text=text,
            english=english,
            language=language,
            sender=sender,
            email=adult.email,
            postal=_in_lines(adult.name, postal),
            stopped=tuple(stopped),
            left_out=tuple(left_out),
            notes=tuple(notes),
            adult=adult,
        )

    def to_child(self) -> tuple[list[ForOne], list[NotFor]]:
        """The child's own letter: handed over, or its link copied."""
        pupil = self.placement.pupil
        has_word = bool(links.with_word(self.access, [pupil.reference]))
        if self.letter.name in ONLY_A_LINK and not has_word:
            because = "No word for links is agreed with them yet, so a link would not open"
            return [], [NotFor(pupil.known_as, because)]
        sender = self._sender()
        values = _plain(self.told.values) | _signed(sender)
        values |= {"reader": pupil.known_as, "has_link": has_word}
        values |= {"own_words": self.typed.own_words}
        channel, channels = self._channel(CHILD, email="", likes_email=False, can_copy=True)
        notes = () if has_word else ("Without a personal link: no word is agreed with them yet.",)
        one = ForOne(
            key=CHILD,
            name=pupil.known_as,
            who="The child",
            channel=channel,
            channels=channels,
            text=said(self.letter.name, values),
            english="",
            language=ENGLISH,
            sender=sender,
            notes=notes,
        )
        return [one], []

    def to_staff(self) -> tuple[list[ForOne], list[NotFor]]:
        """Everybody on the child's staff list."""
        rows = TaughtBy.objects.filter(placement=self.placement, to_on__isnull=True)
        sender, readers = self._sender(), []
        teachers = {row.teacher.pk: row.teacher for row in rows.select_related("teacher")}
        for teacher in sorted(teachers.values(), key=lambda one: (one.name, one.pk)):
            key = f"teacher-{teacher.reference}"
            values = _plain(self.told.values) | _signed(sender)
            values |= {"reader": teacher.name, "has_link": False}
            values |= {"own_words": self.typed.own_words}
            channel, channels = self._channel(
                key, email=teacher.email, likes_email=True, can_copy=False
            )
            readers.append(
                ForOne(
                    key=key,
                    name=teacher.name,
                    who="Staff",
                    channel=channel,
                    channels=channels,
                    text=said(self.letter.name, values),
                    english="",
                    language=ENGLISH,
                    sender=sender,
                    email=teacher.email,
                    teacher=teacher,
                )
            )
        return readers, []

    def _told_to(
        self, kept: KeptFrom, hidden: frozenset[Hides]
    ) -> tuple[dict[str, Any], list[str]]:
        """The values without what this reader may not be told, and what was taken out."""
        values, left_out = dict(self.told.values), []
        bare = values.get("week_without_places")
        if Hides.PROVIDER in hidden:
            values |= {name: "" for name in ("place", "key_worker") if name in values}
            if bare is not None:
                values["week"] = bare
        if Hides.SCHOOL in hidden:
            values |= {name: "" for name in ("school", *_OF_SCHOOL) if name in values}
        for name, value in list(_plain(values).items()):
            clean = _clean(value, kept)
            if clean != value:
                left_out.append(_LEFT_OUT.get(name, name.replace("_", " ")))
                values[name] = clean
        return _plain(values), left_out

    def _language(self, adult: FamilyAdult) -> tuple[str, str]:
        """The reader's own language where it is approved, else English, and what to say of it."""
        wanted = adult.language.strip().casefold()
        if not wanted or wanted.startswith("english"):
            return ENGLISH, ""
        code = next((one for one in languages() if named(one).casefold() == wanted), "")
        if code in self.approved:
            return code, f"In {named(code)}, in the translation that the authority has approved."
        also = " Arrange an interpreter." if adult.needs_interpreter else ""
        return ENGLISH, f"In English: no translation into {adult.language} is approved.{also}"

    def _channel(
        self, key: str, *, email: str, likes_email: bool, can_copy: bool
    ) -> tuple[Channel, tuple[Channel, ...]]:
        """How it goes: as was chosen, or as the person likes it."""
        every = [Channel.EMAIL] if email else []
        every += [Channel.PRINT]
        every += [Channel.COPY] if can_copy else []
        chosen = self.typed.channels.get(key, "")
        if chosen in every:
            return Channel(chosen), tuple(every)
        is_email = bool(email) and likes_email and not self.letter.is_signed
        return (Channel.EMAIL if is_email else Channel.PRINT), tuple(every)

    def _sender(self, *, is_school_hidden: bool = False) -> From:
        """From whom a letter is, read once for all its readers."""
        if is_school_hidden not in self.senders:
            self.senders[is_school_hidden] = sender_of(self.of, is_school_hidden=is_school_hidden)
        return self.senders[is_school_hidden]


def _signed(sender: From) -> dict[str, str]:
    return {"sender": sender.name, "sender_at": sender.at, "ring": sender.ring}


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != "week_without_places"}


def _clean(value: Any, kept: KeptFrom) -> Any:
    """A value without whatever its reader may not be told."""
    if isinstance(value, str):
        return value if kept.may_read(value) else ""
    if isinstance(value, list):
        return [
            _clean(one, kept) for one in value if not isinstance(one, str) or kept.may_read(one)
        ]
    if isinstance(value, Mapping):
        return {name: _clean(one, kept) for name, one in value.items()}
    return value


def _in_lines(name: str, address: str) -> str:
    """An address in the lines of an envelope; "" where none may be said."""
    return "\n".join([name, *_parts(address)]) if address else ""


def _parts(address: str) -> Iterator[str]:
    return (part.strip() for part in address.split(",") if part.strip())
