from importlib import import_module

from django.apps import AppConfig


class RemedyConfig(AppConfig):
    name = "mingzhi.procedures.remedy"
    label = "remedy"
    verbose_name = "行政复议与诉讼"

    def ready(self) -> None:
        """Declare the procedure, then lay its gates and fill its papers."""
        from mingzhi.core.documents.issuing import use_papers

        from .papers.catalogue import PAPERS

        for part in ("procedure", "gates", "reactions", "filling", "finding", "summing"):
            import_module(f"{self.name}.{part}")
        use_papers("remedy", PAPERS)
