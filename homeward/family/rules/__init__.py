"""What may be shown to whom, and how it is said: pure functions."""
