"""Did it hold? The checks after a return or a move, and the authority's after other endings."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from homeward.placements.codes import CheckPoint, Holds
from homeward.placements.models.of_placement import OfPlacement


class SustainedCheck(OfPlacement):
    """One check whether a return or a move holds. Never edited: a later row of a point stands.

    `attendance` is in per cent since the check before; suspensions are counted in half days.
    """

    point = models.CharField(max_length=6, choices=CheckPoint.choices())
    checked_on = models.DateField()
    is_on_roll = models.BooleanField()
    attendance = models.PositiveSmallIntegerField(null=True, blank=True)
    suspended_half_days = models.PositiveSmallIntegerField(null=True, blank=True)
    child_said = models.TextField(blank=True)
    holds = models.CharField(max_length=7, choices=Holds.choices())
    note = models.TextField(blank=True)
    answered_for = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    recorded_on = models.DateField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_on__lte=F("recorded_on")), name="check_has_happened"
            ),
            models.CheckConstraint(
                condition=Q(attendance__isnull=True) | Q(attendance__lte=100),
                name="check_attendance_in_per_cent",
            ),
        ]
        indexes = [models.Index(fields=["placement", "point"], name="check_of_placement")]

    def __str__(self) -> str:
        return f"{self.point} check on {self.checked_on}"


class AuthorityCheck(OfPlacement):
    """What the authority found out about a child educated at home, missing, or moved away."""

    checked_on = models.DateField()
    found = models.TextField()
    is_settled = models.BooleanField()
    next_on = models.DateField(null=True, blank=True)
    recorded_on = models.DateField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_on__lte=F("recorded_on")), name="authority_check_has_happened"
            ),
            models.CheckConstraint(
                condition=Q(is_settled=True, next_on__isnull=True)
                | Q(is_settled=False, next_on__gt=F("checked_on")),
                name="authority_check_settled_or_next",
            ),
        ]
        indexes = [models.Index(fields=["placement"], name="authority_check_of_placement")]

    def __str__(self) -> str:
        return f"authority's check on {self.checked_on}"
