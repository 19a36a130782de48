"""What changed and who read what; submit tokens."""
