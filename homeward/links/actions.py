"""Making, opening and revoking personal links; agreeing the word; knowing a device."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from homeward.history.actions import record
from homeward.links import queries
from homeward.links.codes import GuessKind, LinkKind
from homeward.links.models import Code, Device, Feed, Guess, PersonalLink, Word
from homeward.links.rules import AGAIN_WITHIN, CODE_LIVES, MOST_WRONG, as_compared, word_problem
from homeward.links.secrets import digest_of, new_code, new_token, token_for
from homeward.organisations import clock
from homeward.organisations import queries as organisations
from homeward.organisations.access import NOBODY, Access, system


class DoesNotOpen(Exception):
    """A link that is old, used, revoked or guessed. The page says no more than that."""


class WrongWord(Exception):
    """The word, or the figures of the code, do not fit. `left` tries remain."""

    def __init__(self, left: int) -> None:
        super().__init__("That does not fit.")
        self.left = left


class Blocked(Exception):
    """Too many wrong words: only the school can open this again."""


class SlowDown(Exception):
    """Too many tries from one network address; a quarter of an hour helps."""


class NotAWord(Exception):
    """A word that would not keep anybody out. The text says why."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A device that is known from now on: the token of its cookie, and until when."""

    token: str
    device: Device


@dataclass(frozen=True, slots=True)
class From:
    """Where a request comes from: a digest of the network address, and the browser's own words."""

    came_from: str
    browser: str
    at: datetime
    on: date

    @property
    def mark(self) -> str:
        """By which the same browser at the same network is known again; "" where it says no name."""
        return digest_of(f"{self.came_from} {self.browser}") if self.browser else ""


@transaction.atomic
def make_link(*, kind: LinkKind, whom: UUID, keeper: int, by: Access, on: date) -> PersonalLink:
    """Make a personal link. Earlier ones that nobody opened stop working.

    Its token is `secrets.token_for(link.reference)`; how long it lives is the authority's number.
    """
    days = organisations.policy(system(keeper), keeper, on).personal_link_days
    PersonalLink.objects.filter(
        kind=kind, whom=whom, opened_at__isnull=True, revoked_at__isnull=True
    ).update(revoked_at=timezone.now())
    link = PersonalLink(
        keeper_id=keeper,
        kind=kind,
        whom=whom,
        made_on=on,
        made_by_id=by.person,
        expires_on=on + timedelta(days=days),
    )
    link.digest = digest_of(token_for(link.reference))
    link.save(force_insert=True)
    return link


@transaction.atomic
def agree_word(
    word: str,
    *,
    kind: LinkKind,
    whom: UUID,
    keeper: int,
    names: tuple[str, ...],
    by: Access,
    on: date,
) -> None:
    """Agree the word that confirms somebody's links; the one before it stops working.

    Raises NotAWord for a date, a name of the family, or a word too short to keep anybody out.
    """
    if problem := word_problem(word, names=names):
        raise NotAWord(problem)
    Word.objects.update_or_create(
        keeper_id=keeper,
        whom=whom,
        defaults={
            "kind": kind,
            "digest": make_password(as_compared(word)),
            "agreed_on": on,
            "agreed_by_id": by.person,
            "wrong": 0,
            "blocked_at": None,
        },
    )
    record(
        keeper=keeper,
        about=whom,
        kind="links.word",
        summary="Agreed the word for personal links",
        by=by,
        on=on,
    )


def open_link(token: str, *, kind: LinkKind, whom: UUID, proof: str, sent: From) -> Opened:
    """Open a link, once, with the agreed word (a teacher: with the code), and know the device.

    Pressed twice, it opens twice for the same browser at the same network within a minute; the device
    known first, whose cookie never arrived, is revoked. Raises SlowDown, DoesNotOpen, Blocked or WrongWord. A try that does not fit is written down
    whatever happens to the page's own transaction afterwards.
    """
    _not_too_often(sent)
    link = opens(token, kind=kind, whom=whom, sent=sent)
    if link is None:
        _guessed(GuessKind.LINK, sent, whom)
        raise DoesNotOpen
    confirm(kind=kind, whom=whom, proof=proof, sent=sent)
    with transaction.atomic():
        used = PersonalLink.objects.filter(pk=link.pk, opened_at__isnull=True)
        if not used.update(opened_at=sent.at, opened_from=sent.mark):
            _instead_of_the_first(token, kind, whom, sent)
        return _know(kind=kind, whom=whom, keeper=link.keeper_id, sent=sent)


