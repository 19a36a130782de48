"""Reading placements. Everything goes through `visible`, which asks the parties of a placement."""

from homeward.placements.queries.agreement import AgreementPage, ShownGap, agreement
from homeward.placements.queries.coming_back import ShownAdjustment, adjustment
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
    facts_of_many,
    stage_of,
    standing_contacts,
)
from homeward.placements.queries.heads import AtAddress, FromSchool, Meter, every_meter, meters
from homeward.placements.queries.keepers import keepers
from homeward.placements.queries.listing import (
    Chosen,
    Row,
    everything,
    listing,
    live_at,
    narrowing,
    part_of,
    started_with_gaps,
)
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
from homeward.placements.queries.promises import Kept, kept
from homeward.placements.queries.record import RecordPage, journey, record
from homeward.placements.queries.visible import (
    NotVisible,
    commissioned,
    contact,
    draft_pupil,
    may_place,
    placement,
    placements_of_pupil,
    visible,
)
from homeward.placements.queries.week import (
    PlannedHalfDay,
    sites,
    typed_week,
    usual_minutes,
    week,
)

__all__ = [
    "AgreementPage",
    "AtAddress",
    "Chosen",
    "FromSchool",
    "Gate",
    "Kept",
    "Meter",
    "Name",
    "NotVisible",
    "PlannedHalfDay",
    "RecordPage",
    "Row",
    "Section",
    "Sees",
    "ShownAdjustment",
    "ShownGap",
    "Version",
    "adjustment",
    "agreement",
    "at_the_gate",
    "bare_facts",
    "commissioned",
    "contact",
    "draft_pupil",
    "every_meter",
    "everything",
    "facts_of_many",
    "journey",
    "keepers",
    "kept",
    "latest",
    "listing",
    "live_at",
    "may_place",
    "meters",
    "milestones",
    "named_adult",
    "named_adults",
    "names",
    "narrowing",
    "part_of",
    "people_to_name",
    "person_to_name",
    "placement",
    "placements_of_pupil",
    "provider",
    "provider_standing",
    "providers_to_choose",
    "pupils_to_place",
    "record",
    "section",
    "serving",
    "sites",
    "stage_of",
    "standing_contacts",
    "started_with_gaps",
    "step",
    "typed_week",
    "usual_minutes",
    "version",
    "versions",
    "visible",
    "week",
    "who_sees",
]
