from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    name = "homeward.calendars"
    label = "calendars"

    def ready(self) -> None:
        """Declare what can be due here, and put term dates into the navigation."""
        from homeward.calendars.actions import needed
        from homeward.calendars.due import declare
        from homeward.web.navigation import Section, register
        from homeward.web.pages import PUBLIC

        declare()
        needed.declare()
        register(
            Section(
                "Term dates",
                "calendars:term_dates",
                PUBLIC,
                60,
                "Terms, half terms, INSET days and closures of the authority and each school.",
            )
        )
