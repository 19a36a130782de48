"""The facts of placements, read set-wise: as many queries for a thousand as for one."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, OuterRef, Q

from homeward.organisations.access import Access
from homeward.organisations.models import Membership
from homeward.organisations.rules.policy import Policy
from homeward.placements.codes import SpokeWith, StaffPart, Stage
from homeward.placements.models import (
    Belonging,
    Contact,
    NamedAdult,
    Placement,
    Telling,
)
from homeward.placements.queries import (
    authorities,
    briefed,
    ended,
    gate,
    moving,
    plan,
    rated,
    returning,
    reviewed,
    sent,
)
from homeward.placements.rules.facts import ContactFact, Facts, GapFact, NamedAdultFact
from homeward.placements.rules.plan import PlanText
from homeward.placements.rules.stage import stage


def facts_of_many(
    access: Access, placements: Sequence[Placement], *, policies: dict[int, Policy], on: date
) -> dict[int, Facts]:
    """The facts of many placements, by key. `policies` holds the numbers of each keeper."""
    keys = [each.pk for each in placements]
    versions = plan.latest_versions(access, keys)
    milestones = plan.milestones(access, versions)
    contacts = standing_contacts(access, keys)
    adults, return_adults = _adults(keys, on)
    told, belonging = _told(keys), _belonging(keys)
    reviews = reviewed.reviews(access, keys)
    actions = reviewed.actions(access, placements, on=on)
    returns = returning.returns(access, placements, versions, reviews)
    asked = [each.pk for each in placements if each.pk in returns.coming and _is_asked(each)]
    briefings = briefed.briefed(access, keys, ticked=asked, on=on)
    moves, after = moving.moves(access, placements), ended.after_endings(access, placements)
    acting = authorities.acting_authorities(access, placements)
    looks = rated.rated_on(access, keys)
    open_gaps = _open_gaps(access, placements, versions, policies, on)
    written = sent.sent(access, keys, on=on)
    return {
        each.pk: Facts(
            reference=each.reference,
            kind=each.kind,
            starts_on=each.starts_on,
            ends_on=each.ends_on,
            agreed_on=each.agreed_on,
            urgent_on=each.urgent_on,
            first_session_on=each.first_session_on,
            ended_on=each.ended_on,
            withdrawn_on=each.withdrawn_on,
            refused_on=each.refused_on,
            first_review_on=versions[each.pk].text.first_review_on if each.pk in versions else None,
            is_registered=each.is_registered_at_start,
            has_school=each.home_school_id is not None,
            contacts=contacts[each.pk],
            adults=adults[each.pk],
            milestones=milestones.get(each.pk, []),
            plan=versions[each.pk].text if each.pk in versions else PlanText(),
            told={audience: days[0] for audience, days in told[each.pk].items()},
            told_days=told[each.pk],
            belonging_on=belonging[each.pk],
            reviews=reviews[each.pk],
            actions=actions[each.pk],
            gaps=open_gaps.get(each.pk, []),
            return_began_on=each.return_began_on,
            has_return_adult=each.pk in return_adults,
            **returns.facts(each.pk),
            **written.facts(each.pk),
            **briefings.facts(each.pk),
            **moves.facts(each.pk),
            **after.facts(each.pk),
            authority=acting[each.pk],
            checks_from_on=each.checks_from_on,
            held_on=each.held_on,
            not_held_on=each.not_held_on,
            provider=each.provider.organisation_id if each.provider else None,
            rated_on=looks[each.pk],
        )
        for each in placements
    }


def _is_asked(placement: Placement) -> bool:
    """Whether owners of adjustments may have been asked about them: a return has begun."""
    return bool(placement.return_began_on or placement.checks_from_on)


def bare_facts(access: Access, placement: Placement) -> Facts:
    """Only what the placement's own row says: enough to name its stage on a list."""
    return Facts(
        reference=placement.reference,
        kind=placement.kind,
        starts_on=placement.starts_on,
        ends_on=placement.ends_on,
        agreed_on=placement.agreed_on,
        urgent_on=placement.urgent_on,
        first_session_on=placement.first_session_on,
        ended_on=placement.ended_on,
        withdrawn_on=placement.withdrawn_on,
        refused_on=placement.refused_on,
        return_began_on=placement.return_began_on,
        authority=placement.keeper_id,
        checks_from_on=placement.checks_from_on,
        held_on=placement.held_on,
        not_held_on=placement.not_held_on,
        is_registered=placement.is_registered_at_start,
        has_school=placement.home_school_id is not None,
    )


