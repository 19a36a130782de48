"""Messages as they were sent, how each of them went, and which translations may be sent."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from homeward.letters.codes import Channel
from homeward.web.uuid7 import uuid7


class OfKeeper(models.Model):
    """A row of one authority's record."""

    reference = models.UUIDField(default=uuid7, unique=True, editable=False)
    keeper = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        abstract = True


class Message(OfKeeper):
    """One message to one person, word for word. Never changed, never removed (triggers).

    `about` is the reference of the record it is about. Where the words hold a personal link, its
    place is marked (`texts.LINK`): the address is made when the message leaves and is kept nowhere.
    `english` is what a message in another language says, for staff.
    """

    about = models.UUIDField()
    letter = models.CharField(max_length=40)
    from_organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    letterhead = models.TextField()
    reply_to = models.EmailField(blank=True)
    to_name = models.CharField(max_length=160)
    channel = models.CharField(max_length=5, choices=[(each, each.value) for each in Channel])
    address = models.EmailField(blank=True)
    postal = models.TextField(blank=True)
    language = models.CharField(max_length=12, default="en-gb")
    subject = models.CharField(max_length=200)
    body = models.TextField()
    english = models.TextField(blank=True)
    link = models.UUIDField(null=True, blank=True)
    message_id = models.CharField(max_length=200, db_index=True)
    written_on = models.DateField()
    written_at = models.DateTimeField(auto_now_add=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    written_by_name = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["keeper", "message_id"], name="message_id_once"),
            models.CheckConstraint(
                condition=~Q(channel=Channel.EMAIL) | ~Q(address=""), name="message_email_has_one"
            ),
            models.CheckConstraint(
                condition=~Q(subject="") & ~Q(body=""), name="message_says_something"
            ),
        ]
        indexes = [models.Index(fields=["about", "id"], name="message_about")]

    def __str__(self) -> str:
        return f"{self.letter} on {self.written_on}"


class Delivery(OfKeeper):
    """How one message went (one row each): waiting, sent, given up, come back, or handed over on paper."""

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="deliveries")
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True, blank=True)
    last_problem = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    bounced_at = models.DateTimeField(null=True, blank=True)
    bounced_because = models.CharField(max_length=300, blank=True)
    handed_over_on = models.DateField(null=True, blank=True)
    handed_over_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_plain_pdf = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["keeper", "message"], name="delivery_once_a_message"),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(failed_at__isnull=True),
                name="delivery_sent_or_given_up",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=Q(next_try_at__isnull=False),
                name="delivery_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"delivery of {self.message_id}"


class Approval(OfKeeper):
    """A named person of an authority says that one letter in one language may be sent.

    `digest` is that of the English and the translated text together: a changed text needs a new
    approval. Withdrawn, it stays.
    """

    language = models.CharField(max_length=12)
    letter = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    approved_on = models.DateField()
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    approved_by_name = models.CharField(max_length=120)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "language", "letter", "digest"],
                condition=Q(withdrawn_on__isnull=True),
                name="translation_approved_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter} in {self.language}"
