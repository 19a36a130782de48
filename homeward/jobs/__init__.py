"""The worker: claim, lease, retry, schedule."""
