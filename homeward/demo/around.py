"""What family, child and teachers hear and say: as they and the school record it on their own pages."""

from collections.abc import Mapping, Sequence
from datetime import date

from homeward.demo.placing import Away
from homeward.demo.words import teaching
from homeward.demo.world import Staff
from homeward.family.actions import linking, notes, replying, words
from homeward.family.codes import ReplyAbout, ReplyKind
from homeward.family.models import ChildWords, Reply
from homeward.family.queries import staff
from homeward.family.queries.reader import acting
from homeward.organisations.access import Access
from homeward.placements.actions import briefing, messages, teachers, ticks
from homeward.placements.actions.readiness import rate_readiness
from homeward.placements.actions.ticks import Ticked
from homeward.placements.codes import BriefingFor, LineKind, Rater
from homeward.placements.models import Sending, Teacher
from homeward.placements.queries import plan as plans
from homeward.placements.rules.briefing import WhenThen
from homeward.placements.rules.staff_list import Taught
from homeward.placements.rules.statements import statements
from homeward.pupils.models import FamilyAdult


def adult(away: Away, relationship: str) -> FamilyAdult:
    """The one adult of the family who is this to the child."""
    return FamilyAdult.objects.get(pupil=away.pupil, relationship=relationship)


def of_adult(who: FamilyAdult, on: date) -> Access:
    """What an adult of the family acts with on their own page."""
    return acting(Access(on=on), who, on=on)


def of_child(away: Away, on: date) -> Access:
    """What the child acts with on their own page."""
    return Access(person_name=away.pupil.known_as, authority=away.pupil.keeper_id, on=on)


def open_pages(away: Away, agreed: Mapping[str, str], on: date) -> None:
    """Agree a word with each of the family, by what they are to the child, and make each a link."""
    by = away.planner.access
    for member in staff.members(by, away.now, on=on):
        word = agreed.get(member.says.lower())
        if word:
            linking.agree_word(away.now, member, word, by=by, on=on)
            linking.make_link(away.now, member, by=by, on=on)


def write(
    away: Away, letter: str, on: date, *, by_email: bool = False, own_words: str = ""
) -> None:
    """Write a letter to whoever may get it, and hand over what goes on paper the same day."""
    by = away.planner.access
    channels = {} if by_email else {str(one.reference): "print" for one in _adults(away)}
    made = messages.send(
        away.now, letter=letter, channels=channels, own_words=own_words, by=by, on=on
    )
    for sending in Sending.objects.filter(mailing=made).select_related("message").order_by("id"):
        if sending.message.channel != "email":
            messages.hand_over(away.now, sending, by=by, on=on)


def child_says(
    away: Away, said: str, on: date, *, week: str = "", shared: bool = False, worry: bool = False
) -> ChildWords:
    """The child writes how the week was."""
    return words.say(
        away.now,
        week=week,
        words=said,
        is_shared=shared,
        is_worry=worry,
        by=of_child(away, on),
        on=on,
    )


def heard(said: ChildWords, by: Staff, on: date, what_happened: str = "") -> None:
    """Somebody reads it, and says what happened then."""
    words.hear(said, what_happened=what_happened, by=by.access, on=on)


def note(away: Away, kind: str, text: str, on: date) -> None:
    """The tutor writes to the child."""
    notes.write_note(away.now, kind=kind, text=text, by=away.caller.access, on=on)


def replies(away: Away, who: FamilyAdult, text: str, on: date, *, is_right: bool = True) -> Reply:
    """An adult of the family writes on their own page."""
    return replying.say(
        away.now,
        who,
        kind=ReplyKind.REPLY if is_right else ReplyKind.NOT_RIGHT,
        about=ReplyAbout.PLACEMENT,
        beside=away.now.reference,
        text=text,
        by=of_adult(who, on),
        on=on,
    )


def answered(away: Away, reply: Reply, text: str, on: date) -> None:
    """The school answers."""
    replying.answer_reply(away.now, reply, text=text, by=away.planner.access, on=on)


def name_teachers(away: Away, on: date) -> None:
    """Fourteen adults who teach or support the child."""
    wanted = [Taught(*one) for one in teaching.STAFF_LIST]
    teachers.add_teachers(away.now, wanted=wanted, by=away.planner.access, on=on)


def brief(away: Away, briefing_for: BriefingFor, on: date, *, reads: int) -> None:
    """Write the page in the child's voice, send it out, and let the first so many teachers read it."""
    by = away.planner.access
    written = briefing.write_briefing(
        away.now,
        briefing_for=briefing_for,
        based_on=0,
        good_at=teaching.GOOD_AT,
        helps=teaching.HELPS,
        makes_worse=teaching.MAKES_WORSE,
        when=tuple(WhenThen(*one) for one in teaching.WHEN),
        by=by,
        on=on,
    )
    briefing.send_briefing(away.now, number=written.number, by=by, on=on)
    for teacher in _teachers(away)[:reads]:
        briefing.read_briefing(
            away.now, teacher=teacher, number=written.number, by=_of_teacher(teacher, on), on=on
        )


def tick(away: Away, asked_on: date, on: date) -> None:
    """Each teacher says of each adjustment whether it happens: of the first all but one say yes."""
    lines = plans.latest(away.planner.access, away.now).text.of(LineKind.ADJUSTMENT)
    for count, teacher in enumerate(_teachers(away)):
        said = {str(line.thread): Ticked("yes") for line in lines}
        said |= {str(line.thread): teaching.AFTER_THE_FIRST[count % 3] for line in lines[1:2]}
        if count == 0:
            said |= {str(line.thread): teaching.FIRST_DAYS for line in lines[:1]}
        ticks.tick_adjustments(
            away.now,
            asked_on=asked_on,
            said=said,
            name=teacher.name,
            teacher=teacher,
            by=_of_teacher(teacher, on),
            on=on,
        )


def look(
    away: Away, rater: Rater, levels: Sequence[int], by: Access, on: date, *, said: str = ""
) -> None:
    """One of the four looks at the twelve statements; 0 leaves one out."""
    answers = {one.key: level for one, level in zip(statements(), levels, strict=True) if level}
    parent = adult(away, "mother") if rater == Rater.PARENT else None
    rate_readiness(
        away.now,
        rater=rater,
        answers=answers,
        words=said,
        adult=parent,
        name=by.person_name,
        by=by,
        on=on,
    )


def _adults(away: Away) -> list[FamilyAdult]:
    return list(FamilyAdult.objects.filter(pupil=away.pupil).order_by("id"))


def _teachers(away: Away) -> list[Teacher]:
    names = [name for name, *_ in teaching.STAFF_LIST]
    rows = {row.name: row for row in Teacher.objects.filter(name__in=names)}
    return [rows[name] for name in names]


def _of_teacher(teacher: Teacher, on: date) -> Access:
    return Access(person_name=teacher.name, authority=teacher.keeper_id, on=on)
