from django.apps import AppConfig


class FamilyConfig(AppConfig):
    name = "homeward.family"
    label = "family"

    def ready(self) -> None:
        """Declare what can be due here, the worker's work and the panels."""
        from homeward.family import due, panels, papers, promises, work  # noqa: F401 - work declares on import
        from homeward.family.actions import replies_due, words_due
        from homeward.organisations.rules.service_rules import also

        due.declare()
        replies_due.declare()
        words_due.declare()
        panels.declare()
        promises.declare()
        also(papers.NAME, papers.TITLE, papers.family)