def stage_of(access: Access, placement: Placement, *, on: date) -> Stage:
    """Where a placement stands on a day, from its own row alone."""
    return stage(bare_facts(access, placement), on)


def as_fact(contact: Contact) -> ContactFact:
    """A contact that stands, as the rules see it."""
    return ContactFact(
        contact.made_on,
        contact.spoke_with == SpokeWith.CHILD,
        contact.made_by_id,
        str(contact.reference),
    )


def standing_contacts(access: Access, keys: Sequence[int]) -> dict[int, list[ContactFact]]:
    """The contacts that stand: not corrected by a later row, and not taken back."""
    found: dict[int, list[ContactFact]] = defaultdict(list)
    rows = Contact.objects.filter(
        placement__in=keys, corrections__isnull=True, is_withdrawn=False
    ).values_list("placement_id", "made_on", "spoke_with", "made_by_id", "reference")
    for placement, made_on, spoke_with, made_by, reference in rows.order_by("made_on", "id"):
        found[placement].append(
            ContactFact(made_on, spoke_with == SpokeWith.CHILD, made_by, str(reference))
        )
    return found


def contact_adults(
    access: Access, keys: Sequence[int], *, on: date
) -> dict[int, list[NamedAdultFact]]:
    """Who is or was named for the weekly contact of each placement, covers included: one query."""
    return _adults(keys, on)[0]


def _adults(keys: Sequence[int], on: date) -> tuple[dict[int, list[NamedAdultFact]], set[int]]:
    """Who is named for weekly contact, and which placements name an adult for the return.

    Somebody who has left stands as nobody: no line is theirs.
    """
    found: dict[int, list[NamedAdultFact]] = defaultdict(list)
    returns: set[int] = set()
    works = Membership.objects.filter(
        Q(to_on__isnull=True) | Q(to_on__gt=on), person=OuterRef("person"), person__is_active=True
    )
    rows = (
        NamedAdult.objects.filter(
            placement__in=keys,
            part__in=[StaffPart.WEEKLY_CONTACT, StaffPart.COVER, StaffPart.RETURN_ADULT],
        )
        .annotate(works=Exists(works))
        .values_list("placement_id", "person_id", "works", "part", "from_on", "to_on")
    )
    for placement, person, is_at_work, part, from_on, to_on in rows.order_by("from_on", "id"):
        if part == StaffPart.RETURN_ADULT:
            if to_on is None or to_on >= on:
                returns.add(placement)
            continue
        found[placement].append(
            NamedAdultFact(person if is_at_work else None, part == StaffPart.COVER, from_on, to_on)
        )
    return found, returns


def _told(keys: Sequence[int]) -> dict[int, dict[str, list[date]]]:
    """The days on which each audience was told, the first of them first."""
    found: dict[int, dict[str, list[date]]] = defaultdict(dict)
    rows = Telling.objects.filter(placement__in=keys).order_by("told_on", "id")
    for placement, audience, told_on in rows.values_list("placement_id", "audience", "told_on"):
        found[placement].setdefault(audience, []).append(told_on)
    return found


def _belonging(keys: Sequence[int]) -> dict[int, list[date]]:
    found: dict[int, list[date]] = defaultdict(list)
    rows = Belonging.objects.filter(placement__in=keys).values_list("placement_id", "looked_on")
    for placement, day in rows:
        found[placement].append(day)
    return found


def _open_gaps(
    access: Access,
    placements: Sequence[Placement],
    versions: dict[int, plan.Version],
    policies: dict[int, Policy],
    on: date,
) -> dict[int, list[GapFact]]:
    """The gaps of starts that were never agreed; an agreed placement has none by definition."""
    started = [
        each
        for each in placements
        if each.agreed_on is None and (each.urgent_on or each.first_session_on)
    ]
    if not started:
        return {}
    drafts = gate.drafts(access, started, versions=versions, on=on)
    return {
        each.pk: [
            GapFact(gap.key, gap.says)
            for gap in gate.gaps_of(drafts[each.pk], policies[each.keeper_id])
        ]
        for each in started
    }
