from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "mingzhi.core.documents"
    label = "documents"
    verbose_name = "文书"

    def ready(self) -> None:
        """Take the printer's place that the engine keeps free, and have documents checked against the ledger."""
        from mingzhi.core.engine.paper_port import use_printer
        from mingzhi.core.engine.projection import keeps
        from mingzhi.core.engine.search import searchable

        from . import issuing
        from .models import Document

        use_printer(issuing)
        keeps(Document)
        searchable()(issuing.document_numbers)
