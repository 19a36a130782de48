"""Reviews and their decisions."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

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
