from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "mingzhi.core.documents"
    label = "documents"
    verbose_name = "文书"
