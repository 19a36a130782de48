from django.apps import AppConfig


class ProvidersConfig(AppConfig):
    name = "homeward.providers"
    label = "providers"
