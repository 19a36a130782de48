"""Reading placements. Everything goes through `visible`, which asks the parties of a placement."""

from homeward.placements.queries.agreement import AgreementPage, ShownGap, agreement
from homeward.placements.queries.draft import (
    Gate,
    Section,
    at_the_gate,
    provider,
    provider_standing,
    providers_to_choose,
    pupils_to_place,
    section,
)
from homeward.placements.queries.facts import (
    bare_facts,
    facts_for_contact,
    facts_of,
    facts_of_many,
    stage_of,
    standing_contacts,
)
from homeward.placements.queries.keepers import keepers
from homeward.placements.queries.listing import Chosen, Row, everything, listing, narrowing
from homeward.placements.queries.names import Name, names
from homeward.placements.queries.people import (
    Sees,
    named_adult,
    named_adults,
    people_to_name,
    person_to_name,
    serving,
    who_sees,
)
from homeward.placements.queries.plan import Version, latest, milestones, step, version, versions
from homeward.placements.queries.record import RecordPage, journey, recent_contacts, record
from homeward.placements.queries.visible import (
    NotVisible,
    contact,
    draft_pupil,
    placement,
    placements_of_pupil,
    visible,
)
from homeward.placements.queries.week import PlannedHalfDay, sites, typed_week, week

__all__ = [
    "step",
    "stage_of",
    "facts_for_contact",
    "record",
    "recent_contacts",
    "journey",
    "RecordPage",
    "versions",
    "version",
    "milestones",
    "latest",
    "Version",
    "narrowing",
    "listing",
    "everything",
    "Row",
    "Chosen",
    "AgreementPage",
    "Gate",
    "Name",
    "NotVisible",
    "PlannedHalfDay",
    "Section",
    "Sees",
    "ShownGap",
    "agreement",
    "at_the_gate",
    "bare_facts",
    "contact",
    "draft_pupil",
    "facts_of",
    "facts_of_many",
    "keepers",
    "named_adult",
    "named_adults",
    "names",
    "people_to_name",
    "person_to_name",
    "placement",
    "placements_of_pupil",
    "provider",
    "provider_standing",
    "providers_to_choose",
    "pupils_to_place",
    "section",
    "serving",
    "sites",
    "standing_contacts",
    "typed_week",
    "visible",
    "week",
    "who_sees",
]
