from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "mingzhi.regulations.figures"
    label = "figures"
    verbose_name = "年度执法数据"
