"""The overview of an area without the house: two statements, plain values, and the same template."""

from collections import Counter
from datetime import date
from types import SimpleNamespace
from typing import Any

from django.db import connection
from django.template import loader

from homeward.calendars.rules import monday_of
from homeward.organisations.access import NOBODY
from homeward.oversight.forms import OverviewForm
from homeward.placements.codes import DriftKind
from homeward.placements.queries import bare_facts
from homeward.placements.rules.checks import AUTHORITY_CHECK, CHECK
from homeward.placements.rules.contact import WEEKLY_CONTACT
from homeward.placements.rules.drift import LAST_DAYS, TWICE, TWO_WEEKS, DriftFacts, drift
from homeward.placements.rules.early_days import START_GAP
from homeward.placements.rules.ladder import FULL_TIME, LADDER_GAP, REASON
from homeward.placements.rules.prepared import PREPARED
from homeward.placements.rules.return_review import RETURN_REVIEW
from homeward.placements.rules.review import REVIEW
from homeward.placements.rules.stage import stage
from homeward.pupils.rules.names import known_name
from tools.bench.floors.plain import dashed, dated
from tools.bench.visiting import Shown

SIZE = 25
KINDS = list(DriftKind)

_OPEN = "e.met_on IS NULL AND e.waived_on IS NULL AND e.lapsed_on IS NULL"

_JUDGED = f"""
WITH seen AS (
  SELECT p.* FROM placements_placement p
  WHERE EXISTS (SELECT 1 FROM placements_party a WHERE a.placement_id = p.id
      AND a.organisation_id = %(ours)s AND a.from_on <= %(on)s
      AND (a.to_on IS NULL OR a.to_on >= %(on)s))
    AND ((p.ended_on IS NULL AND p.withdrawn_on IS NULL AND p.refused_on IS NULL
        AND (p.agreed_on IS NOT NULL OR p.urgent_on IS NOT NULL OR p.first_session_on IS NOT NULL))
      OR (p.checks_from_on IS NOT NULL AND p.held_on IS NULL AND p.not_held_on IS NULL)
      OR p.reference IN (SELECT e.about FROM due_expectation e
        WHERE e.owner_id = %(ours)s AND e.kind = '{AUTHORITY_CHECK}' AND {_OPEN}))
), late AS (
  SELECT e.about,
    MIN(CASE WHEN e.kind = '{WEEKLY_CONTACT}' AND e.due_on < %(on)s THEN e.due_on END) missed_first,
    COUNT(CASE WHEN e.kind = '{WEEKLY_CONTACT}' AND e.due_on < %(on)s THEN 1 END) missed_weeks,
    MIN(CASE WHEN e.kind IN ('{CHECK}', '{AUTHORITY_CHECK}') AND e.due_on < %(on)s
      THEN e.due_on END) check_due_on,
    MIN(CASE WHEN e.kind = '{REVIEW}' AND e.due_on < %(on)s THEN e.due_on END) review_due_on,
    MIN(CASE WHEN e.kind = '{RETURN_REVIEW}' AND e.due_on < %(on)s
      THEN e.due_on END) decision_due_on,
    MIN(CASE WHEN e.kind = '{PREPARED}' THEN e.due_on END) prepared_by,
    MIN(CASE WHEN e.kind = '{FULL_TIME}' AND e.due_on < %(on)s THEN e.due_on END) full_time_by,
    MIN(CASE WHEN e.kind = '{LADDER_GAP}' AND e.period = '{REASON}' AND e.due_on < %(on)s
      THEN e.due_on END) reason_by,
    COUNT(CASE WHEN e.kind = '{START_GAP}' THEN 1 END) gaps,
    MIN(CASE WHEN e.kind = '{START_GAP}' THEN e.due_on END) gaps_due_on
  FROM seen JOIN due_expectation e ON e.about = seen.reference
  WHERE {_OPEN} AND e.due_on IS NOT NULL GROUP BY e.about
), facts AS (
  SELECT seen.*, late.missed_first, COALESCE(late.missed_weeks, 0) missed_weeks,
    late.check_due_on, late.review_due_on, late.decision_due_on, late.prepared_by, late.full_time_by, late.reason_by,
    COALESCE(late.gaps, 0) gaps, late.gaps_due_on,
    (SELECT w.from_on FROM placements_waiting w
      WHERE w.placement_id = seen.id AND w.to_on IS NULL LIMIT 1) waiting_from_on,
    COALESCE((SELECT v.route FROM placements_planversion v
      WHERE v.placement_id = seen.id ORDER BY v.number DESC LIMIT 1), '') route,
    (SELECT COUNT(*) FROM placements_enddatechange c
      WHERE c.placement_id = seen.id AND c.new_on > c.old_on) extensions
  FROM seen LEFT JOIN late ON late.about = seen.reference
), judged AS (
  SELECT facts.*, CASE
    WHEN ended_on IS NULL AND agreed_on IS NULL THEN 0
    WHEN ended_on IS NULL AND ends_on < %(on)s
      AND (return_began_on IS NULL OR return_began_on > %(on)s) THEN 1
    WHEN ended_on IS NULL AND missed_weeks >= {TWO_WEEKS} THEN 2
    WHEN ended_on IS NOT NULL AND check_due_on IS NOT NULL THEN 3
    WHEN ended_on IS NULL AND prepared_by <= %(soon)s THEN 4
    WHEN ended_on IS NULL AND (full_time_by IS NOT NULL OR reason_by IS NOT NULL) THEN 5
    WHEN ended_on IS NULL AND route = '' THEN 6
    WHEN ended_on IS NULL AND (review_due_on IS NOT NULL OR decision_due_on IS NOT NULL) THEN 7
    WHEN ended_on IS NULL AND waiting_from_on <= %(on)s THEN 8
    WHEN ended_on IS NULL AND extensions >= {TWICE} THEN 9
    ELSE 10 END AS drift_kind
  FROM facts
)
"""

