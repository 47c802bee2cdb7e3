from django.apps import AppConfig


class ClueConfig(AppConfig):
    name = "mingzhi.procedures.clue"
    label = "clue"
    verbose_name = "线索"
