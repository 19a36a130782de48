"""What happens around every form about a request: save and go back, or show what to mend."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.support import actions
from homeward.web.pages import render

REFUSED = (
    actions.AlreadyAsked,
    actions.AlreadyClosed,
    actions.AlreadyDone,
    actions.AlreadyTaken,
    actions.IsClosed,
    actions.NotAllowed,
    actions.NotClosed,
    actions.NotYet,
    actions.TeamOfAnother,
)


def answer(
    request: Any,
    template: str,
    found: Any,
    form: Any,
    save: Callable[[], object],
    saved: str,
    **values: Any,
) -> HttpResponse:
    """Save what is right and lead to the request; or show the page again with what to do."""
    if form.is_valid():
        try:
            save()
        except REFUSED as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, saved)
            return redirect("support:request", found.reference)
    values = {"found": found, "form": form, "today": request.today, **values}
    return render(request, f"support/{template}.jinja", values)
