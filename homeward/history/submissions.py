"""One form, one record: what `web` is lent so that a form sent twice acts once."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from homeward.history.models import SubmitToken
from homeward.history.who import Who


class Tokens:
    """Keeps each token in a row, written in the same transaction as whatever the form does.

    A second click at the same moment waits on that row until the first has ended, on both engines, and
    is then answered with the first one's address; if the first was undone, the second acts.
    """

    def claim(self, token: str, access: Who) -> str | None:
        """Take the token: None the first time, afterwards the address the first one went to."""
        person = access.person or 0
        try:
            with transaction.atomic():
                SubmitToken.objects.create(token=token, person=person, sent_at=timezone.now())
        except IntegrityError:
            return SubmitToken.objects.values_list("location", flat=True).get(
                token=token, person=person
            )
        return None

    def remember(self, token: str, access: Who, location: str) -> None:
        """Keep the address that the first submission was answered with."""
        SubmitToken.objects.filter(token=token, person=access.person or 0).update(location=location)

    def release(self, token: str, access: Who) -> None:
        """Give the token back: nothing was done, the form is shown again."""
        SubmitToken.objects.filter(token=token, person=access.person or 0).delete()
