"""The reintegration plan: versions, their lines, and the steps that were done."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from homeward.placements.codes import LineKind, Route
from homeward.placements.models.of_placement import OfPlacement
from homeward.pupils.models import Kept


class PlanVersion(OfPlacement):
    """One version of a placement's reintegration plan: append-only, never overwritten.

    Two editors collide on `number`; the collision is the page that shows both texts.
    """

    number = models.PositiveIntegerField()
    written_on = models.DateField()
    written_at = models.DateTimeField(auto_now_add=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    written_by_name = models.CharField(max_length=120)
    changes = models.CharField(max_length=200, blank=True)

    route = models.CharField(max_length=12, choices=Route.choices(), blank=True)
    route_destination = models.CharField(max_length=200, blank=True)
    target_on = models.DateField(null=True, blank=True)
    route_owner = models.CharField(max_length=120, blank=True)
    route_next_step = models.CharField(max_length=300, blank=True)
    route_next_on = models.DateField(null=True, blank=True)
    looked_for = models.TextField(blank=True)
    adult_strand = models.TextField(blank=True)
    peer_strand = models.TextField(blank=True)
    child_hopes = models.TextField(blank=True)
    child_worries = models.TextField(blank=True)
    child_helps = models.TextField(blank=True)
    parents_view = models.TextField(blank=True)
    first_review_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "placement", "number"], name="plan_version_number_once"
            ),
        ]
        indexes = [models.Index(fields=["placement", "-number"], name="plan_latest")]

    def __str__(self) -> str:
        return f"plan version {self.number}"


class PlanLine(Kept):
    """One target, support line, adjustment or milestone of one version.

    `thread` is the same in every version that keeps the line.
    """

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="lines")
    kind = models.CharField(max_length=10, choices=LineKind.choices())
    thread = models.UUIDField()
    position = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=500)
    who = models.CharField(max_length=120, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    where = models.CharField(max_length=200, blank=True)
    baseline = models.CharField(max_length=500, blank=True)
    measure = models.CharField(max_length=500, blank=True)
    by_on = models.DateField(null=True, blank=True)
    progress = models.SmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["keeper", "version", "thread"], name="plan_line_once"),
            models.CheckConstraint(
                condition=Q(progress__isnull=True) | Q(progress__gte=-2, progress__lte=2),
                name="plan_line_progress_on_the_scale",
            ),
            models.CheckConstraint(
                condition=~Q(kind="milestone") | Q(by_on__isnull=False),
                name="plan_line_milestone_is_dated",
            ),
            models.CheckConstraint(
                condition=~Q(kind="target") | Q(by_on__isnull=False),
                name="plan_line_target_is_dated",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.what[:40]}"


class MilestoneDone(OfPlacement):
    """A milestone of the plan was done, on a day, by somebody."""

    thread = models.UUIDField()
    done_on = models.DateField()
    note = models.TextField(blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "placement", "thread"], name="milestone_done_once"
            ),
        ]

    def __str__(self) -> str:
        return f"done on {self.done_on}"
