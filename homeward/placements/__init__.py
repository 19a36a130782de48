"""The purpose: start gate, plan, weekly contact and their lifecycle."""