_COUNTED = f"""
{_JUDGED}
SELECT school.reference, school.name, v.reference, place.name, judged.drift_kind, COUNT(*),
  COUNT(week.id), COUNT(week.met_on)
FROM judged
LEFT JOIN organisations_organisation school ON school.id = judged.home_school_id
LEFT JOIN providers_provider v ON v.id = judged.provider_id
LEFT JOIN organisations_organisation place ON place.id = v.organisation_id
LEFT JOIN due_expectation week ON week.keeper_id = judged.keeper_id
  AND week.about = judged.reference AND week.kind = '{WEEKLY_CONTACT}'
  AND week.period = %(monday)s AND week.waived_on IS NULL
GROUP BY 1, 2, 3, 4, 5
"""

_WORST = f"""
{_JUDGED}
SELECT worst.*, c.first_name, c.last_name, c.preferred_first_name, c.preferred_last_name,
  c.year_group, school.name AS school, place.name AS provider,
  (SELECT MAX(m.made_on) FROM placements_contact m WHERE m.placement_id = worst.id
    AND m.spoke_with = 'child' AND NOT m.is_withdrawn
    AND NOT EXISTS (SELECT 1 FROM placements_contact n WHERE n.corrects_id = m.id)) last_spoken_on,
  (SELECT e.subject FROM due_expectation e WHERE e.about = worst.reference AND e.kind = '{CHECK}'
    AND e.due_on < %(on)s AND {_OPEN} ORDER BY e.due_on LIMIT 1) check_subject,
  (SELECT e.subject FROM due_expectation e WHERE e.about = worst.reference
    AND e.kind = '{LADDER_GAP}' AND e.period = '{REASON}' AND e.due_on < %(on)s AND {_OPEN}
    ORDER BY e.due_on LIMIT 1) ladder_misses
FROM (SELECT judged.*, CASE drift_kind
    WHEN 0 THEN COALESCE(urgent_on, first_session_on) WHEN 1 THEN ends_on WHEN 2 THEN missed_first
    WHEN 3 THEN check_due_on WHEN 4 THEN prepared_by
    WHEN 5 THEN COALESCE(full_time_by, reason_by) WHEN 6 THEN COALESCE(starts_on, drafted_on)
    WHEN 7 THEN COALESCE(review_due_on, decision_due_on) WHEN 8 THEN waiting_from_on WHEN 9 THEN ends_on
    ELSE COALESCE(ends_on, drafted_on) END AS since
  FROM judged ORDER BY drift_kind, since NULLS FIRST, id LIMIT {SIZE + 1}) worst
JOIN pupils_pupil c ON c.id = worst.pupil_id
LEFT JOIN organisations_organisation school ON school.id = worst.home_school_id
LEFT JOIN providers_provider v ON v.id = worst.provider_id
LEFT JOIN organisations_organisation place ON place.id = v.organisation_id
ORDER BY worst.drift_kind, worst.since NULLS FIRST, worst.id
"""


