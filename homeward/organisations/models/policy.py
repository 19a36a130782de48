"""Dated numbers of an authority's own."""

from django.db import models


class PolicyValue(models.Model):
    """One number of an authority's policy pack, from a day on, with where it comes from."""

    authority = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="policy_values"
    )
    key = models.CharField(max_length=60)
    value = models.PositiveIntegerField()
    from_on = models.DateField()
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "key", "from_on"], name="policy_value_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} = {self.value} from {self.from_on}"
