from django.apps import AppConfig
from django.http import HttpRequest


class OrganisationsConfig(AppConfig):
    name = "homeward.organisations"
    label = "organisations"

    def ready(self) -> None:
        from homeward.jobs.registry import today_is
        from homeward.organisations import clock, work  # noqa: F401 - the worker's jobs
        from homeward.organisations.codes import May
        from homeward.organisations.roles import who_may
        from homeward.web.hooks import hooks
        from homeward.web.navigation import Section, register

        today_is(clock.today)
        hooks.is_demo = _is_demo
        hooks.who_may = lambda permission, request: who_may(permission)
        register(Section("People", "organisations:people", May.KEEP_PEOPLE, 80))
        register(Section("Policy", "organisations:policy", May.KEEP_POLICY, 85))


def _is_demo(request: HttpRequest) -> bool:
    from homeward.organisations.clock import is_demo

    standing = getattr(request, "standing", None)
    return is_demo() if standing is None else bool(standing.is_demo)
