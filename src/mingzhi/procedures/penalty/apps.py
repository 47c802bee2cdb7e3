from django.apps import AppConfig


class PenaltyConfig(AppConfig):
    name = "mingzhi.procedures.penalty"
    label = "penalty"
    verbose_name = "行政处罚"
