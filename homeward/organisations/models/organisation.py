"""Authorities, schools and providers as organisations, and the teams of an authority."""

from django.db import models

from homeward.organisations.codes import LinkKind, OrganisationKind, TeamKind
from homeward.web.uuid7 import uuid7


class Organisation(models.Model):
    """An authority, a school or a provider: whatever people are members of.

    `authority` is the authority of its area; an authority has none, being its own.
    """

    reference = models.UUIDField(default=uuid7, unique=True, editable=False)
    kind = models.CharField(
        max_length=10, choices=[(kind, kind.title()) for kind in OrganisationKind]
    )
    name = models.CharField(max_length=160)
    search_key = models.CharField(max_length=160, editable=False)
    code = models.CharField(max_length=12, blank=True)
    gss_code = models.CharField(max_length=9, blank=True)
    authority = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations_of_area",
    )
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    is_closed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in OrganisationKind]),
                name="organisation_kind_known",
            ),
            models.UniqueConstraint(
                fields=["code"],
                condition=models.Q(kind="authority"),
                name="organisation_authority_code_once",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="authority", authority__isnull=True)
                | ~models.Q(kind="authority"),
                name="organisation_authority_is_its_own",
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "search_key", "id"], name="organisation_by_name"),
            models.Index(fields=["authority", "kind"], name="organisation_of_area"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def area(self) -> int:
        """The key of the authority this organisation belongs to; its own where it is one."""
        return self.authority_id or self.pk


class School(models.Model):
    """What the public schools register says of a school (GIAS extract). The URN is the identity."""

    organisation = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, related_name="school"
    )
    urn = models.CharField(max_length=6, unique=True)
    establishment_number = models.CharField(max_length=4, blank=True)
    ukprn = models.CharField(max_length=8, blank=True)
    authority_code = models.CharField(max_length=3)
    authority_name = models.CharField(max_length=80, blank=True)
    status = models.CharField(max_length=40, blank=True)
    phase = models.CharField(max_length=40, blank=True)
    type_code = models.CharField(max_length=3, blank=True)
    type_name = models.CharField(max_length=80, blank=True)
    lowest_age = models.PositiveSmallIntegerField(null=True, blank=True)
    highest_age = models.PositiveSmallIntegerField(null=True, blank=True)
    trust = models.CharField(max_length=160, blank=True)
    street = models.CharField(max_length=160, blank=True)
    locality = models.CharField(max_length=160, blank=True)
    town = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    telephone = models.CharField(max_length=20, blank=True)
    website = models.CharField(max_length=300, blank=True)
    census_type = models.CharField(max_length=60, blank=True)
    easting = models.PositiveIntegerField(null=True, blank=True)
    northing = models.PositiveIntegerField(null=True, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    is_example = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(urn__regex=r"^[0-9]{6}$"), name="school_urn_is_six_digits"
            ),
        ]
        indexes = [models.Index(fields=["authority_code", "urn"], name="school_of_authority")]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.urn})"


class OrganisationLink(models.Model):
    """A predecessor or successor, by URN: the older school may be known only from the links file."""

    urn = models.CharField(max_length=6)
    linked_urn = models.CharField(max_length=6)
    linked_name = models.CharField(max_length=160, blank=True)
    kind = models.CharField(max_length=11, choices=[(kind, kind.title()) for kind in LinkKind])
    detail = models.CharField(max_length=80, blank=True)
    linked_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["urn", "linked_urn", "kind"], name="organisation_link_once"
            ),
        ]
        indexes = [models.Index(fields=["linked_urn"], name="organisation_link_back")]

    def __str__(self) -> str:
        return f"{self.urn} {self.kind} {self.linked_urn}"


class Team(models.Model):
    """A team of an authority: who they are, when to use them, mailbox and phone."""

    reference = models.UUIDField(default=uuid7, unique=True, editable=False)
    authority = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams")
    kind = models.CharField(max_length=13, choices=[(kind, kind.title()) for kind in TeamKind])
    name = models.CharField(max_length=120)
    when_to_use = models.TextField(blank=True)
    mailbox = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    verified_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "name"], name="team_name_once"),
        ]

    def __str__(self) -> str:
        return self.name
