"""The pages of the catalogue: every letter, its languages, and who approved them."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.letters import actions, forms, pages, pdf
from homeward.letters.texts import ENGLISH
from homeward.organisations.codes import May
from homeward.web.pages import page, render

_REFUSED = (
    actions.AlreadyApproved,
    actions.AlreadyWithdrawn,
    actions.NothingToApprove,
    actions.TextChanged,
)


@page(May.READ_LETTERS)
def letters(request: Any) -> HttpResponse:
    """Every letter, by who reads it and when it is used."""
    return render(request, "letters/letters.jinja", {"groups": pages.catalogue()})


@page(May.READ_LETTERS)
def letter(request: Any, name: str) -> HttpResponse:
    """One letter: how it reads, why it is sent, and its text."""
    shown = pages.letter_page(request.access, name, request.today)
    return render(request, "letters/letter.jinja", {"shown": shown})


@page(May.READ_LETTERS)
def example_pdf(request: Any, name: str) -> HttpResponse:
    """One letter, said with invented values, as PDF; `language` chooses another than English."""
    language = request.GET.get("language", ENGLISH)
    made = pdf.printed(pages.example_paper(name, language, request.today))
    answer = HttpResponse(made.content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}-{language}.pdf"'
    return answer


@page(May.READ_LETTERS)
def languages(request: Any) -> HttpResponse:
    """Every language, and which of its letters may be sent."""
    lines = pages.language_lines(request.access, request.today)
    return render(request, "letters/languages.jinja", {"lines": lines})


@page(May.READ_LETTERS)
def translation(request: Any, name: str, language: str) -> HttpResponse:
    """One letter in English and in another language, side by side."""
    shown = pages.translation_page(request.access, name, language)
    may_approve = request.access.may(May.APPROVE_TRANSLATIONS)
    values = {"shown": shown, "may_approve": may_approve}
    return render(request, "letters/translation.jinja", values)


@page(May.APPROVE_TRANSLATIONS)
def approval(request: Any, name: str, language: str) -> HttpResponse:
    """Approve exactly this text, for the authority."""
    shown = pages.translation_page(request.access, name, language)
    form = forms.ApprovalForm(request.POST or None, initial={"read": shown.digest})
    if form.is_valid():
        try:
            read = form.cleaned_data["read"]
            actions.approve(name, language, read=read, by=request.access, on=request.today)
        except _REFUSED as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The translation is approved. It can be sent from now on.")
            return redirect("letters:translation", name, language)
    return render(request, "letters/approval.jinja", {"shown": shown, "form": form})


@page(May.APPROVE_TRANSLATIONS)
def withdrawal(request: Any, name: str, language: str) -> HttpResponse:
    """Take the approval of a translation back."""
    shown = pages.translation_page(request.access, name, language)
    if shown.approval is None:
        return redirect("letters:translation", name, language)
    if request.method == "POST":
        actions.withdraw(shown.approval, by=request.access, on=request.today)
        messages.success(request, "The approval is withdrawn. It is not sent any more.")
        return redirect("letters:translation", name, language)
    return render(request, "letters/withdrawal.jinja", {"shown": shown})
