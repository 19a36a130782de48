"""What the guidance asks, as pure functions over dates and small frozen dataclasses."""
