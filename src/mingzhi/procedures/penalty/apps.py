from importlib import import_module

from django.apps import AppConfig


class PenaltyConfig(AppConfig):
    name = "mingzhi.procedures.penalty"
    label = "penalty"
    verbose_name = "行政处罚"

    def ready(self) -> None:
        """Declare the procedures, then lay their gates and fill their papers."""
        from mingzhi.core.documents.issuing import use_papers

        from .papers.catalogue import PAPERS

        for part in ("procedure", "summary", "gates", "reactions", "filling", "finding", "power_entry"):
            import_module(f"{self.name}.{part}")
        use_papers("penalty", PAPERS)
        use_papers("summary", PAPERS)
        use_papers("clue", PAPERS)
