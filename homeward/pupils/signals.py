"""What this room announces."""

from django.dispatch import Signal

pupil_changed = Signal()
"""Sent inside the transaction, with `pupil` (key), `by` and `on`: school, year or needs may differ."""
