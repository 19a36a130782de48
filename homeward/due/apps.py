from django.apps import AppConfig


class DueConfig(AppConfig):
    name = "homeward.due"
    label = "due"
