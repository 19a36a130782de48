from django.urls import URLPattern

app_name = "family"

_ADULT = "family/<uuid:reference>/"
_CHILD = "my-plan/<uuid:reference>/"
_STAFF = "placements/<uuid:reference>/family/"

urlpatterns: list[URLPattern] = []
