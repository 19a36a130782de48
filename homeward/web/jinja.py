"""The environment of the pages: an undefined name is an error, everything is escaped."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from jinja2 import (
    ChoiceLoader,
    Environment,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    Undefined,
    pass_context,
)
from jinja2.runtime import Context

from . import charts, days
from .forms import error_summary, has_mistakes, shown_fields
from .hooks import hooks
from .navigation import navigation
from .pages import TOKEN
from .uuid7 import uuid7

_BORROWED = ("govuk_frontend_jinja/", "django/forms/")


class PageEnvironment(Environment):
    """Strict for our pages; lenient for borrowed templates, which lean on undefined names."""

    lenient: Environment | None = None

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: Any = None
    ) -> Template:
        if self.lenient is not None and isinstance(name, str) and name.startswith(_BORROWED):
            return self.lenient.get_template(name, parent, globals)
        return super().get_template(name, parent, globals)


def environment(**options: Any) -> PageEnvironment:
    """Build the environment. Named in the settings."""
    borrowed = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    options["loader"] = ChoiceLoader([options["loader"], borrowed])
    options["undefined"] = StrictUndefined
    made = PageEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"], **options
    )
    made.install_gettext_translations(translation, newstyle=True)  # type: ignore[attr-defined]
    made.globals.update(
        static=static,
        url=url,
        hidden_inputs=hidden_inputs,
        query_with=query_with,
        address_of_page=address_of_page,
        navigation=navigation,
        who=who,
        is_demo=is_demo,
        error_summary=error_summary,
        error_prefix=error_prefix,
        shown_fields=shown_fields,
        scale_chart=charts.scale_chart,
        day=days.day,
        short_day=days.short_day,
        language=translation.get_language,
        direction=direction,
    )
    for name in ("day", "short_day", "moment", "from_today", "due", "plural"):
        made.filters[name] = getattr(days, name)
    made.lenient = made.overlay(undefined=Undefined)
    made.lenient.lenient = None
    return made


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """Answer the address of a page by its name."""
    return reverse(name, args=args, kwargs=kwargs)


def hidden_inputs(request: HttpRequest) -> SafeString:
    """Print what every form carries unseen: the forgery token and a fresh submit token."""
    shape = '<input type="hidden" name="{}" value="{}">'
    forgery = format_html(shape, "csrfmiddlewaretoken", get_token(request))
    return forgery + format_html(shape, TOKEN, uuid7())


def query_with(request: HttpRequest, **changes: Any) -> str:
    """Answer this page's query with changes; None or "" takes a value out. Begins with "?"."""
    values = request.GET.copy()
    for name, value in changes.items():
        values.pop(name, None)
        if value not in (None, ""):
            values[name] = str(value)
    return "?" + urlencode([(name, one) for name, all_ in values.lists() for one in all_])


def address_of_page(request: HttpRequest) -> str:
    """Answer the whole address of this page, to share it: what narrows a list stays in it."""
    query = query_with(request, print=None)
    return settings.BASE_URL.rstrip("/") + request.path + (query if len(query) > 1 else "")


def who(request: HttpRequest) -> Any:
    """Answer the access of the person signed in, or None."""
    access = getattr(request, "access", None)
    return access if access is not None and access.is_signed_in else None


def is_demo(request: HttpRequest) -> bool:
    """Is this a demonstration, where everybody is invented?"""
    return bool(hooks.is_demo and hooks.is_demo(request))


def direction() -> str:
    return "rtl" if translation.get_language_bidi() else "ltr"


@pass_context
def error_prefix(context: Context) -> str:
    """Answer "Error: " where the page shows a form with mistakes, for the title."""
    return translation.gettext("Error: ") if has_mistakes(context.get_all().values()) else ""
