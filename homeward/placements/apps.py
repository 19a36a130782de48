from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "homeward.placements"
    label = "placements"

    def ready(self) -> None:
        """Declare what can be due, the worker's work, and who a placement opens a record to."""
        from homeward.organisations.codes import May
        from homeward.placements import due, panels, promises, work  # noqa: F401 - work declares on import
        from homeward.placements.actions import checking
        from homeward.placements.queries.visible import opened_pupils
        from homeward.pupils import visibility
        from homeward.web.navigation import Section, register

        due.declare()
        checking.declare()
        promises.declare()
        panels.declare()
        visibility.register(opened_pupils)
        register(Section("Placements", "placements:placements", May.READ_PLACEMENTS, 20))
