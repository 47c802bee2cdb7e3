from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "mingzhi.core.documents"
    label = "documents"
    verbose_name = "文书"

    def ready(self) -> None:
        """Take the printer's place that the engine keeps free."""
        from mingzhi.core.engine.paper_port import use_printer

        from . import issuing

        use_printer(issuing)
