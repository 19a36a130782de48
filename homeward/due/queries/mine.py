"""Which rows are a person's own to do, and which they wait for."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from homeward.due.kinds import first_kinds, one_at_a_time, seen_first
from homeward.due.models import OPEN, Expectation
from homeward.due.rules import Chosen, Counts
from homeward.due.rules.lines import AHEAD, HORIZON
from homeward.organisations.access import Access

ENOUGH = 100


def of_organisation(access: Access) -> "QuerySet[Expectation]":
    """Everything that is due from the organisation in which somebody acts; nothing for nobody."""
    if access.organisation is None:
        return Expectation.objects.none()
    return Expectation.objects.filter(owner_id=access.organisation)


def is_mine(access: Access) -> Q:
    """Due from this person by name, or from nobody by name and from a role or a team they are in."""
    unnamed = Q(role__in=access.role_names)
    if access.team is not None:
        unnamed |= Q(team_id=access.team)
    mine = Q(person__isnull=True) & unnamed
    return mine | Q(person_id=access.person) if access.person is not None else mine


def can_be_done(on: date) -> Q:
    """Open now, and due by a week from now at the latest; or waiting for term dates.

    Of kinds that go one at a time, only the oldest open line of a record.
    """
    older = Expectation.objects.filter(
        OPEN, about=OuterRef("about"), kind=OuterRef("kind"), due_on__lt=OuterRef("due_on")
    )
    is_next = ~Q(kind__in=one_at_a_time()) | Q(~Exists(older))
    soon = Q(due_on__lte=on + HORIZON) | Q(due_on__isnull=True)
    return OPEN & Q(opens_on__lte=on) & soon & is_next


def stands_first(access: Access, on: date) -> "QuerySet[Expectation] | None":
    """What stands above everything else for everybody who may see its record, whoever does it.

    None where no kind stands first.
    """
    if not (names := first_kinds()) or access.organisation is None:
        return None
    open_now = Expectation.objects.filter(OPEN, kind__in=names, opens_on__lte=on)
    ours = open_now.filter(owner_id=access.organisation)
    if not access.sees_all:
        ours = ours.filter(is_mine(access))
    seen = [open_now.filter(about__in=records) for records in seen_first(access, on)]
    # Each has an index of its own, which one condition with "or" would not let be used.
    keys = ours.values("pk").union(*(each.values("pk") for each in seen))
    return Expectation.objects.filter(pk__in=keys)


def chosen_by(chosen: Chosen) -> Q:
    """The rows a filter leaves."""
    wanted = Q()
    if chosen.kind:
        wanted &= Q(kind=chosen.kind)
    if chosen.person:
        wanted &= Q(person__reference=chosen.person)
    return wanted


def count_later(access: Access, on: date, chosen: Chosen) -> int:
    """How much comes to this person within five weeks that cannot or need not be done yet."""
    soon = Q(due_on__gt=on, due_on__lte=on + AHEAD)
    not_yet = Q(due_on__gt=on + HORIZON) | Q(opens_on__gt=on)
    rows = of_organisation(access).filter(OPEN, soon, not_yet, is_mine(access), chosen_by(chosen))
    return rows[:ENOUGH].count()


def counts(access: Access, on: date) -> Counts:
    """How many lines are this person's own, for a page that links to Today."""
    days = list(
        of_organisation(access)
        .filter(can_be_done(on), is_mine(access), due_on__isnull=False)
        .order_by("due_on")
        .values_list("due_on", flat=True)[: 3 * ENOUGH]
    )
    return Counts(
        late=sum(day is not None and day < on for day in days),
        today=sum(day == on for day in days),
        this_week=sum(day is not None and day > on for day in days),
    )
