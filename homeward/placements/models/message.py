"""To whom of a family, and to which staff, something was written about a placement."""

from django.conf import settings
from django.db import models

from homeward.placements.models.of_placement import OfPlacement
from homeward.pupils.models import Kept


class Mailing(OfPlacement):
    """One letter made for several people at once. Never edited.

    `occasion` is the reference of what it is about (a review, a change of the end date, a ladder), or
    None. `left_out` says who did not get it and why: a list of {name, because}.
    """

    letter = models.CharField(max_length=40)
    occasion = models.UUIDField(null=True, blank=True)
    own_words = models.TextField(blank=True)
    left_out = models.JSONField(default=list)
    made_on = models.DateField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_by_name = models.CharField(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["placement", "letter"], name="mailing_of_placement")]

    def __str__(self) -> str:
        return f"{self.letter} on {self.made_on}"


class Sending(Kept):
    """One person's message of a mailing: an adult of the family, the child, or a teacher.

    `read_at` is when it was first opened on that person's own page; `answered_on` when they answered
    what it asks.
    """

    mailing = models.ForeignKey(
        Mailing, on_delete=models.PROTECT, related_name="sendings", db_index=False
    )
    message = models.ForeignKey(
        "letters.Message", on_delete=models.PROTECT, related_name="sendings", db_index=False
    )
    adult = models.ForeignKey(
        "pupils.FamilyAdult", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    teacher = models.ForeignKey(
        "placements.Teacher", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_to_child = models.BooleanField(default=False)
    read_at = models.DateTimeField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    sent_again_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["keeper", "message"], name="sending_once_a_message"),
            models.CheckConstraint(
                condition=models.Q(adult__isnull=False, teacher__isnull=True, is_to_child=False)
                | models.Q(adult__isnull=True, teacher__isnull=False, is_to_child=False)
                | models.Q(adult__isnull=True, teacher__isnull=True, is_to_child=True),
                name="sending_is_to_one_person",
            ),
        ]
        indexes = [
            models.Index(fields=["message"], name="sending_of_message"),
            models.Index(fields=["mailing"], name="sending_of_mailing"),
        ]

    def __str__(self) -> str:
        return f"sending {self.reference}"
