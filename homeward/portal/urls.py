from django.urls import URLPattern, URLResolver, path, re_path

from homeward.portal import views

app_name = "portal"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("guidance/", views.guidance, name="guidance"),
    path("guidance/reintegration/", views.reintegration, name="reintegration"),
    path("schools/", views.schools, name="schools"),
    path("schools/schools.csv", views.schools_file, name="schools_file"),
    re_path(r"^schools/(?P<urn>[0-9]{6})/$", views.school, name="school"),
    path("contacts/", views.contacts, name="contacts"),
    path("search/", views.search, name="search"),
]
