"""Providers, when they were registered, where they work, and what they confirmed in writing."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from homeward.web.uuid7 import uuid7


class Provider(models.Model):
    """An alternative provision provider. Its name and area are its organisation's."""

    reference = models.UUIDField(default=uuid7, unique=True, editable=False)
    organisation = models.OneToOneField(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="provider"
    )
    what_it_offers = models.TextField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)

    def __str__(self) -> str:
        return self.organisation.name


class RegistrationPeriod(models.Model):
    """Registered or not, from a day to a day, under exactly one identifier (R-ID-03)."""

    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="registrations")
    is_registered = models.BooleanField()
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    urn = models.CharField(max_length=6, blank=True)
    ukprn = models.CharField(max_length=8, blank=True)
    setting_type = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "from_on"], name="registration_from_a_day_once"
            ),
            models.UniqueConstraint(
                fields=["provider"],
                condition=Q(to_on__isnull=True),
                name="registration_open_once",
            ),
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="registration_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=(~Q(urn="") & Q(ukprn="", setting_type=""))
                | (~Q(ukprn="") & Q(urn="", setting_type=""))
                | (~Q(setting_type="") & Q(urn="", ukprn="")),
                name="registration_has_one_identifier",
            ),
            models.CheckConstraint(
                condition=Q(is_registered=False) | Q(setting_type=""),
                name="registration_registered_has_a_number",
            ),
        ]

    def __str__(self) -> str:
        return f"{'registered' if self.is_registered else 'not registered'} from {self.from_on}"

    @property
    def identifier(self) -> str:
        return self.urn or self.ukprn or self.setting_type


class Site(models.Model):
    """A place where the provider works; each planned session is at one."""

    reference = models.UUIDField(default=uuid7, unique=True, editable=False)
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="sites")
    name = models.CharField(max_length=120)
    street = models.CharField(max_length=160)
    town = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=8)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["provider", "name"], name="site_name_once"),
            models.CheckConstraint(
                condition=~Q(street="") & ~Q(postcode=""), name="site_has_an_address"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True)
                | Q(opened_on__isnull=True)
                | Q(closed_on__gte=F("opened_on")),
                name="site_closes_after_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.postcode}"

    @property
    def address(self) -> str:
        return ", ".join(filter(None, (self.street, self.town, self.postcode)))


class SafeguardingConfirmation(models.Model):
    """The provider's confirmation of its safeguarding checks, held once for every commissioner.

    A row is never overwritten; the newest that stands counts (`rules.confirmation_on`). One that was
    written down by mistake stays on the list as taken back, with the reason.
    """

    reference = models.UUIDField(default=uuid7, unique=True, editable=False)
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="confirmations")
    is_written = models.BooleanField()
    confirmed_on = models.DateField()
    given_by = models.CharField(max_length=120)
    expires_on = models.DateField(null=True, blank=True)
    kept_where = models.CharField(max_length=200, blank=True)
    recorded_on = models.DateField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    recorded_at_organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    taken_back_on = models.DateField(null=True, blank=True)
    taken_back_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_on__lte=F("recorded_on")), name="confirmation_has_happened"
            ),
            models.CheckConstraint(
                condition=Q(is_written=True, expires_on__isnull=False)
                | Q(is_written=False, expires_on__isnull=True),
                name="confirmation_written_has_an_expiry",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gt=F("confirmed_on")),
                name="confirmation_expires_later",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_on__isnull=True, taken_back_because="")
                | (Q(taken_back_on__isnull=False) & ~Q(taken_back_because="")),
                name="confirmation_taken_back_because",
            ),
        ]
        indexes = [
            models.Index(fields=["provider", "-confirmed_on"], name="confirmation_of_provider"),
        ]

    def __str__(self) -> str:
        return f"{'written' if self.is_written else 'spoken'} on {self.confirmed_on}"
