"""Each change of this room: one transaction, by somebody, on a day."""
