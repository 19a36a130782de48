"""Names, shields and what a child's record may say: pure functions."""
