from django.apps import AppConfig
from django.http import HttpRequest


class OrganisationsConfig(AppConfig):
    name = "homeward.organisations"
    label = "organisations"

    def ready(self) -> None:
        from homeward.organisations.roles import who_may
        from homeward.web.hooks import hooks

        hooks.is_demo = _is_demo
        hooks.who_may = lambda permission, request: who_may(permission)


def _is_demo(request: HttpRequest) -> bool:
    from homeward.organisations.clock import is_demo

    standing = getattr(request, "standing", None)
    return is_demo() if standing is None else bool(standing.is_demo)