def overview(page: Shown) -> str:
    """The HTML of the overview for whoever opened `page`, whose request is shown again."""
    request = page.request
    on = request.today
    asked = {
        "ours": request.access.organisation,
        "on": on,
        "soon": on + LAST_DAYS,
        "monday": monday_of(on).isoformat(),
    }
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED, asked)
        summary = _summary(cursor.fetchall())
        cursor.execute(_WORST, asked)
        names = [column[0] for column in cursor.description]
        fetched = [_named(names, row) for row in cursor.fetchall()]
    rows = SimpleNamespace(
        items=[_row(row, on) for row in fetched[:SIZE]],
        next_after=page.values["rows"].next_after if len(fetched) > SIZE else "",
    )
    form = OverviewForm(
        schools=summary.schools,
        providers=summary.providers,
        initial=page.values["chosen"].choices(),
    )
    shown = page.values | {"shown": summary, "rows": rows, "form": form}
    return loader.render_to_string(page.template, shown, request)


def _summary(counted: list[tuple]) -> SimpleNamespace:
    kinds: Counter[int] = Counter()
    schools: dict[str, SimpleNamespace] = {}
    providers: dict[str, SimpleNamespace] = {}
    to_speak = spoken = without = 0
    for school, school_name, provider, provider_name, kind, number, due, done in counted:
        kinds[kind] += number
        to_speak, spoken = to_speak + due, spoken + done
        without += 0 if school else number
        _add(schools, school, school_name, kind, number)
        _add(providers, provider, provider_name, kind, number)
    total = sum(kinds.values())
    return SimpleNamespace(
        live=total,
        drifting=total - kinds[len(KINDS) - 1],
        spoken=spoken,
        to_speak=to_speak,
        without_school=without,
        kinds=[(kind, kinds[place]) for place, kind in enumerate(KINDS) if kinds[place]],
        schools=_worst_first(schools),
        providers=_worst_first(providers),
    )


def _add(groups: dict, reference: Any, name: str | None, kind: int, number: int) -> None:
    key = dashed(reference) if reference else "none"
    group = groups.get(key)
    if group is None:
        group = groups[key] = SimpleNamespace(
            reference=key, name=name or "None yet", live=0, drifting=0, due_back=0
        )
    group.live += number
    group.drifting += number if kind < len(KINDS) - 1 else 0
    group.due_back += number if KINDS[kind] is DriftKind.PAST_END else 0


def _worst_first(groups: dict) -> list[SimpleNamespace]:
    return sorted(groups.values(), key=lambda one: (-one.drifting, one.name))


def _named(names: list[str], row: tuple) -> SimpleNamespace:
    """A row by the names of its columns; days as days, whatever the engine keeps."""
    return SimpleNamespace(
        **{
            name: dated(value) if name.endswith(("_on", "_by")) else value
            for name, value in zip(names, row, strict=True)
        }
    )


def _row(row: SimpleNamespace, on: date) -> SimpleNamespace:
    facts = bare_facts(NOBODY, row)
    return SimpleNamespace(
        reference=dashed(row.reference),
        child=known_name(
            row.first_name, row.last_name, row.preferred_first_name, row.preferred_last_name
        ),
        year_group=row.year_group,
        school=row.school or "",
        provider=row.provider or "",
        stage=stage(facts, on),
        drift=drift(_facts(row, facts.begins_on), on),
        starts_on=facts.begins_on,
        ends_on=row.ended_on or row.ends_on,
    )


def _facts(row: SimpleNamespace, begins_on: date | None) -> DriftFacts:
    return DriftFacts(
        is_open=row.ended_on is None,
        is_agreed=row.agreed_on is not None,
        begins_on=begins_on,
        ends_on=row.ends_on,
        begun_by=row.urgent_on or row.first_session_on,
        gaps=row.gaps,
        gaps_due_on=row.gaps_due_on,
        extensions=row.extensions,
        missed_weeks=row.missed_weeks,
        last_spoken_on=row.last_spoken_on,
        check_due_on=row.check_due_on,
        check=f"The {row.check_subject or 'check'}",
        route=row.route,
        came_back_on=row.return_began_on,
        prepared_by=row.prepared_by,
        full_time_by=row.full_time_by,
        ladder_misses=row.ladder_misses or "",
        review_due_on=row.review_due_on,
        decision_due_on=row.decision_due_on,
        waiting_from_on=row.waiting_from_on,
    )
