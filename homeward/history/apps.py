from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class HistoryConfig(AppConfig):
    name = "homeward.history"
    label = "history"

    def ready(self) -> None:
        """Lend the pages the reading log and the submit tokens; keep the guards up."""
        from homeward.history import triggers, work  # noqa: F401 - the worker's jobs
        from homeward.history.reading import on_read
        from homeward.history.submissions import Tokens
        from homeward.web.hooks import hooks

        hooks.on_read = on_read
        hooks.submissions = Tokens()
        pre_migrate.connect(triggers.before_migrating, sender=self)
        post_migrate.connect(triggers.after_migrating, sender=self)
