"""How every short page of a placement is answered: save and go back to the list, or show it again."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.placements import actions, queries
from homeward.web.pages import render

REFUSALS = (
    actions.NotAllowed,
    actions.AlreadyAgreed,
    actions.AlreadyEnded,
    actions.NotStarted,
)


def answer(
    request: Any,
    placement: Any,
    form: Any,
    *,
    section: str,
    save: Callable[[], object],
    template: str = "placements/draft/section.jinja",
    leads_to: str = "placements:placement",
    **values: Any,
) -> HttpResponse:
    """Save what was typed and lead back to the placement; or show the page again with what to do.

    A refusal of the action becomes a sentence at the top; where somebody else wrote in between,
    both texts are shown and nothing is lost.
    """
    theirs: dict[str, Any] = {}
    if form.is_valid():
        try:
            save()
        except actions.Changed as changed:
            theirs = form_labels(form, changed.theirs)
            form.data = {**form.data.dict(), "edited": str(changed.edited)}
            form.add_error(None, "Somebody else changed this page while you were writing")
        except REFUSALS as refused:
            form.add_error(None, str(refused))
        else:
            return redirect(leads_to, placement.reference)
    shown = queries.section(request.access, placement, section, on=request.today)
    return render(
        request,
        template,
        {"placement": placement, "form": form, "theirs": theirs, "section": shown, **values},
    )


def form_labels(form: Any, texts: Any) -> dict[str, Any]:
    """The other editor's texts under the questions of the form."""
    return {form.fields[name].label: value for name, value in texts.items() if name in form.fields}
