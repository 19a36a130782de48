from django.urls import path

from homeward.oversight import views

app_name = "oversight"

urlpatterns = [
    path("oversight/", views.overview, name="overview"),
    path("oversight/overview.csv", views.spreadsheet, name="spreadsheet"),
    path("oversight/providers/", views.heads, name="heads"),
    path(
        "oversight/providers/hours-and-heads.csv", views.heads_spreadsheet, name="heads_spreadsheet"
    ),
]
