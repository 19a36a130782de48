from django.urls import URLPattern, path

from homeward.family.views import opening

app_name = "family"

_ADULT = "family/<uuid:reference>/"
_CHILD = "my-plan/<uuid:reference>/"
_STAFF = "placements/<uuid:reference>/family/"

urlpatterns: list[URLPattern] = [
    path(_ADULT + "open/<str:token>/", opening.adult, name="open_adult"),
    path(_ADULT + "back/", opening.adult_back, name="adult_back"),
    path(_CHILD + "open/<str:token>/", opening.child, name="open_child"),
    path(_CHILD + "back/", opening.child_back, name="child_back"),
]
