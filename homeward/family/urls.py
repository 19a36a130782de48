from django.urls import URLPattern, path

from homeward.family.views import child, notes, opening, readiness, words

app_name = "family"

_ADULT = "family/<uuid:reference>/"
_CHILD = "my-plan/<uuid:reference>/"
_STAFF = "placements/<uuid:reference>/family/"

urlpatterns: list[URLPattern] = [
    path(_ADULT + "open/<str:token>/", opening.adult, name="open_adult"),
    path(_ADULT + "back/", opening.adult_back, name="adult_back"),
    path(_CHILD + "open/<str:token>/", opening.child, name="open_child"),
    path(_CHILD + "back/", opening.child_back, name="child_back"),
    path(_CHILD, child.my_plan, name="my_plan"),
    path(_CHILD + "letters/<uuid:letter>/", child.letter, name="child_letter"),
    path(_CHILD + "exit/", child.leave, name="child_exit"),
    path(_STAFF + "words/", words.words, name="words"),
    path(_STAFF + "words/<uuid:words>/", words.read_words, name="read_words"),
    path(_STAFF + "notes/", notes.notes, name="notes"),
    path(_STAFF + "notes/<uuid:note>/", notes.take_back_note, name="take_back_note"),
    path(_ADULT + "readiness/", readiness.adult, name="adult_readiness"),
    path(_CHILD + "readiness/", readiness.child, name="child_readiness"),
]
