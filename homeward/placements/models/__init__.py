from homeward.placements.models.briefing import (
    AdjustmentTick,
    Briefing,
    BriefingExcuse,
    BriefingOut,
    BriefingReceipt,
    TaughtBy,
    Teacher,
)
from homeward.placements.models.check import AuthorityCheck, SustainedCheck
from homeward.placements.models.contact import Contact
from homeward.placements.models.ladder import (
    AdjustmentInPlace,
    LadderMove,
    LadderStep,
    PartTimeAnswer,
    ReturnLadder,
    SchoolPrepared,
)
from homeward.placements.models.message import Mailing, Sending
from homeward.placements.models.move import Move, MoveAnswer, Waiting
from homeward.placements.models.people import NamedAdult, Party
from homeward.placements.models.placement import Ending, Journey, Placement, UrgentStart
from homeward.placements.models.plan import MilestoneDone, PlanLine, PlanVersion
from homeward.placements.models.readiness import ReadinessRating
from homeward.placements.models.review import (
    EndDateChange,
    Review,
    ReviewAction,
    ReviewProgress,
)
from homeward.placements.models.telling import Belonging, Telling
from homeward.placements.models.week import Session

__all__ = [
    "AdjustmentInPlace",
    "AdjustmentTick",
    "AuthorityCheck",
    "Belonging",
    "Briefing",
    "BriefingExcuse",
    "BriefingOut",
    "BriefingReceipt",
    "Contact",
    "EndDateChange",
    "Ending",
    "Journey",
    "LadderMove",
    "LadderStep",
    "Mailing",
    "MilestoneDone",
    "Move",
    "MoveAnswer",
    "NamedAdult",
    "PartTimeAnswer",
    "Party",
    "Placement",
    "PlanLine",
    "PlanVersion",
    "ReadinessRating",
    "ReturnLadder",
    "Review",
    "ReviewAction",
    "ReviewProgress",
    "SchoolPrepared",
    "Sending",
    "Session",
    "SustainedCheck",
    "TaughtBy",
    "Teacher",
    "Telling",
    "UrgentStart",
    "Waiting",
]
