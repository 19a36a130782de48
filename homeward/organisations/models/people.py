"""People, the roles they hold somewhere for a time, and invitations to hold one."""

from datetime import date
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from homeward.organisations.codes import RoleName
from homeward.organisations.roles import ROLES
from homeward.web.uuid7 import uuid7


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, email: str, name: str, password: str | None = None) -> "Person":
        person = self.model(email=self.normalize_email(email).lower(), name=name)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """A member of staff who signs in. What they may do hangs on memberships, never on this row."""

    reference = models.UUIDField(default=uuid7, unique=True, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="person_email_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """One role of one person at one organisation.

    `to_on` is the first day without it: somebody who leaves today has no rights today.
    """

    reference = models.UUIDField(default=uuid7, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="memberships"
    )
    team = models.ForeignKey(
        "organisations.Team",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="members",
    )
    role = models.CharField(max_length=20, choices=[(role, role.value) for role in RoleName])
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation", "role", "from_on"], name="membership_once"
            ),
            models.CheckConstraint(
                condition=models.Q(to_on__isnull=True) | models.Q(to_on__gte=models.F("from_on")),
                name="membership_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in RoleName]),
                name="membership_role_known",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "role"], name="membership_of_organisation"),
        ]

    def __str__(self) -> str:
        return f"{self.person} as {self.role}"

    @property
    def says_role(self) -> str:
        return ROLES[self.role].says

    def runs_on(self, on: date) -> bool:
        """Whether it holds on a day."""
        return self.from_on <= on and (self.to_on is None or on < self.to_on)


class Invitation(models.Model):
    """A one-use link by email to join an organisation. Only the hash of the token is kept."""

    reference = models.UUIDField(default=uuid7, unique=True, editable=False)
    email = models.EmailField()
    name = models.CharField(max_length=120)
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT)
    team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, null=True, blank=True)
    role = models.CharField(max_length=20, choices=[(role, role.value) for role in RoleName])
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(accepted_at__isnull=True) | models.Q(withdrawn_at__isnull=True),
                name="invitation_accepted_or_withdrawn",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in RoleName]),
                name="invitation_role_known",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "email"], name="invitation_of_organisation"),
        ]

    def __str__(self) -> str:
        return f"{self.name} to {self.organisation}"

    @property
    def says_role(self) -> str:
        return ROLES[self.role].says
