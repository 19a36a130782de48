"""How every form over a child's record is answered: save and go back, or show it again."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.pupils import actions
from homeward.web.pages import render


def answer(
    request: Any, child: Any, form: Any, save: Callable[[], object], template: str, **values: Any
) -> HttpResponse:
    """Save what was typed and lead back to the child; or show the page again with what to do.

    Where somebody else wrote in between, both texts are shown and nothing is lost.
    """
    met: list[tuple[str, str, str]] = []
    if form.is_valid():
        try:
            save()
            return redirect("pupils:pupil", child.reference)
        except actions.Changed as changed:
            met = form.meets(changed.theirs, changed.opened)
        except actions.NotPossible as refused:
            form.add_error(None, str(refused))
    shown = {"child": child, "form": form, "met": met, **values}
    return render(request, f"pupils/{template}.jinja", shown)
