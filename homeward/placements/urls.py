from django.urls import path

from homeward.placements.views import (
    agreement,
    contact,
    draft,
    ending,
    history,
    listing,
    people,
    plan,
    record,
    review,
    telling,
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
    path(_ONE + "contacts/", contact.contacts, name="contacts"),
    path(_ONE + "contacts/new/", contact.record_contact, name="record_contact"),
    path(_ONE + "contacts/<uuid:contact>/", contact.contact, name="contact"),
    path(_ONE + "contacts/<uuid:contact>/correction/", contact.correct, name="correct_contact"),
    path(_ONE + "contacts/<uuid:contact>/taken-back/", contact.take_back, name="take_back"),
    path(_ONE + "safeguarding/", contact.safeguarding, name="safeguarding"),
    path(_ONE + "told/<str:audience>/", telling.telling, name="telling"),
    path(_ONE + "belonging/", telling.belonging, name="record_belonging"),
    path(_ONE + "reviews/new/", review.record_review, name="record_review"),
    path(_ONE + "ending/", ending.record_ending, name="record_ending"),
    path(_ONE + "history/", history.history, name="history"),
]
