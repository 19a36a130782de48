from django.urls import URLPattern, URLResolver, path

from homeward.due import views

app_name = "due"

urlpatterns: list[URLPattern | URLResolver] = [
    path("today/", views.today, name="today"),
    path("today/waiting/", views.waiting, name="waiting"),
    path("today/waived/", views.waived, name="waived"),
    path("today/what-is-due.csv", views.spreadsheet, name="spreadsheet"),
    path("today/<uuid:reference>/waive/", views.waive, name="waive"),
    path("today/<uuid:reference>/waiver/", views.waiver, name="waiver"),
]
