"""Who takes part in a placement, and the adults it names."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from homeward.placements.codes import Part, StaffPart
from homeward.placements.models.of_placement import OfPlacement


class Party(OfPlacement):
    """An organisation that may see a placement, as what, from when until when.

    Who may see a record is data, listed on the page: this table and nothing else.
    """

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    part = models.CharField(max_length=12, choices=Part.choices())
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "placement", "organisation", "part", "from_on"], name="party_once"
            ),
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="party_leaves_after_it_joins",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "placement"], name="party_sees")]

    def __str__(self) -> str:
        return f"{self.organisation} as {self.part}"


class NamedAdult(OfPlacement):
    """Somebody named on a placement: a member of staff who signs in, or a name and a phone."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=30, blank=True)
    part = models.CharField(max_length=16, choices=StaffPart.choices())
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="named_adult_ends_after_starting",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="named_adult_has_a_name"),
        ]
        indexes = [
            models.Index(fields=["placement", "part"], name="named_adult_of_placement"),
            models.Index(fields=["person", "placement"], name="named_adult_sees"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.part}"
