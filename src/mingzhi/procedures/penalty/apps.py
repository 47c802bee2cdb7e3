from django.apps import AppConfig


class PenaltyConfig(AppConfig):
    name = "mingzhi.procedures.penalty"
    label = "penalty"
    verbose_name = "行政处罚"

    def ready(self) -> None:
        """Declare the procedures, then lay their gates and fill their papers."""
        from mingzhi.core.documents.issuing import use_papers

        from . import procedure
        from .papers.catalogue import PAPERS

        use_papers(procedure.penalty.code, PAPERS)
