"""Stories told by calling actions; imported by nobody."""
