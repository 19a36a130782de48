from django.apps import AppConfig


class ProvidersConfig(AppConfig):
    name = "homeward.providers"
    label = "providers"

    def ready(self) -> None:
        """Declare what can be due here and the worker's work; stand in the navigation."""
        from homeward.organisations.codes import May
        from homeward.providers import due, panels, settling, work  # noqa: F401 - work declares on import
        from homeward.web.navigation import Section, register

        due.declare()
        settling.declare()
        panels.declare()
        register(Section("Providers", "providers:providers", May.READ_PROVIDERS, 40))
