from django.urls import path

from homeward.oversight import views

app_name = "oversight"

urlpatterns = [path("oversight/", views.overview, name="overview")]
