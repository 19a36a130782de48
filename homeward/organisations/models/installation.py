"""What kind of installation this database is: one row."""

from django.db import models


class Installation(models.Model):
    """The one row that says whether this database is a demonstration."""

    is_demo = models.BooleanField(default=False)
    demo_today = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="installation_is_one_row"),
        ]

    def __str__(self) -> str:
        return "demonstration" if self.is_demo else "service"
