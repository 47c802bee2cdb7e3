from importlib import import_module

from django.apps import AppConfig


class RecordingConfig(AppConfig):
    name = "mingzhi.regulations.recording"
    label = "recording"
    verbose_name = "执法活动"

    def ready(self) -> None:
        """Declare the procedure, then lay its gates and fill its papers."""
        from mingzhi.core.documents.issuing import use_papers

        from .papers.catalogue import PAPERS

        for part in ("procedure", "carrying", "gates", "filling", "reading", "ledger"):
            import_module(f"{self.name}.{part}")
        use_papers("activity", PAPERS)
