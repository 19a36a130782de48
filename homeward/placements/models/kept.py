"""What every table of this room has: the authority that keeps the record, and a public name."""

from django.db import models

from homeward.web.uuid7 import uuid7


class Kept(models.Model):
    """A row with a child's data. `keeper` equals its parent's and is never updated (trigger)."""

    reference = models.UUIDField(default=uuid7, unique=True, editable=False)
    keeper = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        abstract = True


class OfPlacement(Kept):
    """A row of one placement."""

    placement = models.ForeignKey("placements.Placement", on_delete=models.PROTECT)

    class Meta:
        abstract = True
