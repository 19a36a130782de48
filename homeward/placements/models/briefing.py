"""A child's teachers, the one-page briefing, who has read it, and whether adjustments happen."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from homeward.placements.codes import BriefingFor, Happening
from homeward.placements.models.of_placement import OfPlacement
from homeward.pupils.models import Kept


class Teacher(Kept):
    """Somebody who teaches or supports children at a school, with an account here or without."""

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="teacher_has_a_name"),
            models.UniqueConstraint(
                fields=["keeper", "organisation", "email"],
                condition=~Q(email=""),
                name="teacher_once_an_address",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "name"], name="teacher_at_school"),
            models.Index(fields=["person"], name="teacher_is_person"),
        ]

    def __str__(self) -> str:
        return self.name


class TaughtBy(OfPlacement):
    """One line of a child's staff list: who teaches or supports them in what, from when."""

    teacher = models.ForeignKey(Teacher, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=80, blank=True)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "placement", "teacher"],
                condition=Q(to_on__isnull=True),
                name="taught_by_once",
            ),
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="taught_by_ends_after_it_starts",
            ),
        ]
        indexes = [models.Index(fields=["placement"], name="taught_by_of_placement")]

    def __str__(self) -> str:
        return f"taught by {self.teacher_id}"


class Briefing(OfPlacement):
    """One version of the one page "how to help me". Append-only; what was read is what stands.

    `adjustments` are those of the plan as they stood: a list of {thread, what, who, where}.
    `when` is a list of {when, then}: what to do when.
    """

    number = models.PositiveIntegerField()
    briefing_for = models.CharField(max_length=6, choices=BriefingFor.choices())
    good_at = models.TextField(blank=True)
    helps = models.TextField(blank=True)
    makes_worse = models.TextField(blank=True)
    when = models.JSONField(default=list)
    adjustments = models.JSONField(default=list)
    safe_adult = models.CharField(max_length=160, blank=True)
    safe_place = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    written_on = models.DateField()
    written_at = models.DateTimeField(auto_now_add=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    written_by_name = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "placement", "number"], name="briefing_number_once"
            ),
        ]
        indexes = [models.Index(fields=["placement", "-number"], name="briefing_latest")]

    def __str__(self) -> str:
        return f"briefing version {self.number}"


class BriefingOut(OfPlacement):
    """A version of the briefing went out to the teachers, on a day. Never edited."""

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="outs")
    out_on = models.DateField()
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["keeper", "briefing"], name="briefing_out_once"),
        ]

    def __str__(self) -> str:
        return f"out on {self.out_on}"


class BriefingReceipt(OfPlacement):
    """One teacher has read one version of the briefing. Never edited."""

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="receipts")
    teacher = models.ForeignKey(Teacher, on_delete=models.PROTECT, related_name="+")
    read_on = models.DateField()
    read_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "briefing", "teacher"], name="briefing_read_once"
            ),
        ]

    def __str__(self) -> str:
        return f"read on {self.read_on}"


class BriefingExcuse(OfPlacement):
    """The headteacher or deputy says why the child starts before every teacher has read it."""

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="excuses")
    because = models.TextField()
    said_on = models.DateField()
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    said_as = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(because=""), name="briefing_excuse_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"excused on {self.said_on}"


class AdjustmentTick(OfPlacement):
    """One owner of an adjustment says whether it happens. `asked_on` is the first day of the fortnight.

    Never edited: the newest of one owner, adjustment and fortnight stands.
    """

    thread = models.UUIDField()
    asked_on = models.DateField()
    teacher = models.ForeignKey(
        Teacher, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=120)
    happening = models.CharField(max_length=6, choices=Happening.choices())
    comment = models.CharField(max_length=300, blank=True)
    ticked_on = models.DateField()
    ticked_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["placement", "thread"], name="tick_of_placement")]

    def __str__(self) -> str:
        return f"{self.happening} on {self.ticked_on}"
