"""The calendar of one adult: switched on and off on their page, read by their telephone."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.family.ical import calendar_file
from homeward.family.queries import feed
from homeward.family.views.parent import ADULT, of_adult
from homeward.links import actions as links
from homeward.links.codes import GuessKind, LinkKind
from homeward.links.recognising import does_not_open, sent_from
from homeward.links.rules import feed_address
from homeward.web.pages import PUBLIC, page, render


@page(ADULT)
@of_adult
def calendar(request: Any, reader: Any, placement: Any) -> HttpResponse:
    """Make the secret address of the calendar, which is shown once; or stop it."""
    whom, keeper = reader.adult.reference, reader.adult.keeper_id
    address = ""
    if "stop" in request.POST:
        links.stop_feed(whom=whom, keeper=keeper)
        messages.success(request, "The calendar is off now.")
        return redirect("family:calendar", whom)
    if "make" in request.POST:
        token = links.make_feed(kind=LinkKind.ADULT, whom=whom, keeper=keeper, on=request.today)
        address = settings.BASE_URL.rstrip("/") + feed_address(LinkKind.ADULT, whom, token)
    values = {
        "reader": reader,
        "address": address,
        "webcal": "webcal://" + address.partition("://")[2],
        "has_feed": feed.has_feed(request.access, reader, on=request.today),
    }
    return render(request, "family/parent/calendar.jinja", values)


@page(PUBLIC, once=False)
def calendar_feed(request: Any, reference: UUID, token: str) -> HttpResponse:
    """Answer the calendar of a secret address; the page that names nobody for any other."""
    reader = feed.feed_reader(request.access, token, reference, on=request.today)
    if reader is None:
        return _guess(request, reference)
    found = (
        feed.entries(request.access, reader, reader.placement, on=request.today)
        if reader.placement
        else []
    )
    file = calendar_file(found, whose=str(reference), on=request.today)
    response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    return response


def _guess(request: Any, whom: UUID) -> HttpResponse:
    try:
        links.guessed(GuessKind.FEED, sent_from(request), whom)
    except links.SlowDown:
        return does_not_open(request, is_slow=True)
    return does_not_open(request)
