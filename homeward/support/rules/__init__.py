"""Where a request stands, what is due about it, and how that is said: pure functions over its facts."""
