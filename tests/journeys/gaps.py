"""Every gap of the start gate, each alone in a draft that otherwise keeps every promise."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from homeward.placements import actions as placements
from homeward.placements import queries
from homeward.placements.models import Placement
from homeward.providers import actions as providers
from tests.cast import DAY, Cast, whole_draft

LATER = date(2027, 1, 11)


@dataclass(frozen=True)
class Tried:
    """A gap by its key, its sentence, the number it protects, and how a draft comes to it."""

    key: str
    says: str
    number: str
    draft: Callable[[Cast], Placement]


def _left_out(key: str, **differences: object) -> Callable[[Cast], Placement]:
    return lambda cast: whole_draft(cast, leave_out=(key,), **differences)


def _ks4_in_year_9(cast: Cast) -> Placement:
    return whole_draft(cast, pupil=cast.amira, kind="ks4_to_end", starts_on=LATER)


def _ks4_unregistered(cast: Cast) -> Placement:
    return whole_draft(cast, at="bridge_house", kind="ks4_to_end")


def _ks4_elsewhere(cast: Cast) -> Placement:
    draft, by = whole_draft(cast, kind="ks4_to_end"), cast.access("lead")
    newest = queries.latest(by, draft).number
    texts = {"route": "home_school"}
    placements.write_plan(draft, section="route", based_on=newest, texts=texts, by=by, on=DAY)
    return draft


def _overlapping(cast: Cast) -> Placement:
    draft = whole_draft(cast, pupil=cast.amira, starts_on=LATER)
    dates = {"starts_on": DAY, "ends_on": date(2026, 12, 18)}
    by = cast.access("lead")
    return placements.amend(draft, changes=dates, edited=draft.edited, by=by, on=DAY)


def _at_a_new_provider(name: str, **known: bool) -> Callable[[Cast], Placement]:
    """A draft at a provider of which nothing is known but what is said: a site it always has."""

    def draft(cast: Cast) -> Placement:
        said = {"by": cast.access("commissioner"), "on": DAY}
        provider = providers.add_provider(name=name, authority=cast.hillingdon, **said)
        site = providers.add_site(
            provider, name="Main room", street="1 Lane (example)", postcode="UB8 3AA", **said
        )
        if known.get("is_registered"):
            providers.set_registration(
                provider, is_registered=True, from_on=DAY, urn="999931", **said
            )
        if known.get("has_written"):
            providers.confirm_in_writing(
                provider,
                confirmed_on=DAY,
                expires_on=date(2027, 11, 1),
                given_by="The manager",
                **said,
            )
        if known.get("has_spoken"):
            providers.note_spoken_confirmation(
                provider, confirmed_on=DAY, given_by="The manager", **said
            )
        by = cast.access("lead")
        begun = whole_draft(cast, leave_out=("sessions",))
        placements.choose_provider(begun, provider=provider, by=by, on=DAY)
        week = [placements.SessionWanted(0, "am", 150, site)]
        placements.set_week(begun, sessions=week, by=by, on=DAY)
        placements.name_adult(begun, part="key_worker", name="Kit Moss", by=by, on=DAY)
        return begun

    return draft


_OUTSIDE = "Garden Rooms (example)"
EVERY_GAP = (
    Tried("reason", "Say why the placement is needed.", "R05", _left_out("reason")),
    Tried("legal-basis", "Say on what basis it is arranged.", "R05", _left_out("legal-basis")),
    Tried(
        "immediate-need", "immediate need.", "R05", _left_out("immediate-need", at="bridge_house")
    ),
    Tried("objective", "Write an objective that can be measured", "R05", _left_out("objective")),
    Tried("provider", "Choose the provider.", "R-KCS-02", _left_out("provider")),
    Tried(
        "registration",
        "Find out whether the provider is registered",
        "R04",
        _at_a_new_provider(_OUTSIDE, has_written=True),
    ),
    Tried(
        "safeguarding",
        "written confirmation of safeguarding checks",
        "R-KCS-01",
        _at_a_new_provider("River Rooms (example)", is_registered=True),
    ),
    Tried(
        "safeguarding-in-writing",
        "The safeguarding confirmation was spoken: get it in writing.",
        "R-KCS-01",
        _at_a_new_provider("Mill Rooms (example)", is_registered=True, has_spoken=True),
    ),
    Tried("kind", "Say what kind of placement it is.", "R02", _left_out("kind")),
    Tried("starts-on", "Set the first day.", "R02", _left_out("starts-on")),
    Tried("ends-on", "Set the intended last day.", "R02", _left_out("ends-on")),
    Tried(
        "ends-because", "Say why it is meant to last until then.", "R02", _left_out("ends-because")
    ),
    Tried("sessions", "Plan the week", "R-KCS-02", _left_out("sessions")),
    Tried(
        "session-address",
        "Give each session an address.",
        "R-KCS-02",
        _left_out("session-address"),
    ),
    Tried("overlap", "a child cannot be planned in two places at once", "R-KCS-02", _overlapping),
    Tried("ks4-year", "only for Key Stage 4 (Years 10 and 11)", "R22", _ks4_in_year_9),
    Tried("ks4-registered", "only for a registered provider", "R22", _ks4_unregistered),
    Tried(
        "ks4-full-time", "only for full time", "R22", _left_out("ks4-full-time", kind="ks4_to_end")
    ),
    Tried(
        "weekly-contact-adult",
        "Name the adult who will speak with the child each week.",
        "R13",
        _left_out("weekly-contact-adult"),
    ),
    Tried("key-worker", "Name the provider's key worker.", "R03", _left_out("key-worker")),
    Tried(
        "post16-lead", "Name a post-16 lead.", "R25", _left_out("post16-lead", kind="ks4_to_end")
    ),
    Tried("targets", "Write at least one target", "R16", _left_out("targets")),
    Tried("milestones", "Write the dated steps of the plan", "R11", _left_out("milestones")),
    Tried(
        "first-week-milestone",
        "date one step in the first week.",
        "R11",
        _left_out("first-week-milestone"),
    ),
    Tried(
        "first-review", "Set the date of the first review.", "R-KCS-03", _left_out("first-review")
    ),
    Tried("route", "Say where the placement leads", "R03", _left_out("route")),
    Tried("route", "to the end of Year 11 is post-16.", "R27", _ks4_elsewhere),
    Tried("target-date", "Set the target date", "R03", _left_out("target-date")),
    Tried("looked-for", "Write what we look for", "R15", _left_out("looked-for")),
    Tried(
        "route-owner",
        "Name who takes the longer-term route forward",
        "R06",
        _left_out("route-owner", at="bridge_house"),
    ),
    Tried(
        "destination-step",
        "Write the first step towards a September destination",
        "R27",
        _left_out("destination-step", kind="ks4_to_end"),
    ),
)
