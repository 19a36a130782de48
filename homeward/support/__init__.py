"""Requests for support to the teams of an authority, and the queue in which they are answered."""
