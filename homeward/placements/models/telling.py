"""Who was told of the placement, and how the child was kept part of school."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from homeward.placements.codes import Audience, BelongingKind, ToldBy
from homeward.placements.models.of_placement import OfPlacement


class Telling(OfPlacement):
    """Parents, the child or wider staff were told: when, how, by whom, and what they understood."""

    audience = models.CharField(max_length=9, choices=Audience.choices())
    told_on = models.DateField()
    how = models.CharField(max_length=8, choices=ToldBy.choices())
    told_by_name = models.CharField(max_length=120)
    who = models.CharField(max_length=200, blank=True)
    understood = models.TextField(blank=True)
    recorded_on = models.DateField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(told_on__lte=F("recorded_on")), name="telling_has_happened"
            ),
        ]
        indexes = [models.Index(fields=["placement", "audience"], name="telling_of_placement")]

    def __str__(self) -> str:
        return f"{self.audience} told on {self.told_on}"


class Belonging(OfPlacement):
    """One thing by which the child still belongs to the home school, looked at on a day."""

    kind = models.CharField(max_length=16, choices=BelongingKind.choices())
    is_kept = models.BooleanField()
    looked_on = models.DateField()
    note = models.TextField(blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["placement", "-looked_on"], name="belonging_of_placement")]

    def __str__(self) -> str:
        return f"{self.kind} on {self.looked_on}"
