from django.apps import AppConfig


class PupilsConfig(AppConfig):
    name = "homeward.pupils"
    label = "pupils"

    def ready(self) -> None:
        """Stand in the navigation."""
        from homeward.organisations.codes import May
        from homeward.web.navigation import Section, register

        register(Section("Children", "pupils:pupils", May.READ_PUPILS, 30))
