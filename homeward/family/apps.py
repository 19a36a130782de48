from django.apps import AppConfig


class FamilyConfig(AppConfig):
    name = "homeward.family"
    label = "family"

    def ready(self) -> None:
        """Declare what can be due here, the worker's work and the panels."""
