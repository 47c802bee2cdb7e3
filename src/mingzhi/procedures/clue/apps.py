from importlib import import_module

from django.apps import AppConfig


class ClueConfig(AppConfig):
    name = "mingzhi.procedures.clue"
    label = "clue"
    verbose_name = "线索"

    def ready(self) -> None:
        """Declare the procedure, then lay its gates and fill its papers."""
        for part in ("procedure", "gates", "filling", "finding"):
            import_module(f"{self.name}.{part}")
