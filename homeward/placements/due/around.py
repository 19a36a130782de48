"""What is due of the people around a child: letters to the family, what teachers read and do."""

from uuid import UUID

from django.urls import reverse

from homeward.due.kinds import Kind
from homeward.placements.due.describing import DESCRIBER, at, of_each
from homeward.placements.rules import briefed, messages, ticks


def _invitation(about: UUID, period: str) -> str:
    return reverse("placements:new_message", args=[about, "review_invitation"])


def _again(about: UUID, period: str) -> str:
    return reverse("placements:new_message", args=[about, "asked_again"]) + f"?about={period}"


def _not_happening(about: UUID, period: str) -> str:
    """The period is the name of the adjustment, and the fortnight's first day."""
    return reverse("placements:adjustment", args=[about, period[:36]])


KINDS = (
    Kind(
        name=messages.INVITE,
        passage="house/review-invitation",
        title="Invitation to a review",
        sentence="Invite the family of {child} to the review on {subject}",
        button="Write the invitation",
        address=_invitation,
        describer=DESCRIBER,
    ),
    Kind(
        name=messages.ASK_AGAIN,
        passage="house/asked-again",
        title="Not answered yet",
        sentence="Ask again: {subject}",
        button="Ask again",
        address=_again,
        describer=DESCRIBER,
    ),
    Kind(
        name=messages.BOUNCED,
        passage="house/asked-again",
        title="A message came back",
        sentence="An email to {subject} came back: reach them another way",
        button="Reach them another way",
        address=of_each("message"),
        describer=DESCRIBER,
    ),
    Kind(
        name=briefed.UNREAD,
        passage="house/briefing-read",
        title="Briefing not read by all",
        sentence="The briefing about {child}: {subject}",
        button="See who has read it",
        address=at("briefing"),
        describer=DESCRIBER,
    ),
    Kind(
        name=ticks.OTHERS,
        passage="house/adjustment-ticks",
        title="Adjustments: not said yet",
        sentence="Ask whether the adjustments for {child} happen: {subject}",
        button="Say what they say",
        address=at("happening"),
        describer=DESCRIBER,
    ),
    Kind(
        name=ticks.NOT_HAPPENING,
        passage="house/adjustment-ticks",
        title="Adjustment not happening",
        sentence="Twice in a row it did not happen for {child}: {subject}",
        button="See what can be done",
        address=_not_happening,
        describer=DESCRIBER,
        may_waive=False,
    ),
)
