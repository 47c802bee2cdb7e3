from importlib import import_module

from django.apps import AppConfig

#: What is published without a case, which files go along, and what follows when something is not.
_FOLDERS = {"bulletins": ("procedure", "gates", "reactions", "reading"), "files": ("gates",), "lapses": ("procedure", "gates", "reading")}


class DisclosureConfig(AppConfig):
    name = "mingzhi.regulations.disclosure"
    label = "disclosure"
    verbose_name = "执法公示"

    def ready(self) -> None:
        """Declare the procedure, then lay its gates and what it does after others' actions."""
        for part in ("procedure", "guiding", "gates", "reactions", "finding", "reading"):
            import_module(f"{self.name}.{part}")
        for folder, parts in _FOLDERS.items():
            for part in parts:
                import_module(f"{self.name}.{folder}.{part}")
