"""The pages of requests for support."""
