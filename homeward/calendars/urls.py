from django.urls import URLPattern, URLResolver, path, register_converter

from homeward.calendars import views
from homeward.calendars.rules import academic_year_period

app_name = "calendars"


class AcademicYear:
    """`2026-27` in an address; `2026-28` is no year and no page."""

    regex = "20[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> str:
        academic_year_period(value)
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(AcademicYear, "academic_year")

urlpatterns: list[URLPattern | URLResolver] = [
    path("term-dates/", views.term_dates, name="term_dates"),
    path("term-dates/<uuid:reference>/", views.place, name="place"),
    path("term-dates/<uuid:reference>.ics", views.calendar_file, name="calendar_file"),
    path("term-dates/<uuid:reference>/<academic_year:year>/", views.place, name="year"),
    path(
        "term-dates/<uuid:reference>/<academic_year:year>/terms/",
        views.load_terms,
        name="load_terms",
    ),
    path("term-dates/<uuid:reference>/closures/new/", views.add_closure, name="add_closure"),
    path("term-dates/closures/<uuid:reference>/removal/", views.remove_closure, name="removal"),
]