def opens(token: str, *, kind: LinkKind, whom: UUID, sent: From) -> PersonalLink | None:
    """The link that a token opens now: one that nobody opened, or a moment ago from the same place."""
    return queries.link(NOBODY, token, kind=kind, whom=whom, on=sent.on) or queries.link_again(
        NOBODY, token, kind=kind, whom=whom, opened_from=sent.mark, at=sent.at, on=sent.on
    )


def know_in_demonstration(*, kind: LinkKind, whom: UUID, keeper: int, sent: From) -> Opened:
    """Know a device without a link, where everybody is invented.

    Raises DoesNotOpen anywhere but in a demonstration.
    """
    if not clock.is_demo():
        raise DoesNotOpen
    with transaction.atomic():
        return _know(kind=kind, whom=whom, keeper=keeper, sent=sent)


def confirm(*, kind: LinkKind, whom: UUID, proof: str, sent: From) -> None:
    """Check that the right person is there: by the word, or a teacher by the code.

    Raises SlowDown, Blocked, WrongWord, or DoesNotOpen where no word was agreed.
    """
    _not_too_often(sent)
    if kind == LinkKind.TEACHER:
        _confirm_code(whom, proof, sent)
    else:
        _confirm_word(whom, proof, sent)


def come_back(device: Device, *, proof: str, sent: From) -> None:
    """Open the page again on a device that left it, with the word. Raises as `confirm`."""
    confirm(kind=LinkKind(device.kind), whom=device.whom, proof=proof, sent=sent)
    Device.objects.filter(pk=device.pk).update(left_at=None, seen_at=sent.at)


def leave(device: Device, *, at: datetime) -> None:
    """*Exit this page*: nothing opens on this device until the word is said again."""
    Device.objects.filter(pk=device.pk, left_at__isnull=True).update(left_at=at)


def seen(device: Device, *, at: datetime) -> None:
    """Note that a known device opened the page; written at most once an hour."""
    if at - device.seen_at > timedelta(hours=1):
        Device.objects.filter(pk=device.pk).update(seen_at=at)


@transaction.atomic
def revoke(*, whom: UUID, keeper: int, by: Access, on: date, device: UUID | None = None) -> None:
    """Revoke one device of somebody, or all their links, devices and calendars, at once."""
    now = timezone.now()
    devices = Device.objects.filter(keeper_id=keeper, whom=whom, revoked_at__isnull=True)
    if device is not None:
        devices = devices.filter(reference=device)
    else:
        for table in (PersonalLink, Feed):
            table._default_manager.filter(
                keeper_id=keeper, whom=whom, revoked_at__isnull=True
            ).update(revoked_at=now)
    devices.update(revoked_at=now)
    record(
        keeper=keeper,
        about=whom,
        kind="links.revoked",
        summary="Revoked a known device" if device else "Revoked every link and known device",
        by=by,
        on=on,
    )


@transaction.atomic
def send_code(*, whom: UUID, keeper: int, sent: From) -> str:
    """Make the six figures that confirm a teacher's device for a quarter of an hour; answers them.

    Raises SlowDown: asking again and again is a way of guessing too.
    """
    _not_too_often(sent)
    figures = new_code()
    recent = Code.objects.filter(whom=whom, sent_at__gt=sent.at - CODE_LIVES).count()
    if recent >= MOST_WRONG:
        raise SlowDown
    Code.objects.create(
        keeper_id=keeper,
        kind=LinkKind.TEACHER,
        whom=whom,
        digest=digest_of(f"{whom}{figures}"),
        sent_at=sent.at,
        expires_at=sent.at + CODE_LIVES,
    )
    return figures


@transaction.atomic
def make_feed(*, kind: LinkKind, whom: UUID, keeper: int, on: date) -> str:
    """Make the secret address of somebody's calendar anew; answers its token, kept nowhere."""
    Feed.objects.filter(keeper_id=keeper, whom=whom, revoked_at__isnull=True).update(
        revoked_at=timezone.now()
    )
    token = new_token()
    Feed.objects.create(keeper_id=keeper, kind=kind, whom=whom, digest=digest_of(token), made_on=on)
    return token


