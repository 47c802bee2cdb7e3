from django.apps import AppConfig


class OrgansConfig(AppConfig):
    name = "mingzhi.core.organs"
    label = "organs"
    verbose_name = "机关与人员"
