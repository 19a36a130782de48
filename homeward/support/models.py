"""Requests for support, what was written and done about them, and what came of it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from homeward.pupils.models import Kept
from homeward.support.codes import Answer, Awaits, OutcomeKind, RequestKind, StepKind


class SupportRequest(Kept):
    """What a school asks a team of the authority for, about a placement or without one.

    Where it stands is read from what follows: who took it, what was written, how it was closed.
    """

    team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="+")
    placement = models.ForeignKey(
        "placements.Placement",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    kind = models.CharField(max_length=11, choices=RequestKind.choices())
    tried = models.TextField(blank=True)
    asks = models.TextField()
    sharing_basis = models.TextField(blank=True)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_from = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(asks=""), name="request_asks_something"),
            models.CheckConstraint(
                condition=Q(kind=RequestKind.QUESTION) | Q(placement__isnull=False),
                name="request_is_about_a_placement",
            ),
            models.CheckConstraint(
                condition=~Q(kind=RequestKind.POST_16) | ~Q(sharing_basis=""),
                name="request_post_16_says_why_shared",
            ),
        ]
        indexes = [
            models.Index(fields=["placement"], name="request_of_placement"),
            models.Index(fields=["keeper", "team", "id"], name="request_of_team"),
            models.Index(fields=["asked_from", "id"], name="request_of_school"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} asked on {self.asked_on}"


class OfRequest(Kept):
    """A row of one request."""

    request = models.ForeignKey(SupportRequest, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Ownership(OfRequest):
    """Who of the team has a request, from a day until a day. One at a time."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "request"],
                condition=Q(to_on__isnull=True),
                name="request_has_one_owner",
            ),
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="ownership_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"owner from {self.from_on}"


class Reply(OfRequest):
    """Something written in the record, by the team or by the school. Never edited."""

    is_from_team = models.BooleanField()
    text = models.TextField()
    awaits = models.CharField(max_length=6, choices=Awaits.choices())
    written_on = models.DateField()
    written_at = models.DateTimeField(auto_now_add=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    written_from = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    reopens = models.ForeignKey(
        "support.Outcome", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="reply_says_something"),
            models.CheckConstraint(
                condition=Q(is_from_team=True) | Q(awaits=Awaits.TEAM),
                name="reply_of_the_school_awaits_the_team",
            ),
            models.CheckConstraint(
                condition=Q(reopens__isnull=True) | Q(awaits=Awaits.TEAM),
                name="reply_that_reopens_awaits_the_team",
            ),
        ]

    def __str__(self) -> str:
        return f"written on {self.written_on}"


class RequestStep(OfRequest):
    """Something the team does about a request: of which kind, by when, by whom, done when."""

    kind = models.CharField(max_length=8, choices=StepKind.choices())
    what = models.CharField(max_length=300)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_on = models.DateField()
    by_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    came_of_it = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on__isnull=False) | Q(came_of_it=""),
                name="request_step_done_before_told",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} by {self.by_on}"


class SchoolAsked(OfRequest):
    """A school that was asked for a place, and what it answered. It may be asked again after a no."""

    school = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    asked_on = models.DateField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    answer = models.CharField(max_length=3, choices=Answer.choices(), blank=True)
    answered_on = models.DateField(null=True, blank=True)
    because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "request", "school"],
                condition=~Q(answer=Answer.NO),
                name="school_asked_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True)
                | (~Q(answer="") & Q(answered_on__isnull=False)),
                name="school_answered_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("asked_on")),
                name="school_answered_after_it_was_asked",
            ),
            models.CheckConstraint(
                condition=~Q(answer=Answer.NO) | ~Q(because=""), name="school_says_why_no"
            ),
        ]

    def __str__(self) -> str:
        return f"asked on {self.asked_on}: {self.answer or 'waiting'}"


class Outcome(OfRequest):
    """What came of a request when it was closed; `reopened_on` where that was not the end."""

    kind = models.CharField(max_length=11, choices=OutcomeKind.choices())
    came_of_it = models.TextField()
    closed_on = models.DateField()
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    reopened_on = models.DateField(null=True, blank=True)
    reopened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "request"],
                condition=Q(reopened_on__isnull=True),
                name="request_closed_once",
            ),
            models.CheckConstraint(condition=~Q(came_of_it=""), name="outcome_says_what_came"),
            models.CheckConstraint(
                condition=Q(reopened_on__isnull=True, reopened_by__isnull=True)
                | Q(reopened_on__gte=F("closed_on"), reopened_by__isnull=False),
                name="outcome_reopened_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} on {self.closed_on}"
