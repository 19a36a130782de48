from django.apps import AppConfig


class SupportConfig(AppConfig):
    name = "homeward.support"
    label = "support"

    def ready(self) -> None:
        """Declare what can be due here, the worker's work, the panel and the promises kept."""
        from homeward.organisations.codes import May
        from homeward.support import due, panels, promises, settling, work  # noqa: F401 - work declares on import
        from homeward.web.navigation import Section, register

        due.declare()
        settling.declare()
        panels.declare()
        promises.declare()
        register(Section("Requests", "support:requests", May.ANSWER_REQUESTS, 25))
        register(Section("Support", "support:requests", May.ASK_FOR_SUPPORT, 25))
