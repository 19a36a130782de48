from django.urls import path

from homeward.placements.views import (
    agreement,
    draft,
    people,
    week,
)

app_name = "placements"

_ONE = "placements/<uuid:reference>/"

urlpatterns = [
    path("placements/new/", draft.choose_pupil, name="choose_pupil"),
    path("placements/new/<uuid:reference>/", draft.begin, name="begin"),
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
]
