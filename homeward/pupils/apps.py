from django.apps import AppConfig


class PupilsConfig(AppConfig):
    name = "homeward.pupils"
    label = "pupils"
