"""Journeys, placements, urgent starts and endings."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from homeward.placements.codes import Helped, Kind, LegalBasis, Outcome
from homeward.placements.models.of_placement import OfPlacement
from homeward.pupils.models import Kept


class Journey(Kept):
    """The chain of placements of one child. A child may have several over the years."""

    pupil = models.ForeignKey("pupils.Pupil", on_delete=models.PROTECT, related_name="journeys")

    class Meta:
        indexes = [models.Index(fields=["pupil"], name="journey_of_pupil")]

    def __str__(self) -> str:
        return f"journey {self.reference}"


class Placement(Kept):
    """A child's time with one provider, from a draft to an ending.

    Where it stands is read from its dated facts (`rules.stage`); there is no status column.
    `checks_from_on` is the first day of a return or a move from which it is checked whether it holds;
    `learnt` what an earlier return or move that did not hold has taught.
    """

    journey = models.ForeignKey(Journey, on_delete=models.PROTECT, related_name="placements")
    pupil = models.ForeignKey("pupils.Pupil", on_delete=models.PROTECT, related_name="placements")
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    commissioner = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    commissioner_team = models.ForeignKey(
        "organisations.Team", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    home_school = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    provider = models.ForeignKey(
        "providers.Provider", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    kind = models.CharField(max_length=12, choices=Kind.choices(), blank=True)
    reason = models.CharField(max_length=40, blank=True)
    reason_detail = models.TextField(blank=True)
    legal_basis = models.CharField(max_length=20, choices=LegalBasis.choices(), blank=True)
    immediate_need = models.TextField(blank=True)
    objective = models.TextField(blank=True)
    objective_baseline = models.TextField(blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    ends_because = models.TextField(blank=True)

    attendance_reporting = models.TextField(blank=True)
    transport = models.TextField(blank=True)
    meals = models.TextField(blank=True)
    medication = models.TextField(blank=True)
    behaviour_rule = models.TextField(blank=True)
    cost = models.TextField(blank=True)

    drafted_on = models.DateField()
    agreed_on = models.DateField(null=True, blank=True)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_registered_at_start = models.BooleanField(null=True, blank=True)
    urgent_on = models.DateField(null=True, blank=True)
    first_session_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    refused_on = models.DateField(null=True, blank=True)
    closed_because = models.TextField(blank=True)
    return_began_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    checks_from_on = models.DateField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    not_held_on = models.DateField(null=True, blank=True)
    learnt = models.TextField(blank=True)
    edited = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="placement_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(agreed_on__isnull=True, agreed_by__isnull=True)
                | Q(agreed_on__isnull=False, agreed_by__isnull=False),
                name="placement_agreed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(agreed_on__isnull=True)
                | Q(starts_on__isnull=False, ends_on__isnull=False, provider__isnull=False),
                name="placement_agreed_with_dates_and_provider",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(refused_on__isnull=True),
                name="placement_withdrawn_or_refused",
            ),
            models.CheckConstraint(
                condition=Q(checks_from_on__isnull=True) | Q(ended_on__isnull=False),
                name="placement_checked_after_it_ended",
            ),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True, not_held_on__isnull=True)
                | Q(checks_from_on__isnull=False),
                name="placement_held_by_checks",
            ),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True) | Q(not_held_on__isnull=True),
                name="placement_held_or_not",
            ),
        ]
        indexes = [
            models.Index(fields=["pupil", "starts_on"], name="placement_of_pupil"),
            models.Index(fields=["keeper", "ended_on", "id"], name="placement_live_of_area"),
            models.Index(fields=["provider", "ended_on"], name="placement_of_provider"),
            models.Index(
                fields=["keeper", "id"],
                condition=Q(
                    checks_from_on__isnull=False, held_on__isnull=True, not_held_on__isnull=True
                ),
                name="placement_checked_of_area",
            ),
        ]

    def __str__(self) -> str:
        return f"placement {self.reference}"


class UrgentStart(OfPlacement):
    """Who let a placement start with named gaps, when and why. Never edited."""

    allowed_on = models.DateField()
    allowed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    allowed_as = models.CharField(max_length=60)
    because = models.TextField()
    gaps = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "placement"], name="urgent_start_once_a_placement"
            ),
        ]

    def __str__(self) -> str:
        return f"urgent start on {self.allowed_on}"


class Ending(OfPlacement):
    """How and when a placement ended, as it happened: planned or not. Never edited.

    `goes_to` is the school or provider where the child is from `first_day_on`; `helped` how much
    the placement helped, as the child says. A correction is a new row that `corrects` the one
    before it; of the chain only the newest stands, and where it is withdrawn nothing has ended.
    """

    ended_on = models.DateField()
    outcome = models.CharField(max_length=16, choices=Outcome.choices())
    destination = models.CharField(max_length=200, blank=True)
    is_planned = models.BooleanField()
    because = models.TextField(blank=True)
    child_said = models.TextField(blank=True)
    helped = models.CharField(max_length=1, choices=Helped.choices(), blank=True)
    what_worked = models.TextField(blank=True)
    follow_up = models.TextField(blank=True)
    first_day_on = models.DateField(null=True, blank=True)
    goes_to = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    corrected_because = models.CharField(max_length=300, blank=True)
    is_withdrawn = models.BooleanField(default=False)
    recorded_on = models.DateField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "placement"],
                condition=Q(corrects__isnull=True),
                name="ending_first_of_its_chain",
            ),
            models.UniqueConstraint(
                fields=["keeper", "corrects"],
                condition=Q(corrects__isnull=False),
                name="ending_corrected_once",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, corrected_because="", is_withdrawn=False)
                | (Q(corrects__isnull=False) & ~Q(corrected_because="")),
                name="ending_correction_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(recorded_on__gte=F("ended_on")), name="ending_has_happened"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} on {self.ended_on}"
