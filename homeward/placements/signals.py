"""What this room announces."""

from django.dispatch import Signal

adults_changed = Signal()
"""Sent inside the transaction, with `placement` (key), `by` and `on`: an adult was named, or has ended."""
