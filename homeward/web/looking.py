"""What somebody looks for by name: kept in their session, so that no name stands in an address."""

import secrets
from typing import Any

from django.http import HttpResponseRedirect

KEY = "looked_for"
KEPT = 8
MOST = 120


def keep(request: Any, text: str) -> str:
    """Keep a text and answer the mark that stands for it in an address."""
    mark = secrets.token_urlsafe(6)
    kept = [pair for pair in request.session.get(KEY, []) if pair[1] != text]
    request.session[KEY] = [*kept, [mark, text]][-KEPT:]
    return mark


def kept(request: Any) -> str:
    """The text behind the mark in this address; "" where there is none."""
    mark = request.GET.get("looked", "")
    return next((text for one, text in request.session.get(KEY, []) if one == mark), "")


def sent(request: Any, address: str) -> HttpResponseRedirect:
    """Answer a search that was sent: on to the address, with a mark in place of the words (`q`)."""
    mark = keep(request, request.POST.get("q", "").replace("\x00", "")[:MOST])
    joint = "&" if "?" in address else "?"
    return HttpResponseRedirect(f"{address}{joint}looked={mark}")
