from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "homeward.letters"
    label = "letters"

    def ready(self) -> None:
        """Declare the worker's work, and the section."""
        from homeward.letters import work  # noqa: F401 - work declares on import
        from homeward.organisations.codes import May
        from homeward.web.navigation import Section, register

        register(Section("Letters", "letters:letters", May.APPROVE_TRANSLATIONS, 90))
