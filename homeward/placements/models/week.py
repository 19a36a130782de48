"""The week as it is planned: days, halves, hours and places."""

from django.db import models
from django.db.models import F, Q

from homeward.placements.codes import Half
from homeward.placements.models.of_placement import OfPlacement


class Session(OfPlacement):
    """A planned half day of every week, from a day on: when, how long, and at which address."""

    weekday = models.PositiveSmallIntegerField()
    half = models.CharField(max_length=2, choices=Half.choices())
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField()
    site = models.ForeignKey(
        "providers.Site", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    address = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "placement", "weekday", "half"], name="session_once_a_half_day"
            ),
            models.CheckConstraint(condition=Q(weekday__lte=4), name="session_monday_to_friday"),
            models.CheckConstraint(
                condition=Q(minutes__gt=0, minutes__lte=360), name="session_up_to_six_hours"
            ),
            models.CheckConstraint(
                condition=Q(to_on__isnull=True)
                | Q(from_on__isnull=True)
                | Q(to_on__gte=F("from_on")),
                name="session_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.half}"
