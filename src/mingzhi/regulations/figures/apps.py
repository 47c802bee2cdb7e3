from importlib import import_module

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "mingzhi.regulations.figures"
    label = "figures"
    verbose_name = "年度执法数据"

    def ready(self) -> None:
        """Declare the procedure, then lay its gates and fill its paper."""
        from mingzhi.core.documents.issuing import use_papers

        from .papers.catalogue import PAPERS

        for part in ("procedure", "gates", "filling", "finding", "reading", "reminding"):
            import_module(f"{self.name}.{part}")
        use_papers("figures", PAPERS)
