from django.apps import AppConfig


class ServingConfig(AppConfig):
    name = "ncr.serving"
    label = "serving"
