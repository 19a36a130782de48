"""Terms, half terms, INSET days and closures, of an authority or of one school."""

from django.db import models

from homeward.calendars.codes import TermDateKind
from homeward.web.uuid7 import uuid7


class TermDate(models.Model):
    """A term, a half-term holiday, INSET days or a closure of one organisation, both ends included.

    An authority's rows hold for its schools; a school's own terms of a year take their place. INSET
    days and closures add up. `note` says where the dates come from; one that begins with "Example" marks
    invented dates.
    """

    reference = models.UUIDField(default=uuid7, unique=True, editable=False)
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(
        max_length=9, choices=[(kind.value, kind.label) for kind in TermDateKind]
    )
    starts_on = models.DateField()
    ends_on = models.DateField()
    name = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in TermDateKind]),
                name="term_date_kind_known",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="term_date_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["organisation", "kind", "starts_on"], name="term_date_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.starts_on} to {self.ends_on}"

    @property
    def label(self) -> str:
        """Answer what a page calls it: its own name, or its kind."""
        return self.name or TermDateKind(self.kind).label

    @property
    def is_example(self) -> bool:
        """Say whether the dates are invented."""
        return self.note.casefold().startswith("example")
