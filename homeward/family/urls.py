from django.urls import URLPattern, path

from homeward.family.views import (
    child,
    demonstration,
    feed,
    notes,
    opening,
    parent,
    readiness,
    staff,
    teacher,
    words,
)

app_name = "family"

_ADULT = "family/<uuid:reference>/"
_CHILD = "my-plan/<uuid:reference>/"
_TEACHER = "briefing/<uuid:reference>/"
_STAFF = "placements/<uuid:reference>/family/"

urlpatterns: list[URLPattern] = [
    path("family/demonstration/<slug:kind>/", demonstration.demonstration, name="demonstration"),
    path(_ADULT + "open/<str:token>/", opening.adult, name="open_adult"),
    path(_ADULT + "back/", opening.adult_back, name="adult_back"),
    path(_CHILD + "open/<str:token>/", opening.child, name="open_child"),
    path(_CHILD + "back/", opening.child_back, name="child_back"),
    path(_ADULT, parent.home, name="home"),
    path(_ADULT + "plan/", parent.plan, name="plan"),
    path(_ADULT + "answers/", parent.answers, name="answers"),
    path(_ADULT + "answers/<slug:question>/<uuid:beside>/", parent.answer, name="answer"),
    path(_ADULT + "weeks/", parent.each_week, name="weeks"),
    path(_ADULT + "weeks/<slug:about>/<uuid:beside>/", parent.reply, name="reply"),
    path(_ADULT + "not-right/", parent.not_right, name="not_right"),
    path(_ADULT + "letters/", parent.letters, name="letters"),
    path(_ADULT + "letters/<uuid:letter>/", parent.letter, name="letter"),
    path(_ADULT + "calendar/", feed.calendar, name="calendar"),
    path(_ADULT + "calendar/<str:token>.ics", feed.calendar_feed, name="calendar_feed"),
    path(_CHILD, child.my_plan, name="my_plan"),
    path(_CHILD + "letters/<uuid:letter>/", child.letter, name="child_letter"),
    path(_CHILD + "exit/", child.leave, name="child_exit"),
    path(_STAFF, staff.family, name="family"),
    path(_STAFF + "replies/<uuid:reply>/", staff.answer_reply, name="answer_reply"),
    path(_STAFF + "<uuid:whom>/word/", staff.word, name="word"),
    path(_STAFF + "<uuid:whom>/link/", staff.link, name="link"),
    path(_STAFF + "<uuid:whom>/revoke/", staff.revoke, name="revoke"),
    path(_STAFF + "<uuid:whom>/revoke/<uuid:device>/", staff.revoke_device, name="revoke_device"),
    path(_STAFF + "words/", words.words, name="words"),
    path(_STAFF + "words/<uuid:words>/", words.read_words, name="read_words"),
    path(_STAFF + "notes/", notes.notes, name="notes"),
    path(_STAFF + "notes/<uuid:note>/", notes.take_back_note, name="take_back_note"),
    path("briefing/", teacher.signed_in, name="briefings"),
    path("briefing/of/<uuid:reference>/", teacher.child_signed_in, name="briefing_of"),
    path(_TEACHER, teacher.by_link, name="teacher"),
    path(_TEACHER + "open/<str:token>/", teacher.open_teacher, name="open_teacher"),
    path(_TEACHER + "<uuid:placement>/", teacher.child_by_link, name="teacher_briefing"),
    path(_ADULT + "readiness/", readiness.adult, name="adult_readiness"),
    path(_CHILD + "readiness/", readiness.child, name="child_readiness"),
]
