from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "homeward.oversight"
    label = "oversight"

    def ready(self) -> None:
        """Put the overview into the navigation."""
        from homeward.organisations.codes import May
        from homeward.web.navigation import Section, register

        register(Section("Overview", "oversight:overview", May.READ_OVERVIEW, 15))
