"""What changed (chained, per keeper), who read what, and what makes a form safe to send twice.

People and organisations stand here by key and by name as it was, not by foreign key: what was written
stays true when a person leaves or an organisation is renamed.
"""

import json
from typing import Any, cast

from django.db import models


class Chain(models.Model):
    """The head of one authority's history. Its row is the last lock a transaction takes."""

    keeper = models.OneToOneField(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    count = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(head__regex=r"^[0-9a-f]{64}$"), name="history_head_is_a_digest"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.count} entries, {self.head[:12]}"


class Entry(models.Model):
    """One thing that was done. Never changed, never removed (triggers on both engines)."""

    keeper = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    number = models.PositiveBigIntegerField()
    about = models.UUIDField()
    kind = models.CharField(max_length=60)
    person = models.BigIntegerField(null=True)
    person_name = models.CharField(max_length=120, blank=True)
    organisation = models.BigIntegerField(null=True)
    organisation_name = models.CharField(max_length=160, blank=True)
    on = models.DateField()
    at = models.DateTimeField()
    payload_digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["keeper", "number"], name="history_entry_number_once"),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="history_entry_numbers_start_at_one"
            ),
        ]
        indexes = [models.Index(fields=["about", "id"], name="history_entry_about")]

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"


class EntryPayload(models.Model):
    """The words of an entry. Never changed; erased as a whole, which the chain survives."""

    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, related_name="payload", primary_key=True
    )
    keeper = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    salt = models.CharField(max_length=32)
    summary = models.TextField()
    changes = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.summary

    @property
    def before(self) -> dict[str, Any]:
        """The values as they were; empty where there were none."""
        return self._side("before")

    @property
    def after(self) -> dict[str, Any]:
        """The values as they became; empty where there are none."""
        return self._side("after")

    def _side(self, side: str) -> dict[str, Any]:
        written = json.loads(self.changes) if self.changes else {}
        return cast("dict[str, Any]", written.get(side) or {})


class Reading(models.Model):
    """That a person opened a page about a child's record. Not chained; never changed."""

    keeper = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    about = models.UUIDField()
    kind = models.CharField(max_length=60)
    person = models.BigIntegerField()
    person_name = models.CharField(max_length=120)
    organisation = models.BigIntegerField(null=True)
    organisation_name = models.CharField(max_length=160, blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["about", "at"], name="history_reading_about"),
            models.Index(fields=["person", "about", "at"], name="history_reading_by_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person_name} read {self.kind}"


class SubmitToken(models.Model):
    """That a form was sent once, and where its answer led. `person` is 0 for somebody signed out."""

    token = models.CharField(max_length=64)
    person = models.BigIntegerField(default=0)
    location = models.TextField(blank=True)
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token", "person"], name="history_submit_token_once"),
        ]
        indexes = [models.Index(fields=["sent_at"], name="history_submit_token_age")]

    def __str__(self) -> str:
        return self.location
