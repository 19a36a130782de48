"""Whether the site and its worker are alive."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils import timezone

from homeward.jobs import queries
from homeward.web.pages import PUBLIC, page


@page(PUBLIC)
def health(request: Any) -> HttpResponse:
    """Say that the site answers, and how long ago the worker last looked for work."""
    age = queries.worker_age(request.access, timezone.now())
    return JsonResponse(
        {"status": "ok", "worker_age_seconds": age}, headers={"Cache-Control": "no-store"}
    )
