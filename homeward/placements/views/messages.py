"""Writing to the family and to staff: the list, the check before sending, and one message."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from homeward.letters import pdf
from homeward.letters.actions import AlreadyHandedOver
from homeward.letters.blocks import blocks
from homeward.letters.square import square
from homeward.letters.texts import direction
from homeward.organisations.codes import May
from homeward.placements import queries
from homeward.placements.actions import NotAllowed
from homeward.placements.actions import messages as actions
from homeward.placements.forms.messages import MessageForm, mark_of
from homeward.placements.queries import messages as reading
from homeward.placements.queries.before_sending import before_sending
from homeward.placements.queries.letter_matter import NotNow
from homeward.placements.queries.letter_values import TO_WRITE
from homeward.placements.views import recording
from homeward.web.pages import page

CHANGED = "The letters have changed since you looked. Please look at them once more, then send."


@page(May.ANSWER_FAMILY, reads="placement")
def messages(request: Any, reference: UUID) -> HttpResponse:
    """What was sent to whom and how it went, and what could be written now."""
    placement = queries.commissioned(request.access, reference)
    may_write = request.access.may(May.SEND_LETTERS)
    after = request.GET.get("after", "")[:200]
    shown = reading.messages_page(
        request.access, placement, on=request.today, after=after, may_write=may_write
    )
    return recording.show(
        request, "messages/list", placement, shown=shown, may_write=may_write, after=after
    )


@page(May.SEND_LETTERS, reads="placement")
def new_message(request: Any, reference: UUID, letter: str) -> HttpResponse:
    """Check before sending: what each person gets, and who gets nothing and why. Then send."""
    placement = queries.commissioned(request.access, reference)
    if letter not in TO_WRITE:
        raise Http404
    form = MessageForm(request.POST or None, letter=letter, initial=_again(request, placement))
    only = request.GET.get("to", "")[:60]
    try:
        made = _made(request, placement, letter, form, only)
    except NotNow as not_now:
        return recording.show(request, "messages/not_now", placement, because=str(not_now))
    form.ask_channels(made)
    is_sent = "send" in request.POST and form.is_valid()
    if is_sent and (sent := _send(request, placement, made, form, only)):
        return sent
    return recording.show(request, "messages/check", placement, **_checked(made, form))


def _made(request: Any, placement: Any, letter: str, form: Any, only: str) -> Any:
    """The letter as it would be sent now."""
    return before_sending(
        request.access,
        placement,
        letter,
        occasion=_about(request),
        typed=form.typed(only),
        on=request.today,
    )


def _checked(made: Any, form: Any) -> dict[str, Any]:
    """What the check shows."""
    return {
        "form": form,
        "made": made,
        "mark": mark_of(made),
        "texts": {one.key: blocks(one.shown) for one in made.readers},
        "direction_of": direction,
    }


def _send(request: Any, placement: Any, made: Any, form: Any, only: str) -> HttpResponse | None:
    """Send what was checked; nothing where the text is another by now, or may not be said."""
    if form.cleaned_data["checked"] != mark_of(made):
        form.add_error(None, CHANGED)
        return None
    typed = form.typed(only)
    try:
        mailing = actions.send(
            placement,
            letter=made.letter.name,
            occasion=_about(request) or made.content.occasion,
            channels=typed.channels,
            own_words=typed.own_words,
            more=typed.more,
            only=only,
            by=request.access,
            on=request.today,
        )
    except NotAllowed as refused:
        form.add_error(None, str(refused))
        return None
    count = mailing.sendings.count()
    said = f"Written to {count} {'person' if count == 1 else 'people'}."
    return recording.leave(
        request, [said], reverse("placements:messages", args=[placement.reference])
    )


@page(May.ANSWER_FAMILY, reads="placement")
def message(request: Any, reference: UUID, message: UUID) -> HttpResponse:
    """One message exactly as it was sent; and, for those who write, ways to get it to its reader."""
    placement = queries.commissioned(request.access, reference)
    sending = reading.sending(request.access, placement, message)
    may_write = request.access.may(May.SEND_LETTERS)
    if request.method == "POST" and may_write:
        return _hand_over(request, placement, sending)
    shown = reading.message_page(
        request.access, placement, sending, on=request.today, may_give_links=may_write
    )
    values = {"shown": shown, "may_write": may_write} | _ways(shown, placement)
    return recording.show(request, "messages/message", placement, **values)


def _ways(shown: Any, placement: Any) -> dict[str, Any]:
    """Where the message can be written again for the same person, and asked about again."""
    name, mailing = shown.message.letter, shown.sending.mailing
    again = {"to": shown.person, "again": str(shown.message.reference)}
    again |= {"about": str(mailing.occasion)} if mailing.occasion else {}
    ask = {"about": str(shown.sending.reference)}
    is_asked = shown.letter is not None and shown.letter.asks_answer
    is_open = is_asked and shown.sending.adult_id and not shown.sending.answered_on
    return {
        "again_url": _new(placement, name, again) if name in TO_WRITE else "",
        "ask_url": _new(placement, "asked_again", ask) if is_open else "",
        "direction_of": direction,
        "parts_of": blocks(shown.message.body),
        "square": square(shown.link) if shown.link else "",
    }


def _new(placement: Any, letter: str, query: dict[str, str]) -> str:
    address = reverse("placements:new_message", args=[placement.reference, letter])
    return f"{address}?{urlencode(query)}"


def _hand_over(request: Any, placement: Any, sending: Any) -> HttpResponse:
    try:
        actions.hand_over(placement, sending, by=request.access, on=request.today)
        said = "Saved. It was handed over."
    except AlreadyHandedOver as already:
        said = str(already)
    address = reverse("placements:message", args=[placement.reference, sending.message.reference])
    return recording.leave(request, [said], address)


@page(May.SEND_LETTERS, reads="placement")
def letter_pdf(request: Any, reference: UUID, message: UUID) -> HttpResponse:
    """The message as a tagged PDF, for printing; not where its address is no longer right."""
    placement = queries.commissioned(request.access, reference)
    sending = reading.sending(request.access, placement, message)
    shown = reading.message_page(
        request.access, placement, sending, on=request.today, may_give_links=False
    )
    if shown.is_elsewhere:
        raise Http404
    return _download(pdf.made(sending.message).content)


def _download(content: bytes) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="letter.pdf"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _about(request: Any) -> UUID | None:
    """The occasion that the address names."""
    try:
        return UUID(request.GET.get("about", ""))
    except ValueError:
        return None


def _again(request: Any, placement: Any) -> dict[str, str]:
    """The own words of the message that is sent once more."""
    try:
        again = UUID(request.GET.get("again", ""))
    except ValueError:
        return {}
    return {"own_words": reading.own_words(request.access, placement, again)}
