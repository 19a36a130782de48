"""The family's pages, for the school: words, links, known devices, and replies to answer."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from homeward.family.actions import linking, replying
from homeward.family.forms.staff import AgreeWordForm, AnswerReplyForm
from homeward.family.queries import replies, staff
from homeward.letters.square import square
from homeward.organisations.codes import May
from homeward.placements import queries as placements
from homeward.web.pages import page, render


@page(May.ANSWER_FAMILY, reads="placement")
def family(request: Any, reference: UUID) -> HttpResponse:
    """Show who of the family has a page, what opens it, and what they wrote."""
    found = placements.commissioned(request.access, reference)
    values = {
        "placement": found,
        "shown": staff.family_pages(request.access, found, on=request.today),
        "may_send": request.access.may(May.SEND_LETTERS),
    }
    return render(request, "family/staff/family.jinja", values)


@page(May.SEND_LETTERS)
def word(request: Any, reference: UUID, whom: UUID) -> HttpResponse:
    """Agree the word with somebody of the family."""
    found = placements.commissioned(request.access, reference)
    member = staff.member(request.access, found, whom, on=request.today)
    form = AgreeWordForm(request.POST or None)
    if form.is_valid():
        try:
            said = form.cleaned_data["word"]
            linking.agree_word(found, member, said, by=request.access, on=request.today)
        except linking.NotAWord as problem:
            form.add_error("word", str(problem))
        else:
            messages.success(request, f"The word of {member.name} is saved.")
            return redirect("family:family", reference)
    values = {"placement": found, "member": member, "form": form}
    return render(request, "family/staff/word.jinja", values)


@page(May.SEND_LETTERS)
def link(request: Any, reference: UUID, whom: UUID) -> HttpResponse:
    """Make a link, which is shown once: to copy, to scan, or on paper."""
    found = placements.commissioned(request.access, reference)
    row = staff.row(request.access, found, whom, on=request.today)
    address = ""
    if request.method == "POST" and row.standing.has_word:
        path = linking.make_link(found, row.member, by=request.access, on=request.today)
        address = settings.BASE_URL.rstrip("/") + path
    values = {
        "placement": found,
        "row": row,
        "member": row.member,
        "address": address,
        "square": square(address) if address else "",
    }
    return render(request, "family/staff/link.jinja", values)


@page(May.SEND_LETTERS)
def revoke(request: Any, reference: UUID, whom: UUID) -> HttpResponse:
    """Ask, and then revoke every link, device and calendar of somebody at once."""
    return _revoke(request, reference, whom, None)


@page(May.SEND_LETTERS)
def revoke_device(request: Any, reference: UUID, whom: UUID, device: UUID) -> HttpResponse:
    """Ask, and then revoke one device of somebody."""
    return _revoke(request, reference, whom, device)


@page(May.ANSWER_FAMILY)
def answer_reply(request: Any, reference: UUID, reply: UUID) -> HttpResponse:
    """Read what an adult of the family wrote, and answer it."""
    found = placements.commissioned(request.access, reference)
    said = replies.reply(request.access, found, reply)
    is_from_today = request.GET.get("from") == "today"
    form = AnswerReplyForm(request.POST or None)
    if form.is_valid():
        text = form.cleaned_data["text"]
        try:
            replying.answer_reply(found, said, text=text, by=request.access, on=request.today)
        except replying.KeptBack as kept:
            for sentence in kept.found:
                form.add_error("text", f"{sentence} Leave it out.")
        else:
            messages.success(request, f"{said.adult.name} reads your answer on their own page.")
            if is_from_today:
                return redirect("due:today")
            return redirect("family:family", reference)
    values = {"placement": found, "said": said, "form": form, "is_from_today": is_from_today}
    return render(request, "family/staff/answer.jinja", values)


def _revoke(request: Any, reference: UUID, whom: UUID, device: UUID | None) -> HttpResponse:
    found = placements.commissioned(request.access, reference)
    row = staff.row(request.access, found, whom, on=request.today)
    known = next((one for one in row.standing.devices if one.reference == device), None)
    if device is not None and known is None and request.method != "POST":
        raise Http404
    if request.method == "POST":
        linking.revoke(found, row.member, device=device, by=request.access, on=request.today)
        messages.success(request, "Revoked. It opens nothing any more.")
        return redirect("family:family", reference)
    values = {"placement": found, "row": row, "member": row.member, "device": known}
    return render(request, "family/staff/revoke.jinja", values)
