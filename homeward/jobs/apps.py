from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "homeward.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Declare the worker's own work."""
        from homeward.jobs import work  # noqa: F401 - declares on import
