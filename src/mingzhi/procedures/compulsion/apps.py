from importlib import import_module

from django.apps import AppConfig


class CompulsionConfig(AppConfig):
    name = "mingzhi.procedures.compulsion"
    label = "compulsion"
    verbose_name = "查封、扣押"

    def ready(self) -> None:
        """Declare the procedure, then lay its gates and fill its papers."""
        from mingzhi.core.documents.issuing import use_papers

        from .papers.catalogue import PAPERS

        for part in ("procedure", "serving", "gates", "filling", "finding", "guiding", "summing"):
            import_module(f"{self.name}.{part}")
        use_papers("seizure", PAPERS)
