from importlib import import_module

from django.apps import AppConfig


class CrimeConfig(AppConfig):
    name = "mingzhi.procedures.crime"
    label = "crime"
    verbose_name = "涉嫌犯罪移送"

    def ready(self) -> None:
        """Declare the procedure, then lay its gates and fill its papers."""
        from mingzhi.core.documents.issuing import use_papers

        from .papers.catalogue import PAPERS

        for part in ("procedure", "gates", "reactions", "filling", "finding"):
            import_module(f"{self.name}.{part}")
        use_papers("crime", PAPERS)
