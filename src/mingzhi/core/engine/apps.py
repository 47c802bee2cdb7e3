from django.apps import AppConfig


class EngineConfig(AppConfig):
    name = "mingzhi.core.engine"
    label = "engine"
    verbose_name = "办件"
