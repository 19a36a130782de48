"""What this room announces."""

from django.dispatch import Signal

provider_changed = Signal()
"""Sent inside the transaction, with `provider` (key of the provider), `by` and `on`."""
