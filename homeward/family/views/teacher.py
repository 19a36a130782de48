"""A teacher's pages: opened by their own link and the figures from their mailbox, or signed in."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from homeward.family.forms.teacher import FiguresForm
from homeward.family.queries import teacher as reading
from homeward.links import actions as links
from homeward.links import queries as known_links
from homeward.links.codes import GuessKind, LinkKind
from homeward.links.recognising import does_not_open, known, remember, sent_from
from homeward.links.rules import home_of
from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.placements import actions as placements
from homeward.placements.actions.briefing import read_briefing
from homeward.placements.actions.teacher_mail import send_figures
from homeward.placements.actions.ticks import Ticked, tick_adjustments
from homeward.placements.forms.briefing import TickForm
from homeward.web.pages import PUBLIC, ByLink, page, render


@page(PUBLIC, once=False)
def open_teacher(request: Any, reference: UUID, token: str) -> HttpResponse:
    """Open a teacher's link: at once on their own device, else with figures from their mailbox."""
    home = home_of(LinkKind.TEACHER, reference)
    if not reading.has_page(request.access, reference, on=request.today):
        return _guessed(request, reference)
    if known(request, LinkKind.TEACHER, reference) is not None:
        return HttpResponseRedirect(home)
    found = known_links.link(
        request.access, token, kind=LinkKind.TEACHER, whom=reference, on=request.today
    )
    if found is None:
        return _guessed(request, reference)
    teacher = reading.teacher(request.access, reference)
    if request.POST.get("step") == "send":
        return _send(request, teacher)
    form = FiguresForm(request.POST or None)
    if form.is_valid():
        opened = _opened(request, form, reference, token)
        if opened is not None:
            return opened
    return _ask(request, teacher, form)


@page(ByLink(LinkKind.TEACHER))
def by_link(request: Any, reference: UUID) -> HttpResponse:
    """The list of a teacher whose device is known."""
    return _list(request, _by_link(request, reference), home_of(LinkKind.TEACHER, reference))


@page(ByLink(LinkKind.TEACHER))
def child_by_link(request: Any, reference: UUID, placement: UUID) -> HttpResponse:
    """The one page about a child, on a device that is known."""
    teachers = _by_link(request, reference)
    return _child(request, teachers, placement, home_of(LinkKind.TEACHER, reference))


@page(May.READ_BRIEFINGS)
def signed_in(request: Any) -> HttpResponse:
    """The list of a teacher who is signed in."""
    return _list(request, reading.signed_in(request.access), reverse("family:briefings"))


@page(May.READ_BRIEFINGS, reads="placement")
def child_signed_in(request: Any, reference: UUID) -> HttpResponse:
    """The one page about a child, for a teacher who is signed in."""
    teachers = reading.signed_in(request.access)
    return _child(request, teachers, reference, reverse("family:briefings"))


def _list(request: Any, teachers: Any, home: str) -> HttpResponse:
    shown = reading.page(request.access, teachers, on=request.today)
    return render(request, "family/teacher.jinja", {"shown": shown, **_around(request, home)})


def _child(request: Any, teachers: Any, placement: UUID, home: str) -> HttpResponse:
    """Show the page; write down a tap on *I have read this*, or what is said of adjustments."""
    opened = reading.briefing(request.access, teachers, placement, on=request.today)
    shown = opened.shown
    said = {f"happening_{at}": shown.said.get(one.thread) for at, one in enumerate(shown.asked)}
    is_tick = request.POST.get("step") == "tick"
    form = TickForm(request.POST if is_tick else None, asked=shown.asked, initial=said)
    problem = ""
    try:
        if request.POST.get("step") == "read":
            return _read(request, opened)
        if is_tick and shown.fortnight and form.is_valid():
            return _tick(request, opened, form)
    except placements.NotAllowed as refused:
        problem = str(refused)
    values = {"shown": shown, "form": form, "problem": problem, **_around(request, home)}
    return render(request, "family/teacher_briefing.jinja", values)


def _read(request: Any, opened: Any) -> HttpResponse:
    number = str(request.POST.get("number", ""))
    read_briefing(
        opened.placement,
        teacher=opened.teacher,
        number=int(number) if number.isdecimal() and len(number) < 9 else 0,
        by=_by(request, opened.teacher),
        on=request.today,
    )
    messages.success(request, "Thank you. The school sees that you have read it.")
    return HttpResponseRedirect(request.path)


def _tick(request: Any, opened: Any, form: TickForm) -> HttpResponse:
    tick_adjustments(
        opened.placement,
        asked_on=opened.shown.fortnight.asked_on,
        said={thread: Ticked(*said) for thread, said in form.said().items()},
        name=opened.teacher.name,
        teacher=opened.teacher,
        by=_by(request, opened.teacher),
        on=request.today,
    )
    messages.success(request, "Saved. Thank you for saying how it is.")
    return HttpResponseRedirect(request.path)


def _by(request: Any, teacher: Any) -> Access:
    """Who acts: the person signed in, or the teacher by name on their own device."""
    if getattr(request, "device", None) is None:
        signed_in: Access = request.access
        return signed_in
    return Access(person_name=teacher.name, authority=teacher.keeper_id, on=request.today)


def _by_link(request: Any, reference: UUID) -> list[Any]:
    teacher = reading.teacher(request.access, reference)
    return [teacher] if teacher else []


def _around(request: Any, home: str) -> dict[str, Any]:
    """The frame of the page: with the house's navigation only for whoever is signed in."""
    by_link = getattr(request, "device", None) is not None
    base = "family/page.jinja" if by_link else "web/page.jinja"
    return {"base": base, "home": home, "is_by_link": by_link}


def _send(request: Any, teacher: Any) -> HttpResponse:
    try:
        if teacher.email:
            send_figures(teacher, sent=sent_from(request))
    except links.SlowDown:
        return does_not_open(request, is_slow=True)
    return HttpResponseRedirect(f"{request.path}?sent=1")


def _opened(request: Any, form: FiguresForm, reference: UUID, token: str) -> HttpResponse | None:
    """The page that opens; or None with what went wrong beside the field."""
    try:
        opened = links.open_link(
            token,
            kind=LinkKind.TEACHER,
            whom=reference,
            proof=form.cleaned_data["figures"],
            sent=sent_from(request),
        )
    except links.SlowDown:
        return does_not_open(request, is_slow=True)
    except links.WrongWord:
        form.add_error("figures", "Those are not the figures. Look at the newest email")
        return None
    except links.DoesNotOpen:
        form.add_error("figures", "Those figures are too old, or were used. Ask for new ones")
        return None
    home = home_of(LinkKind.TEACHER, reference)
    return remember(HttpResponseRedirect(home), opened)


def _ask(request: Any, teacher: Any, form: FiguresForm) -> HttpResponse:
    has_mailbox = bool(teacher.email)
    is_sent = "sent" in request.GET or form.is_bound
    values = {"form": form, "is_sent": is_sent, "has_mailbox": has_mailbox}
    response = render(request, "family/teacher_open.jinja", values)
    response["Cache-Control"] = "private, no-store"
    return response


def _guessed(request: Any, whom: UUID) -> HttpResponse:
    """Write down a link that does not open, and answer the page that names nobody."""
    try:
        links.guessed(GuessKind.LINK, sent_from(request), whom)
    except links.SlowDown:
        return does_not_open(request, is_slow=True)
    return does_not_open(request)
