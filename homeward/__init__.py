"""Homeward: the shared record of a child's time away from mainstream school."""
