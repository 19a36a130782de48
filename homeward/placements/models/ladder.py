"""The return ladder: its versions and steps, what happened on it, and how the school is prepared."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from homeward.placements.codes import LadderMoveKind
from homeward.placements.models.of_placement import OfPlacement
from homeward.pupils.models import Kept


class ReturnLadder(OfPlacement):
    """One version of the steps by which a child comes back: append-only, never overwritten.

    `full_time_on` is the day from which the child is at school full time, `full_time_minutes` what
    that is in a week. A ladder longer than the policy's weeks says why (`longer_because`).
    """

    number = models.PositiveIntegerField()
    starts_on = models.DateField()
    full_time_on = models.DateField()
    full_time_minutes = models.PositiveSmallIntegerField()
    safe_place = models.CharField(max_length=200, blank=True)
    safe_adult = models.CharField(max_length=120, blank=True)
    step_back_rule = models.TextField(blank=True)
    longer_because = models.TextField(blank=True)
    longer_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    written_on = models.DateField()
    written_at = models.DateTimeField(auto_now_add=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    written_by_name = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "placement", "number"], name="ladder_number_once"
            ),
            models.CheckConstraint(
                condition=Q(full_time_on__gte=F("starts_on")), name="ladder_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(longer_because="", longer_by__isnull=True)
                | (~Q(longer_because="") & Q(longer_by__isnull=False)),
                name="longer_ladder_has_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["placement", "-number"], name="ladder_latest")]

    def __str__(self) -> str:
        return f"ladder version {self.number}"


class LadderStep(Kept):
    """One step of a ladder: the half days at school and at the provider in each of its weeks.

    Half days are named by weekday and half, "0am" for Monday morning; minutes are those of a week.
    """

    ladder = models.ForeignKey(ReturnLadder, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    at_school = models.JSONField(default=list)
    at_provider = models.JSONField(default=list)
    school_minutes = models.PositiveSmallIntegerField()
    provider_minutes = models.PositiveSmallIntegerField()
    looked_for = models.TextField(blank=True)
    met_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "ladder", "position"], name="ladder_step_position_once"
            ),
        ]

    def __str__(self) -> str:
        return f"step {self.position}"


class LadderMove(OfPlacement):
    """Something that happened on the ladder, or a look at how it goes. Never edited.

    `position` is the step on which the child is from then on.
    """

    ladder = models.ForeignKey(ReturnLadder, on_delete=models.PROTECT, related_name="moves")
    kind = models.CharField(max_length=9, choices=LadderMoveKind.choices())
    position = models.PositiveSmallIntegerField()
    moved_on = models.DateField()
    because = models.TextField(blank=True)
    child_said = models.TextField(blank=True)
    recorded_on = models.DateField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(moved_on__lte=F("recorded_on")), name="ladder_move_has_happened"
            ),
        ]
        indexes = [models.Index(fields=["placement", "moved_on"], name="ladder_move_of_placement")]

    def __str__(self) -> str:
        return f"{self.kind} on {self.moved_on}"


class PartTimeAnswer(OfPlacement):
    """What a parent says to a part-time return: yes or no, on a day. The latest answer stands.

    `recorded_by` is nobody where the `adult` said it on their own page.
    """

    ladder = models.ForeignKey(ReturnLadder, on_delete=models.PROTECT, related_name="answers")
    who = models.CharField(max_length=120)
    is_agreed = models.BooleanField()
    answered_on = models.DateField()
    said = models.TextField(blank=True)
    recorded_on = models.DateField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    adult = models.ForeignKey(
        "pupils.FamilyAdult", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on__lte=F("recorded_on")), name="part_time_answer_was_given"
            ),
        ]
        indexes = [models.Index(fields=["placement"], name="part_time_answer_of_placement")]

    def __str__(self) -> str:
        return "agreed" if self.is_agreed else "not agreed"


class AdjustmentInPlace(OfPlacement):
    """Whether one adjustment of the plan (its thread) is in place on a day. The latest stands."""

    thread = models.UUIDField()
    is_in_place = models.BooleanField()
    looked_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["placement", "thread"], name="adjustment_of_placement")]

    def __str__(self) -> str:
        return "in place" if self.is_in_place else "not in place"


class SchoolPrepared(OfPlacement):
    """The mark *School is prepared*: about the school, never about the child. Never edited."""

    approved_on = models.DateField()
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    approved_as = models.CharField(max_length=60)
    plan_number = models.PositiveIntegerField()
    ladder = models.ForeignKey(
        ReturnLadder, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["placement"], name="prepared_of_placement")]

    def __str__(self) -> str:
        return f"prepared on {self.approved_on}"
