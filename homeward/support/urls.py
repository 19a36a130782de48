from django.urls import path

from homeward.support.views import asking, closing, listing, record, schools, steps, teams

app_name = "support"

_ONE = "requests/<uuid:reference>/"

urlpatterns = [
    path("requests/", listing.requests, name="requests"),
    path("requests/requests.csv", listing.spreadsheet, name="spreadsheet"),
    path("requests/new/", asking.question, name="question"),
    path("requests/new/<uuid:reference>/", asking.ask, name="ask"),
    path("requests/teams/<uuid:reference>/", teams.team, name="team"),
    path("requests/steps/<uuid:reference>/", steps.step, name="step"),
    path("requests/schools/<uuid:reference>/", schools.answer, name="school_answer"),
    path(_ONE, record.request, name="request"),
    path(_ONE + "owner/", record.owner, name="owner"),
    path(_ONE + "steps/new/", steps.plan, name="plan_step"),
    path(_ONE + "schools/new/", schools.ask, name="ask_school"),
    path(_ONE + "outcome/", closing.outcome, name="outcome"),
    path(_ONE + "reopening/", closing.reopening, name="reopening"),
]
