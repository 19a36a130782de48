"""The public pages: home, guidance, directory, contacts, term dates. No child's data."""
