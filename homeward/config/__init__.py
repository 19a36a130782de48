"""Wiring: settings, addresses, servers. No logic."""
