from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "homeward.letters"
    label = "letters"

    def ready(self) -> None:
        """Declare the worker's work."""
        from homeward.letters import work  # noqa: F401 - work declares on import
