"""The outside world: file imports and other transports."""
