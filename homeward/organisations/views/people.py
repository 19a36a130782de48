"""The people of an organisation, one's own account, and for whom one works now."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from homeward.organisations import actions, forms, queries
from homeward.organisations.codes import May
from homeward.organisations.middleware import WORKING_AS
from homeward.web.pages import SIGNED_IN, page, render


@page(May.KEEP_PEOPLE)
def people(request: Any, reference: UUID | None = None) -> HttpResponse:
    """Who works at an organisation and who is invited; an authority looks for others of its area."""
    access, typed = request.access, request.GET.get("q", "")[:80]
    if typed and access.is_authority:
        places = queries.places(access, typed)
        return render(request, "organisations/places.jinja", {"typed": typed, "places": places})
    place = queries.kept_organisation(access, reference)
    return render(
        request,
        "organisations/people.jinja",
        {
            "place": place,
            "is_own": place.pk == access.organisation,
            "members": queries.members(access, place.pk, request.today),
            "invitations": queries.open_invitations(access, place.pk),
            "searches": access.is_authority,
        },
    )


@page(May.KEEP_PEOPLE)
def invite(request: Any, reference: UUID) -> HttpResponse:
    """Invite somebody to an organisation."""
    place = queries.kept_organisation(request.access, reference)
    teams = {str(team.reference): team for team in queries.teams(request.access, place.pk)}
    form = forms.InviteForm(
        request.POST or None,
        roles=[(role.name, role.says) for role in queries.roles_for(request.access, place)],
        teams=[(key, team.name) for key, team in teams.items()],
    )
    if form.is_valid():
        said = form.cleaned_data | {"team": teams.get(form.cleaned_data.get("team", ""))}
        try:
            actions.invite(**said, organisation=place, by=request.access, on=request.today)
        except actions.AlreadyMember as already:
            form.add_error("email", str(already))
        else:
            messages.success(request, f"An invitation is on its way to {said['email']}.")
            return redirect("organisations:people_at", place.reference)
    return render(request, "organisations/invite.jinja", {"place": place, "form": form})


@page(May.KEEP_PEOPLE)
def withdraw(request: Any, reference: UUID) -> HttpResponse:
    """Take back an invitation."""
    invitation = queries.invitation(request.access, reference)
    if request.method == "POST":
        try:
            actions.withdraw(invitation, by=request.access, on=request.today)
            messages.success(request, f"The invitation of {invitation.name} is withdrawn.")
        except actions.InvitationGone as gone:
            messages.warning(request, str(gone))
        return redirect("organisations:people_at", invitation.organisation.reference)
    return render(request, "organisations/withdraw.jinja", {"invitation": invitation})


@page(May.KEEP_PEOPLE)
def end_membership(request: Any, reference: UUID) -> HttpResponse:
    """End one role of one person, today."""
    membership = queries.membership(request.access, reference)
    if request.method == "POST":
        try:
            actions.end_membership(membership, on=request.today, by=request.access)
            messages.success(request, f"{membership.person.name} no longer has this role.")
        except actions.LastKeeper as last:
            messages.warning(request, str(last))
        return redirect("organisations:people_at", membership.organisation.reference)
    return render(request, "organisations/end_membership.jinja", {"membership": membership})


@page(SIGNED_IN)
def working_as(request: Any) -> HttpResponse:
    """Choose for which organisation somebody works now. Kept until they sign out."""
    organisations = request.standing.organisations
    chosen = request.POST.get("organisation", "")
    if chosen in {str(key) for key, _ in organisations}:
        request.session[WORKING_AS] = int(chosen)
        return redirect("/today/")
    return render(request, "organisations/working_as.jinja", {"organisations": organisations})


@page(SIGNED_IN)
def account(request: HttpRequest) -> HttpResponse:
    """What somebody can change about their own sign-in."""
    return render(request, "organisations/account.jinja")
