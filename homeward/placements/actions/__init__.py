"""Each change to a placement: one transaction, history written, what is due settled."""

from homeward.placements.actions.again import AlreadyBegun, begin_again
from homeward.placements.actions.agreement import (
    AlreadyAgreed,
    GapsRemain,
    NotStarted,
    agree,
    allow_urgent_start,
    record_first_session,
    refuse,
    withdraw,
)
from homeward.placements.actions.checks import record_authority_check, record_check
from homeward.placements.actions.contact import (
    AlreadyCorrected,
    ContactSaid,
    NotYet,
    correct_contact,
    record_contact,
    take_back_contact,
)
from homeward.placements.actions.draft import (
    ARRANGEMENTS,
    DATES,
    WHY,
    Changed,
    NotAllowed,
    SessionWanted,
    amend,
    begin,
    choose_provider,
    set_week,
)
from homeward.placements.actions.end_date import change_end_date
from homeward.placements.actions.ending import (
    AlreadyEnded,
    EndingSaid,
    NotEnded,
    correct_ending,
    record_ending,
    take_back_ending,
)
from homeward.placements.actions.ladder import (
    LadderChanged,
    record_ladder_move,
    record_part_time_answer,
    write_ladder,
)
from homeward.placements.actions.people import end_named_adult, name_adult
from homeward.placements.actions.plan import PlanChanged, mark_milestone_done, write_plan
from homeward.placements.actions.readiness import rate_readiness
from homeward.placements.actions.returning import (
    NotPrepared,
    approve_prepared,
    record_adjustment,
    record_return,
    take_back_return,
)
from homeward.placements.actions.review import (
    ActionWanted,
    Extension,
    ProgressSaid,
    record_review,
)
from homeward.placements.actions.review_action import mark_action_done, reopen_action
from homeward.placements.actions.settling import (
    settle_all,
    settle_placement,
    settled_together,
)
from homeward.placements.actions.telling import record_belonging, record_telling

__all__ = [
    "ARRANGEMENTS",
    "DATES",
    "WHY",
    "ActionWanted",
    "AlreadyAgreed",
    "AlreadyBegun",
    "AlreadyCorrected",
    "AlreadyEnded",
    "Changed",
    "ContactSaid",
    "EndingSaid",
    "Extension",
    "GapsRemain",
    "LadderChanged",
    "NotAllowed",
    "NotEnded",
    "NotPrepared",
    "NotStarted",
    "NotYet",
    "PlanChanged",
    "ProgressSaid",
    "SessionWanted",
    "agree",
    "allow_urgent_start",
    "amend",
    "approve_prepared",
    "begin",
    "begin_again",
    "change_end_date",
    "choose_provider",
    "correct_contact",
    "correct_ending",
    "end_named_adult",
    "mark_action_done",
    "mark_milestone_done",
    "name_adult",
    "rate_readiness",
    "record_adjustment",
    "record_authority_check",
    "record_belonging",
    "record_check",
    "record_contact",
    "record_ending",
    "record_first_session",
    "record_ladder_move",
    "record_part_time_answer",
    "record_return",
    "record_review",
    "record_telling",
    "refuse",
    "reopen_action",
    "set_week",
    "settle_all",
    "settle_placement",
    "settled_together",
    "take_back_contact",
    "take_back_ending",
    "take_back_return",
    "withdraw",
    "write_ladder",
    "write_plan",
]
