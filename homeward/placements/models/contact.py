"""Weekly contacts and attempts, and what corrects them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from homeward.placements.codes import Method, PromiseKept, Seems, SpokeWith
from homeward.placements.models.of_placement import OfPlacement


class Contact(OfPlacement):
    """One contact, or one attempt at it, as it was written down. Never edited.

    A correction is a new row that `corrects` the old one; two corrections of one row collide.
    Only a contact with the child that nothing corrects counts for its week.
    """

    made_on = models.DateField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_by_name = models.CharField(max_length=120)
    method = models.CharField(max_length=9, choices=Method.choices())
    spoke_with = models.CharField(max_length=8, choices=SpokeWith.choices())
    seems = models.CharField(max_length=1, choices=Seems.choices(), blank=True)
    child_words = models.TextField(blank=True)
    note = models.TextField(blank=True)
    news_shared = models.TextField(blank=True)
    last_promise_kept = models.CharField(max_length=7, choices=PromiseKept.choices(), blank=True)
    promise = models.CharField(max_length=300, blank=True)
    promise_by_on = models.DateField(null=True, blank=True)
    has_worry = models.BooleanField(default=False)
    is_outside_running = models.BooleanField(default=False)
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    corrected_because = models.CharField(max_length=300, blank=True)
    is_withdrawn = models.BooleanField(default=False)
    recorded_on = models.DateField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(made_on__lte=F("recorded_on")), name="contact_has_happened"
            ),
            models.UniqueConstraint(
                fields=["keeper", "corrects"],
                condition=Q(corrects__isnull=False),
                name="contact_corrected_once",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, corrected_because="", is_withdrawn=False)
                | (Q(corrects__isnull=False) & ~Q(corrected_because="")),
                name="contact_correction_has_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["placement", "-made_on"], name="contact_of_placement")]

    def __str__(self) -> str:
        return f"contact on {self.made_on}"
