"""What this room announces."""

from django.dispatch import Signal

calendar_changed = Signal()
"""Sent inside the transaction, with `organisation_ids` (a frozenset: every organisation whose school
days may have moved, an authority's schools included), `by` and `on`."""
