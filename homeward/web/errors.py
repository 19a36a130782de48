"""What is said when a page cannot be given. Calm sentences, and what to do next."""

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.views.decorators.csrf import requires_csrf_token

from .pages import refuse, render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 400: what was sent cannot be read."""
    is_too_big = isinstance(exception, RequestDataTooBig)
    text = loader.render_to_string("web/bad_request.jinja", {"is_too_big": is_too_big}, request)
    return HttpResponse(text, status=400)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 403, with the sentence of the refusal where it has one."""
    sentence = str(exception) if isinstance(exception, PermissionDenied) else ""
    return refuse(request, sentence)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 404: the same for what does not exist and for what is somebody else's."""
    return render(request, "web/not_found.jinja", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 by a page that needs no database and no session."""
    return HttpResponse(loader.render_to_string("web/server_error.jinja"), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was open too long, or came from elsewhere."""
    return render(request, "web/stale_form.jinja", status=403)
