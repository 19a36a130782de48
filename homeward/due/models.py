"""What is expected, by when, of whom. Everything but a waiver is derived; overdue is never stored."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from homeward.due.rules import Expected, Stored
from homeward.web.uuid7 import uuid7

OPEN = Q(met_on__isnull=True, waived_on__isnull=True, lapsed_on__isnull=True)


class Expectation(models.Model):
    """One thing due about one record (`about` is its reference) in one period."""

    reference = models.UUIDField(default=uuid7, unique=True, editable=False)
    keeper = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    about = models.UUIDField()
    kind = models.CharField(max_length=60)
    period = models.CharField(max_length=60)
    owner = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    role = models.CharField(max_length=40, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        db_index=False,
    )
    team = models.ForeignKey(
        "organisations.Team",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        db_index=False,
    )
    opens_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    subject = models.CharField(max_length=600, blank=True)
    arithmetic = models.TextField(blank=True)
    met_on = models.DateField(null=True, blank=True)
    met_by = models.CharField(max_length=200, blank=True)
    lapsed_on = models.DateField(null=True, blank=True)
    waived_on = models.DateField(null=True, blank=True)
    waived_because = models.TextField(blank=True)
    waived_by = models.BigIntegerField(null=True, blank=True)
    waived_by_name = models.CharField(max_length=120, blank=True)
    is_set_aside = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "about", "kind", "period"], name="due_once_a_period"
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("opens_on")),
                name="due_opens_before_it_is_due",
            ),
            models.CheckConstraint(
                condition=Q(met_on__isnull=False) | Q(met_by=""), name="due_met_by_needs_met_on"
            ),
            models.CheckConstraint(
                condition=Q(met_on__isnull=True) | Q(lapsed_on__isnull=True),
                name="due_met_or_lapsed",
            ),
            models.CheckConstraint(
                condition=Q(waived_on__isnull=True, waived_because="", waived_by_name="")
                | (Q(waived_on__isnull=False) & ~Q(waived_because="") & ~Q(waived_by_name="")),
                name="due_waiver_has_a_reason_and_a_name",
            ),
            models.CheckConstraint(
                condition=Q(is_set_aside=False) | Q(waived_on__isnull=False),
                name="due_only_a_waiver_is_set_aside",
            ),
        ]
        indexes = [
            models.Index(
                fields=["owner", "due_on", "id"], condition=OPEN, name="due_open_of_owner"
            ),
            models.Index(
                fields=["person", "due_on", "id"], condition=OPEN, name="due_open_of_person"
            ),
            models.Index(fields=["owner", "kind", "due_on"], name="due_of_owner_by_kind"),
            models.Index(fields=["about", "due_on"], name="due_about"),
            models.Index(
                fields=["owner", "id"],
                condition=Q(waived_on__isnull=False),
                name="due_waived_of_owner",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.period}"


def stored_rows(
    abouts: Collection[UUID], *, kinds: Collection[str]
) -> dict[tuple[int, UUID], list[Stored]]:
    """The rows of many records as plain values, by keeper and record, in one query."""
    found: dict[tuple[int, UUID], list[Stored]] = defaultdict(list)
    rows = Expectation.objects.filter(about__in=abouts, kind__in=kinds).values_list(
        "keeper_id",
        "about",
        "id",
        "waived_on",
        "is_set_aside",
        "kind",
        "period",
        "opens_on",
        "due_on",
        "role",
        "person_id",
        "team_id",
        "owner_id",
        "subject",
        "arithmetic",
        "met_on",
        "met_by",
        "lapsed_on",
    )
    for row in rows:
        (keeper, about, key, waived_on, is_set_aside), says = (
            row[:5],
            cast("tuple[Any, ...]", row[5:]),
        )
        found[keeper, about].append(
            Stored(key, Expected(*says), waived_on is not None, is_set_aside)
        )
    return found
