from importlib import import_module

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "mingzhi.regulations.review"
    label = "review"
    verbose_name = "法制审核"

    def ready(self) -> None:
        """Declare the procedure, then lay its gates and fill its papers."""
        from mingzhi.core.documents.issuing import use_papers

        from .papers.catalogue import PAPERS

        for part in ("procedure", "guiding", "gates", "filling", "finding", "reading"):
            import_module(f"{self.name}.{part}")
        use_papers("review", PAPERS)
