"""What this room announces. Listeners above call an action or queue a job, nothing else."""

from django.dispatch import Signal

message_bounced = Signal()
"""A message did not reach its reader: it came back, or was given up after days. Sent inside the
transaction, with `about` and `message` (references), `keeper`, `because` and `on`."""
