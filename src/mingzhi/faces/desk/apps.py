from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "mingzhi.faces.desk"
    label = "desk"
    verbose_name = "工作台"
