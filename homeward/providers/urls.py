from django.urls import path

from homeward.providers import views

app_name = "providers"

_ONE = "providers/<uuid:reference>/"

urlpatterns = [
    path("providers/", views.providers, name="providers"),
    path("providers/list.csv", views.spreadsheet, name="spreadsheet"),
    path("providers/new/", views.add, name="add"),
    path("providers/sites/<uuid:reference>/closing/", views.close_site, name="close_site"),
    path("providers/confirmations/<uuid:reference>/taken-back/", views.take_back, name="take_back"),
    path(_ONE, views.provider, name="provider"),
    path(_ONE + "details/", views.amend, name="amend"),
    path(_ONE + "registration/", views.registration, name="registration"),
    path(_ONE + "sites/new/", views.add_site, name="add_site"),
    path(_ONE + "confirmations/new/", views.confirm, name="confirm"),
]
