from importlib import import_module

from django.apps import AppConfig


class FootageConfig(AppConfig):
    name = "mingzhi.regulations.footage"
    label = "footage"
    verbose_name = "音像资料"

    def ready(self) -> None:
        """Declare the procedures, then lay their gates, register the taker and the duties, and fill the papers."""
        from mingzhi.core.documents.issuing import use_papers

        from .papers.catalogue import PAPERS

        for part in (
            "procedure",
            "gates",
            "finding",
            "taking",
            "viewings",
            "making",
            "discs",
            "rebuilding",
            "filling",
            "reading",
            "reading_requests",
        ):
            import_module(f"{self.name}.{part}")
        use_papers("disc", PAPERS)
