"""What every table of this room has: the placement it belongs to, and its keeper."""

from django.db import models

from homeward.pupils.models import Kept


class OfPlacement(Kept):
    """A row of one placement."""

    placement = models.ForeignKey("placements.Placement", on_delete=models.PROTECT)

    class Meta:
        abstract = True
