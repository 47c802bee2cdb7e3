from importlib import import_module

from django.apps import AppConfig


class DispatchConfig(AppConfig):
    name = "mingzhi.regulations.dispatch"
    label = "dispatch"
    verbose_name = "对外报送"

    def ready(self) -> None:
        """Declare the procedure, then lay its gates and its page."""
        for part in ("procedure", "gates", "reading"):
            import_module(f"{self.name}.{part}")
