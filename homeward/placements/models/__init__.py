from homeward.placements.models.contact import Contact
from homeward.placements.models.people import NamedAdult, Party
from homeward.placements.models.placement import Ending, Journey, Placement, UrgentStart
from homeward.placements.models.plan import MilestoneDone, PlanLine, PlanVersion
from homeward.placements.models.review import Review
from homeward.placements.models.telling import Belonging, Telling
from homeward.placements.models.week import Session

__all__ = [
    "Belonging",
    "Contact",
    "Ending",
    "Journey",
    "MilestoneDone",
    "NamedAdult",
    "Party",
    "Placement",
    "PlanLine",
    "PlanVersion",
    "Review",
    "Session",
    "Telling",
    "UrgentStart",
]
