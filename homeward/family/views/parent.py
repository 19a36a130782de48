"""The pages of one adult of the family, on a device that opened their personal link."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from homeward.family import queries
from homeward.family.actions import replying as actions
from homeward.family.codes import QuestionKind, ReplyAbout, ReplyKind
from homeward.family.forms.parent import AnswerForm, NotRightForm, ReplyForm
from homeward.family.queries import parent, weeks
from homeward.family.views.letters import laid_out
from homeward.links.codes import LinkKind
from homeward.links.recognising import does_not_open
from homeward.placements.actions.messages import note_read
from homeward.web.pages import ByLink, page, render

ADULT = ByLink(LinkKind.ADULT)
MOST = 9999

type View = Callable[..., HttpResponse]


def of_adult(view: View) -> View:
    """Hand a view whoever reads, and their placement; or answer the page that names nobody.

    Where the child has no placement now, every page of theirs says so.
    """

    @wraps(view)
    def answer(request: Any, reference: UUID, **more: Any) -> HttpResponse:
        reader = queries.reader(request.access, request.device, on=request.today)
        if reader is None:
            return does_not_open(request)
        if reader.placement is None:
            return render(request, "family/parent/nothing.jinja", {"reader": reader})
        return view(request, reader, reader.placement, **more)

    return answer


@page(ADULT)
@of_adult
def home(request: Any, reader: Any, placement: Any) -> HttpResponse:
    """Show where the child is, when, for how long, whom to ring and what is next."""
    shown = parent.home(request.access, reader, placement, on=request.today)
    return render(request, "family/parent/home.jinja", {"reader": reader, "shown": shown})


@page(ADULT)
@of_adult
def plan(request: Any, reader: Any, placement: Any) -> HttpResponse:
    """Show the plan in what a parent reads of it."""
    shown = parent.plan_page(request.access, reader, placement, on=request.today)
    return render(request, "family/parent/plan.jinja", {"reader": reader, "shown": shown})


@page(ADULT)
@of_adult
def answers(request: Any, reader: Any, placement: Any) -> HttpResponse:
    """Show what the school asks, and what this adult answered."""
    shown = parent.answers(request.access, reader, placement, on=request.today)
    return render(request, "family/parent/answers.jinja", {"reader": reader, "shown": shown})


@page(ADULT)
@of_adult
def answer(request: Any, reader: Any, placement: Any, question: str, beside: UUID) -> HttpResponse:
    """Say yes or no to one question."""
    asked = parent.question(request.access, reader, placement, question, beside, on=request.today)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        actions.answer_question(
            placement,
            reader.adult,
            question=QuestionKind(question),
            beside=beside,
            **form.cleaned_data,
            by=reader.access,
            on=request.today,
        )
        messages.success(request, "Your answer is saved.")
        return redirect("family:answers", reader.adult.reference)
    values = {"reader": reader, "asked": asked, "form": form}
    return render(request, "family/parent/answer.jinja", values)


@page(ADULT)
@of_adult
def each_week(request: Any, reader: Any, placement: Any) -> HttpResponse:
    """Show what was said and done each week, ten entries at a time."""
    after = request.GET.get("after", "")
    first = min(int(after), MOST) if after.isascii() and after.isdigit() else 0
    shown = weeks.weeks(request.access, reader, placement, after=first, on=request.today)
    values = {"reader": reader, "shown": shown, "is_older": first > 0}
    return render(request, "family/parent/weeks.jinja", values)


@page(ADULT)
@of_adult
def reply(request: Any, reader: Any, placement: Any, about: str, beside: UUID) -> HttpResponse:
    """Write something beside one entry."""
    entry = weeks.entry(request.access, reader, placement, about, beside, on=request.today)
    if about not in set(ReplyAbout):
        raise Http404
    form = ReplyForm(request.POST or None)
    if form.is_valid():
        _say(request, reader, placement, form, ReplyKind.REPLY, ReplyAbout(about), beside)
        messages.success(request, "The school has your words now, and answers you here.")
        return redirect("family:weeks", reader.adult.reference)
    values = {"reader": reader, "entry": entry, "form": form}
    return render(request, "family/parent/reply.jinja", values)


@page(ADULT)
@of_adult
def not_right(request: Any, reader: Any, placement: Any) -> HttpResponse:
    """Say that something is not right, and read what the school answered."""
    form = NotRightForm(request.POST or None)
    if form.is_valid():
        kind, about = ReplyKind.NOT_RIGHT, ReplyAbout.PLACEMENT
        _say(request, reader, placement, form, kind, about, placement.reference)
        messages.success(request, "The school has your words now, and answers you here.")
        return redirect("family:not_right", reader.adult.reference)
    said = weeks.not_right(request.access, reader, placement, on=request.today)
    values = {"reader": reader, "said": said, "form": form}
    return render(request, "family/parent/not_right.jinja", values)


@page(ADULT)
@of_adult
def letters(request: Any, reader: Any, placement: Any) -> HttpResponse:
    """List the letters to this adult."""
    shown = parent.letters(request.access, reader, placement, on=request.today)
    return render(request, "family/parent/letters.jinja", {"reader": reader, "shown": shown})


@page(ADULT)
@of_adult
def letter(request: Any, reader: Any, placement: Any, letter: UUID) -> HttpResponse:
    """Show one letter as it was sent."""
    shown = parent.letter(request.access, reader, placement, letter, on=request.today)
    note_read(shown.sending, at=timezone.now())
    values = {"reader": reader, "shown": shown} | laid_out(shown)
    return render(request, "family/parent/letter.jinja", values)


def _say(
    request: Any,
    reader: Any,
    placement: Any,
    form: ReplyForm | NotRightForm,
    kind: ReplyKind,
    about: ReplyAbout,
    beside: UUID,
) -> None:
    actions.say(
        placement,
        reader.adult,
        kind=kind,
        about=about,
        beside=beside,
        text=form.cleaned_data["text"],
        by=reader.access,
        on=request.today,
    )
