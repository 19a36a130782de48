"""The move to a new school or long-term placement, and the wait for one."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from homeward.placements.codes import MoveAnswerKind, MoveKind
from homeward.placements.models.of_placement import OfPlacement


class Move(OfPlacement):
    """A move that is asked of a receiving school or provider, which takes part from `joins_on`.

    A managed move needs the parent's consent, and has neither a last day nor a trial.
    """

    kind = models.CharField(max_length=12, choices=MoveKind.choices())
    receiving = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    because = models.TextField()
    proposed_on = models.DateField()
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    joins_on = models.DateField()
    starts_on = models.DateField(null=True, blank=True)
    consented_on = models.DateField(null=True, blank=True)
    consented_by = models.CharField(max_length=120, blank=True)
    first_day_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "placement"],
                condition=Q(withdrawn_on__isnull=True),
                name="move_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(consented_on__isnull=True, consented_by="")
                | (Q(consented_on__isnull=False) & ~Q(consented_by="")),
                name="move_consented_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=False) | Q(withdrawn_because=""),
                name="move_withdrawn_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} to {self.receiving}"


class MoveAnswer(OfPlacement):
    """What the receiving school or provider says: yes, yes with changes, no. Never edited."""

    move = models.ForeignKey(Move, on_delete=models.PROTECT, related_name="answers")
    answer = models.CharField(max_length=8, choices=MoveAnswerKind.choices())
    answered_on = models.DateField()
    because = models.TextField(blank=True)
    plan_number = models.PositiveIntegerField(null=True, blank=True)
    recorded_on = models.DateField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on__lte=F("recorded_on")), name="move_answer_was_given"
            ),
        ]
        indexes = [models.Index(fields=["move", "-answered_on"], name="move_answer_latest")]

    def __str__(self) -> str:
        return self.answer


class Waiting(OfPlacement):
    """The school days of a child who is ready and waits, while no place is found."""

    from_on = models.DateField()
    what_for = models.CharField(max_length=300)
    to_on = models.DateField(null=True, blank=True)
    found = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "placement"],
                condition=Q(to_on__isnull=True),
                name="waiting_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="waiting_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"waiting from {self.from_on}"
