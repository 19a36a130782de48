from django.apps import AppConfig


class DueConfig(AppConfig):
    name = "homeward.due"
    label = "due"

    def ready(self) -> None:
        """Put Today into the navigation."""
        from homeward.organisations.codes import May
        from homeward.web.navigation import Section, register

        register(Section("Today", "due:today", May.READ_TODAY, 10))
