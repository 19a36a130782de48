"""Children, the adults of their families, households, shields, needs."""
