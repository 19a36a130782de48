"""What the outside world says: guidance passages, national code lists. No Django."""
