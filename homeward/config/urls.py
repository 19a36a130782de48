"""Which room answers which address. The nouns are fixed; see `docs/the-house.md`."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("homeward.portal.urls")),
    path("", include("homeward.organisations.urls")),
    path("", include("homeward.due.urls")),
    path("", include("homeward.calendars.urls")),
    path("", include("homeward.letters.urls")),
    path("", include("homeward.providers.urls")),
    path("", include("homeward.pupils.urls")),
    path("", include("homeward.placements.urls")),
    path("", include("homeward.support.urls")),
    path("", include("homeward.family.urls")),
    path("", include("homeward.oversight.urls")),
    path("", include("homeward.history.urls")),
    path("", include("homeward.jobs.urls")),
]
handler400 = "homeward.web.errors.bad_request"
handler403 = "homeward.web.errors.not_allowed"
handler404 = "homeward.web.errors.not_found"
handler500 = "homeward.web.errors.server_error"
