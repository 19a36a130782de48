"""How four people see the same statements about what helps, half term by half term."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from homeward.placements.codes import Rater
from homeward.placements.models.of_placement import OfPlacement


class ReadinessRating(OfPlacement):
    """One person's view of the checklist in one half term. Never edited: the newest stands.

    `answers` is {statement: 1 to 5}; a statement left out was not answered. It is no pass mark.
    """

    half_term = models.CharField(max_length=20)
    rater = models.CharField(max_length=8, choices=Rater.choices())
    adult = models.ForeignKey(
        "pupils.FamilyAdult", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=120)
    answers = models.JSONField(default=dict)
    words = models.TextField(blank=True)
    rated_on = models.DateField()
    rated_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(rater=Rater.PARENT) | Q(adult__isnull=True),
                name="readiness_adult_is_a_parent",
            ),
        ]
        indexes = [models.Index(fields=["placement", "half_term"], name="readiness_of_placement")]

    def __str__(self) -> str:
        return f"{self.rater} in {self.half_term}"
