from importlib import import_module

from django.apps import AppConfig


class EnforcementConfig(AppConfig):
    name = "mingzhi.procedures.enforcement"
    label = "enforcement"
    verbose_name = "强制执行"

    def ready(self) -> None:
        """Declare the procedure, then lay its gates and fill its papers."""
        from mingzhi.core.documents.issuing import use_papers

        from .papers.catalogue import PAPERS

        for part in ("procedure", "serving", "gates", "reactions", "filling", "finding", "summing"):
            import_module(f"{self.name}.{part}")
        use_papers("enforcement", PAPERS)
