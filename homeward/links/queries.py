"""Reading links and devices. By reference only: whose they are is known to the rooms above."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.links.models import Code, Device, Feed, Guess, PersonalLink, Word
from homeward.links.rules import AGAIN_WITHIN, GUESSED_WITHIN, MOST_GUESSES, browser_says, opening
from homeward.links.secrets import digest_of, token_for
from homeward.organisations.access import Access


@dataclass(frozen=True, slots=True)
class Known:
    """One known device, as the school's page lists it."""

    reference: UUID
    says: str
    known_at: datetime
    seen_at: datetime
    until_on: date


@dataclass(frozen=True, slots=True)
class Standing:
    """How one person's links stand: what waits to be opened, what opens their page now."""

    has_word: bool = False
    word_agreed_on: date | None = None
    is_blocked: bool = False
    waiting_until: date | None = None
    last_made_on: date | None = None
    opened_at: datetime | None = None
    devices: tuple[Known, ...] = ()
    has_feed: bool = False


def link(access: Access, token: str, *, kind: str, whom: UUID, on: date) -> PersonalLink | None:
    """The link of a token, if it is this person's, unopened, in time and not revoked."""
    return PersonalLink.objects.filter(
        digest=digest_of(token),
        kind=kind,
        whom=whom,
        opened_at__isnull=True,
        revoked_at__isnull=True,
        expires_on__gte=on,
    ).first()


def link_again(
    access: Access, token: str, *, kind: str, whom: UUID, opened_from: str, at: datetime, on: date
) -> PersonalLink | None:
    """The link of a token that the same browser at the same network opened within the last minute."""
    if not opened_from:
        return None
    return PersonalLink.objects.filter(
        digest=digest_of(token),
        kind=kind,
        whom=whom,
        opened_from=opened_from,
        opened_at__gt=at - AGAIN_WITHIN,
        revoked_at__isnull=True,
        expires_on__gte=on,
    ).first()


def address_of(access: Access, reference: UUID) -> str:
    """The address in a personal link, without the host, made again; "" where there is no such link."""
    made = PersonalLink.objects.filter(reference=reference).first()
    return opening(made.kind, made.whom, token_for(reference)) if made else ""


def waiting(access: Access, *, kind: str, whom: UUID, on: date) -> UUID | None:
    """The link of somebody that was made, not opened yet, and opens for a fortnight more."""
    made = PersonalLink.objects.filter(
        kind=kind,
        whom=whom,
        opened_at__isnull=True,
        revoked_at__isnull=True,
        expires_on__gte=on + timedelta(days=14),
    ).order_by("id")
    last = made.last()
    return last.reference if last else None


def device(access: Access, token: str, *, kind: str, whom: UUID, on: date) -> Device | None:
    """The known device of a cookie, if it is this person's, in time and not revoked."""
    return Device.objects.filter(
        digest=digest_of(token), kind=kind, whom=whom, revoked_at__isnull=True, until_on__gte=on
    ).first()


def feed(access: Access, token: str, *, kind: str, whom: UUID) -> Feed | None:
    """The calendar of a secret address, if it stands."""
    return Feed.objects.filter(
        digest=digest_of(token), kind=kind, whom=whom, revoked_at__isnull=True
    ).first()


def word(access: Access, whom: UUID) -> Word | None:
    """The word agreed with this person."""
    return Word.objects.filter(whom=whom).first()


def with_word(access: Access, whoms: Collection[UUID]) -> set[UUID]:
    """Those of some people with whom a word is agreed: one query."""
    return set(Word.objects.filter(whom__in=whoms).values_list("whom", flat=True))


def code(access: Access, whom: UUID, now: datetime) -> Code | None:
    """The newest code sent to this person, if it can still be used."""
    newest = Code.objects.filter(whom=whom).order_by("-sent_at", "-id").first()
    return newest if newest and newest.used_at is None and newest.expires_at >= now else None


def is_slowed(access: Access, came_from: str, now: datetime) -> bool:
    """Whether a network address guessed too often of late, and has to wait."""
    recent = Guess.objects.filter(came_from=came_from, at__gt=now - GUESSED_WITHIN)
    return recent.count() >= MOST_GUESSES


def standings(access: Access, whoms: Collection[UUID], *, on: date) -> dict[UUID, Standing]:
    """How the links of some people stand: four queries, however many people. Everybody has a row."""
    found: dict[UUID, dict[str, Any]] = {whom: {"devices": []} for whom in whoms}
    for one in Word.objects.filter(whom__in=whoms):
        found[one.whom] |= {
            "has_word": True,
            "word_agreed_on": one.agreed_on,
            "is_blocked": one.blocked_at is not None,
        }
    for made in PersonalLink.objects.filter(whom__in=whoms).order_by("id"):
        stands = made.opened_at is None and made.revoked_at is None and made.expires_on >= on
        found[made.whom] |= {"last_made_on": made.made_on}
        if made.opened_at:
            found[made.whom]["opened_at"] = made.opened_at
        found[made.whom]["waiting_until"] = made.expires_on if stands else None
    devices = Device.objects.filter(whom__in=whoms, revoked_at__isnull=True, until_on__gte=on)
    for known in devices.order_by("-seen_at", "-id"):
        found[known.whom]["devices"].append(
            Known(
                known.reference,
                browser_says(known.browser),
                known.known_at,
                known.seen_at,
                known.until_on,
            )
        )
    for whom in Feed.objects.filter(whom__in=whoms, revoked_at__isnull=True).values_list(
        "whom", flat=True
    ):
        found[whom]["has_feed"] = True
    return {
        whom: Standing(**{**values, "devices": tuple(values["devices"])})
        for whom, values in found.items()
    }
