from django.apps import AppConfig


class FamilyConfig(AppConfig):
    name = "homeward.family"
    label = "family"
