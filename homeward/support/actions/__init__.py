"""Changes to a request for support, each with its history, what is due, and word to who waits."""

from homeward.support.actions.asking import TeamOfAnother, ask_for_support
from homeward.support.actions.closing import AlreadyClosed, NotClosed, close, reopen
from homeward.support.actions.finishing import TELL, IsClosed, NotAllowed, NotYet
from homeward.support.actions.owning import AlreadyTaken, hand_over, take
from homeward.support.actions.schools import AlreadyAsked, ask_school, record_school_answer
from homeward.support.actions.steps import AlreadyDone, finish_step, plan_step
from homeward.support.actions.writing import reply

__all__ = [
    "TELL",
    "AlreadyAsked",
    "AlreadyClosed",
    "AlreadyDone",
    "AlreadyTaken",
    "IsClosed",
    "NotAllowed",
    "NotClosed",
    "NotYet",
    "TeamOfAnother",
    "ask_for_support",
    "ask_school",
    "close",
    "finish_step",
    "hand_over",
    "plan_step",
    "record_school_answer",
    "reopen",
    "reply",
    "take",
]
