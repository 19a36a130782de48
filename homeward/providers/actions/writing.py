"""What every change to a provider's record does: settle, announce, write history."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from homeward.history.actions import record
from homeward.organisations.access import Access
from homeward.providers.models import Provider
from homeward.providers.settling import settle_provider
from homeward.providers.signals import provider_changed


class NotPossible(ValueError):
    """The record cannot say this; the message says what to do."""


def finish(
    provider: Provider,
    *,
    kind: str,
    summary: str,
    by: Access,
    on: date,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Settle what is due, announce the change and write it down, last of all."""
    settle_provider(provider, by=by, on=on)
    provider_changed.send(sender=Provider, provider=provider.pk, by=by, on=on)
    record(
        keeper=provider.organisation.area,
        about=provider.reference,
        kind=f"provider.{kind}",
        summary=summary,
        by=by,
        on=on,
        before=before,
        after=after,
    )
