"""The provider's confirmation of its safeguarding checks: given, spoken, taken back."""

from datetime import date

from django.db import transaction

from homeward.organisations.access import Access
from homeward.providers.actions.writing import NotPossible, finish
from homeward.providers.models import Provider, SafeguardingConfirmation
from homeward.web.days import short_day


@transaction.atomic
def confirm_in_writing(
    provider: Provider,
    *,
    confirmed_on: date,
    expires_on: date,
    given_by: str,
    by: Access,
    on: date,
    kept_where: str = "",
) -> SafeguardingConfirmation:
    """Write down the provider's written confirmation of its safeguarding checks (R-KCS-01).

    `expires_on` is the last day on which it stands. Raises NotPossible for a day to come or an
    expiry that is not later.
    """
    if expires_on <= confirmed_on:
        raise NotPossible("It must stand for longer than the day it was given")
    return _confirm(
        provider,
        confirmed_on=confirmed_on,
        expires_on=expires_on,
        given_by=given_by,
        kept_where=kept_where,
        by=by,
        on=on,
    )


@transaction.atomic
def note_spoken_confirmation(
    provider: Provider, *, confirmed_on: date, given_by: str, by: Access, on: date
) -> SafeguardingConfirmation:
    """Write down a spoken confirmation: from whom and when. It falls due in writing.

    Raises NotPossible for a day to come.
    """
    return _confirm(
        provider,
        confirmed_on=confirmed_on,
        expires_on=None,
        given_by=given_by,
        kept_where="",
        by=by,
        on=on,
    )


@transaction.atomic
def take_back_confirmation(
    confirmation: SafeguardingConfirmation, *, because: str, by: Access, on: date
) -> None:
    """Say that a confirmation was written down by mistake; it stays on the list with the reason.

    Raises NotPossible without a reason, or for one that was taken back.
    """
    if not because.strip():
        raise NotPossible("Say why it is taken back")
    now = SafeguardingConfirmation.objects.select_for_update().get(pk=confirmation.pk)
    if now.taken_back_on:
        raise NotPossible("This was taken back already")
    now.taken_back_on, now.taken_back_because = on, because
    now.save(update_fields=["taken_back_on", "taken_back_because"])
    finish(
        confirmation.provider,
        kind="safeguarding-taken-back",
        summary=f"Took back the confirmation {now}: {because}",
        by=by,
        on=on,
    )


def _confirm(
    provider: Provider,
    *,
    confirmed_on: date,
    expires_on: date | None,
    given_by: str,
    kept_where: str,
    by: Access,
    on: date,
) -> SafeguardingConfirmation:
    if confirmed_on > on:
        raise NotPossible("That day is still to come: record it once it has been given")
    given = SafeguardingConfirmation.objects.create(
        provider=provider,
        is_written=expires_on is not None,
        confirmed_on=confirmed_on,
        expires_on=expires_on,
        given_by=given_by,
        kept_where=kept_where,
        recorded_on=on,
        recorded_by_id=by.person,
        recorded_at_organisation_id=by.organisation or provider.organisation.area,
    )
    how = "in writing" if expires_on else "by word of mouth"
    finish(
        provider,
        kind="safeguarding",
        summary=f"Safeguarding checks confirmed {how} by {given_by} on {short_day(confirmed_on)}",
        by=by,
        on=on,
    )
    return given
