"""The page behind the link of an invitation."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from homeward.organisations import actions, forms, queries
from homeward.web.pages import PUBLIC, page, render


@page(PUBLIC)
@never_cache
@sensitive_post_parameters("password", "again")
def invitation(request: Any, token: str) -> HttpResponse:
    """Accept an invitation by its link. Used, expired, withdrawn or guessed: one calm page."""
    invited = queries.invitation_by_token(request.access, token)
    if invited is None:
        return render(request, "organisations/invitation_gone.jinja", status=404)
    if queries.is_at_work(request.access, invited.email, request.today):
        return _accept_as_colleague(request, invited)
    form = forms.AcceptForm(request.POST or None, initial={"name": invited.name})
    if form.is_valid():
        return _accepted(
            request,
            invited,
            name=form.cleaned_data["name"],
            password=form.cleaned_data["password"],
        )
    return render(request, "organisations/invitation.jinja", {"invitation": invited, "form": form})


def _accept_as_colleague(request: Any, invited: Any) -> HttpResponse:
    """Somebody who signs in already takes the new role with the password they have."""
    is_them = request.user.is_authenticated and request.user.email == invited.email
    if request.method == "POST" and is_them:
        return _accepted(request, invited)
    return render(
        request,
        "organisations/invitation_colleague.jinja",
        {"invitation": invited, "is_them": is_them},
    )


def _accepted(request: Any, invited: Any, **said: Any) -> HttpResponse:
    try:
        actions.accept(invited, **said, on=request.today)
    except actions.InvitationGone:
        return render(request, "organisations/invitation_gone.jinja", status=404)
    return redirect(
        "organisations:working_as" if request.user.is_authenticated else "account_login"
    )