def stop_feed(*, whom: UUID, keeper: int) -> None:
    """Stop somebody's calendar at once."""
    Feed.objects.filter(keeper_id=keeper, whom=whom, revoked_at__isnull=True).update(
        revoked_at=timezone.now()
    )


def forget(*, before: datetime) -> int:
    """Remove guesses and codes from before a moment; answers how many."""
    count, _ = Guess.objects.filter(at__lt=before).delete()
    more, _ = Code.objects.filter(sent_at__lt=before).delete()
    return count + more


def forget_who_opened(*, before: datetime) -> int:
    """Forget from where links were opened before a moment; answers how many."""
    opened = PersonalLink.objects.filter(opened_at__lt=before).exclude(opened_from="")
    return opened.update(opened_from="")


def guessed(kind: GuessKind, sent: From, whom: UUID | None = None) -> None:
    """Write down a try that did not fit. Raises SlowDown where there were too many."""
    _not_too_often(sent)
    _guessed(kind, sent, whom)


def _confirm_word(whom: UUID, proof: str, sent: From) -> None:
    agreed = queries.word(NOBODY, whom)
    if agreed is None:
        raise DoesNotOpen
    if agreed.blocked_at:
        raise Blocked
    if check_password(as_compared(proof), agreed.digest):
        Word.objects.filter(pk=agreed.pk).exclude(wrong=0).update(wrong=0)
        return
    _guessed(GuessKind.WORD, sent, whom)
    Word.objects.filter(pk=agreed.pk).update(wrong=F("wrong") + 1)
    wrong = Word.objects.values_list("wrong", flat=True).get(pk=agreed.pk)
    if wrong >= MOST_WRONG:
        Word.objects.filter(pk=agreed.pk).update(blocked_at=sent.at)
        raise Blocked
    raise WrongWord(MOST_WRONG - wrong)


def _confirm_code(whom: UUID, proof: str, sent: From) -> None:
    figures = "".join(letter for letter in proof if letter.isdigit())
    code = queries.code(NOBODY, whom, sent.at)
    if code is None or code.wrong >= MOST_WRONG:
        raise DoesNotOpen
    if code.digest == digest_of(f"{whom}{figures}"):
        if not Code.objects.filter(pk=code.pk, used_at__isnull=True).update(used_at=sent.at):
            raise DoesNotOpen
        return
    _guessed(GuessKind.CODE, sent, whom)
    Code.objects.filter(pk=code.pk).update(wrong=F("wrong") + 1)
    raise WrongWord(max(MOST_WRONG - code.wrong - 1, 0))


def _instead_of_the_first(token: str, kind: LinkKind, whom: UUID, sent: From) -> None:
    """Revoke the device that the first press made known. Raises DoesNotOpen where it was another's."""
    link = queries.link_again(
        NOBODY, token, kind=kind, whom=whom, opened_from=sent.mark, at=sent.at, on=sent.on
    )
    if link is None:
        raise DoesNotOpen
    link = PersonalLink.objects.select_for_update().get(pk=link.pk)
    first = Device.objects.filter(
        keeper_id=link.keeper_id,
        kind=kind,
        whom=whom,
        known_at__gt=sent.at - 2 * AGAIN_WITHIN,
        browser=sent.browser[:120],
        revoked_at__isnull=True,
    )
    if not first.update(revoked_at=sent.at):
        raise DoesNotOpen


def _know(*, kind: LinkKind, whom: UUID, keeper: int, sent: From) -> Opened:
    days = organisations.policy(system(keeper), keeper, sent.on).known_device_days
    token = new_token()
    device = Device.objects.create(
        keeper_id=keeper,
        kind=kind,
        whom=whom,
        digest=digest_of(token),
        known_at=sent.at,
        seen_at=sent.at,
        until_on=sent.on + timedelta(days=days),
        browser=sent.browser[:120],
    )
    record(
        keeper=keeper,
        about=whom,
        kind="links.opened",
        summary="Opened a personal link on a new device",
        by=system(keeper),
        on=sent.on,
    )
    return Opened(token=token, device=device)


def _guessed(kind: GuessKind, sent: From, whom: UUID | None) -> None:
    Guess.objects.create(kind=kind, came_from=sent.came_from, whom=whom, at=sent.at)


def _not_too_often(sent: From) -> None:
    if queries.is_slowed(NOBODY, sent.came_from, sent.at):
        raise SlowDown
