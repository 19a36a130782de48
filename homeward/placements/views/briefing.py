"""The one page "how to help me": written, sent to the teachers, and who has read it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.actions import briefing as changing
from homeward.placements.codes import BriefingFor
from homeward.placements.forms.briefing import BriefingForm, SendForm, WhyNotForm
from homeward.placements.queries import briefing as reading
from homeward.placements.views import recording
from homeward.web.pages import page


@page(May.ANSWER_FAMILY, reads="placement")
def briefing(request: Any, reference: UUID) -> HttpResponse:
    """The briefing as it stands: what it says, who has read it and who has not."""
    placement = queries.commissioned(request.access, reference)
    beginning = request.GET.get("for", "")
    if beginning not in BriefingFor.values():
        beginning = reading.chosen(request.access, placement, on=request.today)
    shown = reading.page(request.access, placement, beginning, on=request.today)
    send = SendForm(initial={"number": shown.latest.number})
    values = {"shown": shown, "beginning": BriefingFor(beginning), "send": send, "may": May}
    return recording.show(request, "briefing/briefing", placement, **values)


@page(May.EDIT_PLAN, reads="placement")
def write(request: Any, reference: UUID, beginning: str) -> HttpResponse:
    """Write the page; where somebody else wrote it meanwhile, show both texts."""
    placement, chosen = _placement(request, reference, beginning)
    text = reading.fresh(request.access, placement, chosen, on=request.today)
    number = reading.latest(request.access, placement, chosen).number
    form, theirs = BriefingForm(request.POST or None, text=text, number=number), None
    if form.is_valid():
        said = {"briefing_for": chosen, **form.said()}
        try:
            changing.write_briefing(placement, **said, by=request.access, on=request.today)
        except changing.BriefingChanged as changed:
            theirs = _both_texts(form, changed.theirs)
        except actions.NotAllowed as refused:
            form.add_error("helps", str(refused))
        else:
            saved = "Saved as a new version of the briefing." if number else "Saved."
            return _leave(request, placement, chosen, saved)
    values = {"form": form, "theirs": theirs, "text": text, "beginning": chosen}
    return recording.show(request, "briefing/write", placement, **values)


@page(May.SEND_LETTERS, reads="placement")
def send(request: Any, reference: UUID, beginning: str) -> HttpResponse:
    """Check before sending: what each teacher gets, and who gets it on paper; then send it."""
    placement, chosen = _placement(request, reference, beginning)
    shown = reading.page(request.access, placement, chosen, on=request.today)
    form = SendForm(request.POST or None, initial={"number": shown.latest.number})
    if form.is_valid():
        try:
            sent = changing.send_briefing(
                placement, **form.said(), by=request.access, on=request.today
            )
        except actions.NotAllowed as refused:
            form.add_error(None, str(refused))
        else:
            return _leave(request, placement, chosen, _sent_to(sent))
    values = {"form": form, "shown": shown, "beginning": chosen}
    return recording.show(request, "briefing/send", placement, **values)


@page(May.SEND_LETTERS, reads="placement")
def again(request: Any, reference: UUID, beginning: str) -> HttpResponse:
    """Ask those who have not read it again, once a day."""
    placement, chosen = _placement(request, reference, beginning)
    shown = reading.page(request.access, placement, chosen, on=request.today)
    form = SendForm(request.POST or None, initial={"number": "0"})
    if form.is_valid():
        try:
            asked = changing.ask_again(
                placement,
                own_words=form.cleaned_data["own_words"],
                by=request.access,
                on=request.today,
            )
        except actions.NotAllowed as refused:
            form.add_error(None, str(refused))
        else:
            return _leave(request, placement, chosen, f"Asked {_counted(len(asked))} again.")
    values = {"form": form, "shown": shown, "beginning": chosen}
    return recording.show(request, "briefing/again", placement, **values)


@page(May.APPROVE_RETURN, reads="placement")
def why_not(request: Any, reference: UUID, beginning: str) -> HttpResponse:
    """The headteacher or deputy says why not all have read it."""
    placement, chosen = _placement(request, reference, beginning)
    shown = reading.page(request.access, placement, chosen, on=request.today)
    form = WhyNotForm(request.POST or None)
    if form.is_valid():
        try:
            changing.excuse(placement, **form.cleaned_data, by=request.access, on=request.today)
        except actions.NotAllowed as refused:
            form.add_error("because", str(refused))
        else:
            return _leave(request, placement, chosen, "Saved, with your name.")
    values = {"form": form, "shown": shown, "beginning": chosen}
    return recording.show(request, "briefing/why_not", placement, **values)


def _placement(request: Any, reference: UUID, beginning: str) -> tuple[Any, BriefingFor]:
    if beginning not in BriefingFor.values():
        raise Http404
    return queries.commissioned(request.access, reference), BriefingFor(beginning)


def _both_texts(form: BriefingForm, theirs: Any) -> Any:
    """Let the form be sent again, over the version that somebody else wrote meanwhile."""
    sent: Any = form.data
    form.data = {**sent.dict(), "based_on": str(theirs.number)}
    form.add_error(None, "Somebody else changed this page while you were writing")
    return theirs


def _counted(count: int) -> str:
    return "1 teacher" if count == 1 else f"{count} teachers"


def _sent_to(teachers: list[Any]) -> str:
    """To how many it went by email, and how many of them get a card, which the list links to."""
    by_hand = sum(not one.email for one in teachers)
    if not by_hand:
        return f"Sent to {_counted(len(teachers))}."
    return f"Sent to {len(teachers) - by_hand}; print a card for {by_hand}: each is linked below."


def _leave(request: Any, placement: Any, chosen: BriefingFor, said: str) -> HttpResponse:
    back = reverse("placements:briefing", args=[placement.reference]) + f"?for={chosen}"
    return recording.leave(request, [said], back)
