from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "homeward.history"
    label = "history"
