"""Pure functions and values; no database, no clock."""
