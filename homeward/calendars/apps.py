from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    name = "homeward.calendars"
    label = "calendars"
