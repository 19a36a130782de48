"""Today's counts of the promises this room keeps: only numbers come back."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, Q

from homeward.due.models import Expectation
from homeward.organisations.access import Access
from homeward.organisations.codes import TeamKind
from homeward.organisations.models import Team
from homeward.support.models import SupportRequest
from homeward.support.rules.expected import ANSWER

FRESH = timedelta(days=365)
_TEAMS = {"R20": TeamKind.EXCLUSIONS, "R29": TeamKind.POST16}


@dataclass(frozen=True, slots=True)
class Kept:
    """How many of how many keep a promise today."""

    done: int
    of: int


def kept(access: Access, promise: str, on: date) -> Kept:
    """Count one promise: first answers in time, of those given or past their day; or mailboxes."""
    return _mailboxes(on) if promise == "R21" else _answered(_TEAMS[promise], on)


def _answered(team: TeamKind, on: date) -> Kept:
    asked = SupportRequest.objects.filter(team__kind=team)
    given = Q(met_on__isnull=False)
    rows = Expectation.objects.filter(
        given | Q(due_on__lt=on),
        kind=ANSWER,
        period="asked",
        about__in=asked.values("reference"),
    )
    in_time = given & (Q(due_on__isnull=True) | Q(met_on__lte=F("due_on")))
    counted = rows.aggregate(of=Count("pk"), done=Count("pk", filter=in_time))
    return Kept(counted["done"], counted["of"])


def _mailboxes(on: date) -> Kept:
    counted = Team.objects.filter(~Q(mailbox="")).aggregate(
        of=Count("pk"), done=Count("pk", filter=Q(verified_on__gte=on - FRESH))
    )
    return Kept(counted["done"], counted["of"])
