"""A provider's record: registration, sites, safeguarding confirmation. No child's data."""
