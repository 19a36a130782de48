from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "homeward.organisations"
    label = "organisations"
