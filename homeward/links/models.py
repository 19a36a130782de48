"""Links, known devices, words and codes. Nothing here says a name: `whom` is only a reference."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from homeward.links.codes import GuessKind, LinkKind
from homeward.web.uuid7 import uuid7


class ForSomebody(models.Model):
    """A row for one adult of a family, one child or one teacher, by the reference of their record."""

    reference = models.UUIDField(default=uuid7, unique=True, editable=False)
    keeper = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=7, choices=[(each, each.value) for each in LinkKind])
    whom = models.UUIDField()

    class Meta:
        abstract = True


class PersonalLink(ForSomebody):
    """A link that opens once. Its token is never stored, only the digest that recognises it.

    `opened_from` is a digest of the network address and the browser that opened it: for one minute
    they may do so again, since a form that is sent twice loses the answer to the first.
    """

    digest = models.CharField(max_length=64, db_index=True)
    made_on = models.DateField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    expires_on = models.DateField()
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_from = models.CharField(max_length=64, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["keeper", "digest"], name="link_digest_once"),
            models.CheckConstraint(
                condition=Q(expires_on__gte=F("made_on")), name="link_expires_after_it_is_made"
            ),
        ]
        indexes = [models.Index(fields=["whom", "kind"], name="link_for_whom")]

    def __str__(self) -> str:
        return f"link {self.reference}"


class Device(ForSomebody):
    """A telephone or computer that is known as somebody's, until a day, or until it is revoked.

    `left_at` is when *Exit this page* was pressed: it opens again only with the word.
    """

    digest = models.CharField(max_length=64, db_index=True)
    known_at = models.DateTimeField()
    until_on = models.DateField()
    seen_at = models.DateTimeField()
    browser = models.CharField(max_length=120, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["keeper", "digest"], name="device_digest_once"),
        ]
        indexes = [models.Index(fields=["whom", "kind"], name="device_of_whom")]

    def __str__(self) -> str:
        return f"device {self.reference}"


class Word(ForSomebody):
    """The word agreed with the school, which confirms that the right person opens a link.

    `wrong` counts wrong tries in a row; from `blocked_at` on no word opens anything until the
    school agrees a new one.
    """

    digest = models.CharField(max_length=200)
    agreed_on = models.DateField()
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    wrong = models.PositiveSmallIntegerField(default=0)
    blocked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["keeper", "whom"], name="word_once")]

    def __str__(self) -> str:
        return f"word {self.reference}"


class Code(ForSomebody):
    """A number sent to a teacher's own mailbox, which confirms a device for the first time."""

    digest = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    wrong = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["whom", "sent_at"], name="code_for_whom")]

    def __str__(self) -> str:
        return f"code {self.reference}"


class Feed(ForSomebody):
    """The secret address of somebody's calendar, which their telephone asks without a cookie."""

    digest = models.CharField(max_length=64, db_index=True)
    made_on = models.DateField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["keeper", "digest"], name="feed_digest_once"),
            models.UniqueConstraint(
                fields=["keeper", "whom"],
                condition=Q(revoked_at__isnull=True),
                name="feed_once",
            ),
        ]

    def __str__(self) -> str:
        return f"feed {self.reference}"


class Guess(models.Model):
    """A try that did not fit, by a digest of the network address it came from. `whom` where known."""

    kind = models.CharField(max_length=4, choices=[(each, each.value) for each in GuessKind])
    came_from = models.CharField(max_length=64)
    whom = models.UUIDField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["came_from", "at"], name="guess_came_from"),
            models.Index(fields=["whom", "at"], name="guess_about_whom"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} at {self.at}"
