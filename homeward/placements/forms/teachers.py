"""A child's staff list: pasted, out of a file, or by hand; and ending a line of it."""

from datetime import date
from typing import Any

from homeward.placements.rules.staff_list import (
    LONGEST_NAME,
    LONGEST_SUBJECT,
    MOST_LETTERS,
    MOST_LINES,
    is_email,
)
from homeward.web.forms import DateField, EmailField, FileField, Form, LongTextField, TextField


class StaffListForm(Form):
    """A list as it is pasted or uploaded. One of the two is enough."""

    text = LongTextField(
        label="Paste the timetable or the list",
        hint="One teacher on each line: subject, teacher, email. Tabs, commas or dashes between them.",
        max_length=MOST_LETTERS,
        rows=10,
    )
    file = FileField(
        label="Or choose a CSV file from your management information system",
        hint="The columns are found by their headings.",
        most_bytes=200_000,
        accept=".csv,.txt,text/csv,text/plain",
    )

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("file") and "text" not in self.errors:
            typed["text"] = self._read(typed["file"])
        if not typed.get("text") and not self.errors:
            self.add_error("text", "Paste the list, or choose a file")
        elif len((typed.get("text") or "").splitlines()) > MOST_LINES:
            self.add_error("text", f"Paste at most {MOST_LINES} lines: the teachers of one child")
        return typed

    def _read(self, file: Any) -> str:
        content: bytes = file.read()
        if b"\0" in content:
            self.add_error("file", "Choose a file of plain text, such as a CSV")
            return ""
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("windows-1252", errors="replace")
        if len(text) > MOST_LETTERS:
            self.add_error("file", "Choose a shorter file: only the teachers of one child")
            return ""
        return text


class TeacherForm(Form):
    """One teacher by hand."""

    name = TextField(
        label="What is their name?",
        hint="As the child says it. For example, Ms Nadia Hassan.",
        missing="Write the name of the teacher",
        max_length=LONGEST_NAME,
    )
    subject = TextField(
        label="What do they teach, or how do they help?",
        hint="For example, maths, or lunchtime.",
        max_length=LONGEST_SUBJECT,
    )
    email = EmailField(
        label="What is their school email address?",
        hint="Leave it empty for somebody without one: you print a card for them.",
    )

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email and not is_email(email):
            self.add_error("email", "Write the whole address, like name@school.example")
        return email


class EndTeacherForm(Form):
    """From which day somebody no longer teaches the child."""

    to_on = DateField(
        label="From which day do they no longer teach or support the child?",
        noun="day",
        hint="Their page closes on that day. Today closes it at once.",
        missing="Enter the day, like 27 3 2026",
    )

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data, initial={"to_on": today})
