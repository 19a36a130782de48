from django.urls import path

from homeward.letters import views

app_name = "letters"

_IN = "letters/<slug:name>/<slug:language>/"

urlpatterns = [
    path("letters/", views.letters, name="letters"),
    path("letters/languages/", views.languages, name="languages"),
    path("letters/<slug:name>/", views.letter, name="letter"),
    path("letters/<slug:name>/letter.pdf", views.example_pdf, name="example_pdf"),
    path(_IN, views.translation, name="translation"),
    path(_IN + "approval/", views.approval, name="approval"),
    path(_IN + "withdrawal/", views.withdrawal, name="withdrawal"),
]
