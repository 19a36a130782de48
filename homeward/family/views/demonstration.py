"""The pages of a parent, a child and a teacher by one click: in a demonstration and nowhere else."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from homeward.family.queries.demonstration import offered
from homeward.links import actions as links
from homeward.links.recognising import remember, sent_from
from homeward.links.rules import home_of
from homeward.web.pages import PUBLIC, page


@page(PUBLIC, once=False)
def demonstration(request: Any, kind: str) -> HttpResponse:
    """Open one of the pages that a demonstration offers."""
    found = next((one for one in offered(request.access) if one.kind == kind), None)
    if request.method != "POST" or found is None:
        raise Http404
    opened = links.know_in_demonstration(
        kind=found.kind, whom=found.whom, keeper=found.keeper, sent=sent_from(request)
    )
    return remember(redirect(home_of(found.kind, found.whom)), opened)
