from django.apps import AppConfig


class LinksConfig(AppConfig):
    name = "homeward.links"
    label = "links"

    def ready(self) -> None:
        """Lend the pages what recognises a device, and declare the nightly tidying."""
        from homeward.links import work  # noqa: F401 - work declares on import
        from homeward.links.recognising import recognised
        from homeward.web.hooks import hooks

        hooks.by_link = recognised
