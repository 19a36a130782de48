from django.urls import path

from homeward.pupils.views import family, listing, record

app_name = "pupils"

_ONE = "pupils/<uuid:reference>/"

urlpatterns = [
    path("pupils/", listing.pupils, name="pupils"),
    path("pupils/list.csv", listing.spreadsheet, name="spreadsheet"),
    path("pupils/new/", record.new, name="new"),
    path(_ONE, record.pupil, name="pupil"),
    path(_ONE + "identity/", record.identity, name="identity"),
    path(_ONE + "needs/", record.needs, name="needs"),
    path(_ONE + "school/", record.move, name="move"),
    path(_ONE + "adults/new/", family.add_adult, name="add_adult"),
    path(_ONE + "adults/<uuid:adult>/", family.amend_adult, name="amend_adult"),
    path(_ONE + "households/new/", family.add_household, name="add_household"),
    path(_ONE + "households/<uuid:household>/", family.amend_household, name="amend_household"),
    path(_ONE + "shields/new/", family.raise_shield, name="raise_shield"),
    path(_ONE + "shields/<uuid:shield>/ending/", family.lower_shield, name="lower_shield"),
]
