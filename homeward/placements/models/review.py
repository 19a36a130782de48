"""Reviews, what they decided, and the actions and later last days that came of them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from homeward.placements.codes import Decision
from homeward.placements.models.of_placement import OfPlacement


class Review(OfPlacement):
    """A review that was held: who was there, what was said, and the next date."""

    held_on = models.DateField()
    is_child_present = models.BooleanField()
    is_parent_present = models.BooleanField()
    who_else = models.CharField(max_length=300, blank=True)
    which_school = models.CharField(max_length=200, blank=True)
    child_said = models.TextField(blank=True)
    parents_said = models.TextField(blank=True)
    what_was_agreed = models.TextField(blank=True)
    decision = models.CharField(max_length=8, choices=Decision.choices(), blank=True)
    decided_because = models.TextField(blank=True)
    next_on = models.DateField()
    recorded_on = models.DateField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(held_on__lte=F("recorded_on")), name="review_has_happened"
            ),
            models.CheckConstraint(
                condition=Q(next_on__gt=F("held_on")), name="review_sets_a_later_date"
            ),
        ]
        indexes = [models.Index(fields=["placement", "-held_on"], name="review_of_placement")]

    def __str__(self) -> str:
        return f"review on {self.held_on}"


class ReviewProgress(OfPlacement):
    """How far one target of the plan had come at a review, from -2 to +2. Never edited."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="progress")
    thread = models.UUIDField()
    progress = models.SmallIntegerField()
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "review", "thread"], name="progress_once_a_review"
            ),
            models.CheckConstraint(
                condition=Q(progress__gte=-2, progress__lte=2), name="progress_from_minus_2_to_2"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.progress:+d}"


class ReviewAction(OfPlacement):
    """Something that a review decided: what, by whom, by when, and the day it was done."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="actions")
    what = models.CharField(max_length=300)
    who = models.CharField(max_length=120)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    by_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    done_note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(what="") & ~Q(who=""), name="action_has_an_owner"),
            models.CheckConstraint(
                condition=Q(done_on__isnull=False) | Q(done_note=""), name="action_note_when_done"
            ),
        ]

    def __str__(self) -> str:
        return self.what


class EndDateChange(OfPlacement):
    """A new intended last day: from which, to which, why, and who agreed. Never edited."""

    review = models.ForeignKey(
        Review, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    old_on = models.DateField()
    new_on = models.DateField()
    because = models.TextField()
    who_agreed = models.CharField(max_length=300)
    changed_on = models.DateField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(new_on=F("old_on")), name="end_date_differs"),
            models.CheckConstraint(
                condition=Q(review__isnull=False) | Q(new_on__lt=F("old_on")),
                name="extension_has_a_review",
            ),
            models.CheckConstraint(
                condition=~Q(because="") & ~Q(who_agreed=""), name="end_date_change_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old_on} to {self.new_on}"
