from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "homeward.letters"
    label = "letters"
