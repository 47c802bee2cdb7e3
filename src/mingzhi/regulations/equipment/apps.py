from importlib import import_module

from django.apps import AppConfig


class EquipmentConfig(AppConfig):
    name = "mingzhi.regulations.equipment"
    label = "equipment"
    verbose_name = "装备"

    def ready(self) -> None:
        """Declare the procedure, then lay its gates."""
        for part in ("procedure", "gates"):
            import_module(f"{self.name}.{part}")
