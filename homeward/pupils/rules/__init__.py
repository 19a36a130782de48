"""Names, year groups, shields and what an editor saw: pure functions."""
