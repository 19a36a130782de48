"""What is expected, by when, of whom, and why; Today."""
