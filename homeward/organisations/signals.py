"""Facts this room announces. Listeners above call an action or queue a job, nothing else."""

from django.dispatch import Signal

person_left = Signal()
"""Somebody's last role at an organisation ended. Sends person, organisation (keys) and on."""

policy_changed = Signal()
"""An authority's number was set. Sends authority (key), key and from_on."""

schools_changed = Signal()
"""The register of schools, or their links, changed: one may have closed, or have a successor."""
