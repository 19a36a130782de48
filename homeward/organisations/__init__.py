"""Schools, teams and providers as organisations; people, roles, access, sign-in, policy."""
