from django.apps import AppConfig


class CliConfig(AppConfig):
    name = "mingzhi.faces.cli"
    label = "cli"
    verbose_name = "命令"
