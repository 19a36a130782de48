from django.urls import path

from homeward.placements.views import (
    agreement,
    draft,
    history,
    listing,
    people,
    plan,
    record,
    week,
)

app_name = "placements"

_ONE = "placements/<uuid:reference>/"

urlpatterns = [
    path("placements/", listing.placements, name="placements"),
    path("placements/placements.csv", listing.spreadsheet, name="spreadsheet"),
    path("placements/new/", draft.choose_pupil, name="choose_pupil"),
    path("placements/new/<uuid:reference>/", draft.begin, name="begin"),
    path(_ONE, record.placement, name="placement"),
    path(_ONE + "why/", draft.why, name="why"),
    path(_ONE + "provider/", draft.provider, name="provider"),
    path(_ONE + "dates/", draft.dates, name="dates"),
    path(_ONE + "week/", week.week, name="week"),
    path(_ONE + "arrangements/", draft.arrangements, name="arrangements"),
    path(_ONE + "people/", people.people, name="people"),
    path(_ONE + "people/new/", people.name_adult, name="name_adult"),
    path(_ONE + "people/<uuid:adult>/end/", people.end_adult, name="end_adult"),
    path(_ONE + "agreement/", agreement.agreement, name="agreement"),
    path(_ONE + "agreement/urgent/", agreement.urgent, name="urgent"),
    path(_ONE + "agreement/first-session/", agreement.first_session, name="first_session"),
    path(_ONE + "agreement/closing/", agreement.closing, name="closing"),
    path(_ONE + "plan/", plan.plan, name="plan"),
    path(_ONE + "plan/versions/", plan.versions, name="plan_versions"),
    path(_ONE + "plan/versions/<int:number>/", plan.version, name="plan_version"),
    path(_ONE + "plan/steps/<uuid:thread>/", plan.milestone, name="milestone"),
    path(_ONE + "plan/<str:section>/", plan.section, name="plan_section"),
    path(_ONE + "history/", history.history, name="history"),
]
