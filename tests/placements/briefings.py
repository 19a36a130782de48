"""Fourteen teachers of Amira's, the briefing about her, and how each of them reads it."""

from homeward.placements.actions.briefing import read_briefing, send_briefing, write_briefing
from homeward.placements.actions.teachers import add_teachers
from homeward.placements.models import Teacher
from homeward.placements.rules.briefing import WhenThen
from homeward.placements.rules.staff_list import read_list, staff_list
from tests.cast import DAY

TIMETABLE = """Subject\tTeacher\temail
Maths\tMs Nadia Hassan\tn.hassan@oakpark.example
English\tMr Tom Fell\tt.fell@oakpark.example
Science\tDr Anne Osei\ta.osei@oakpark.example
History\tMrs Joy Baptiste\tj.baptiste@oakpark.example
Art\tMiss Lena Ort\tl.ort@oakpark.example
Music\tMs Pia Ward\tp.ward@oakpark.example
French\tMme Claire Roux\tc.roux@oakpark.example
Geography\tMr Alan Smith\ta.smith@oakpark.example
PE\tMr Kit Lowe\tk.lowe@oakpark.example
Drama\tMs Beth Jones\tb.jones@oakpark.example
Computing\tMr Raj Patel\tr.patel@oakpark.example
Food\tMrs Ida Blum\ti.blum@oakpark.example
Form\tOwen Marsh\tteacher@oakpark.example
Lunchtime\tMrs Sal Green
"""
WRITTEN = {
    "good_at": "Drawing, and looking after others.",
    "helps": "Five minutes to begin.\nA seat by the door.",
    "makes_worse": "Being asked in front of everybody.",
    "when": (WhenThen("I put my head down", "Leave me five minutes, then ask quietly."),),
}


def name_teachers(cast, text=TIMETABLE, on=DAY):
    """Put the teachers of a list on Amira's staff list."""
    wanted = staff_list(read_list(text))
    return add_teachers(cast.running, wanted=wanted, by=cast.access("lead"), on=on)


def write(cast, briefing_for="return", on=DAY, based_on=0, **said):
    """Write the briefing about Amira."""
    return write_briefing(
        cast.running,
        briefing_for=briefing_for,
        based_on=based_on,
        **{**WRITTEN, **said},
        by=cast.access("lead"),
        on=on,
    )


def send(cast, briefing_for="return", on=DAY, **said):
    """Write the briefing and send it; answers its number."""
    number = write(cast, briefing_for, on=on, **said).number
    send_briefing(cast.running, number=number, by=cast.access("lead"), on=on)
    return number


def teacher(name):
    return Teacher.objects.get(name=name)


def read(cast, number, *names, on=DAY, but=()):
    """Let teachers read it: those named, or all but some."""
    rows = (
        Teacher.objects.filter(name__in=names) if names else Teacher.objects.exclude(name__in=but)
    )
    for row in rows:
        read_briefing(cast.running, teacher=row, number=number, by=cast.access("lead"), on=on)
