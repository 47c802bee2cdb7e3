from django.apps import AppConfig


class EngineConfig(AppConfig):
    name = "mingzhi.core.engine"
    label = "engine"
    verbose_name = "办件"

    def ready(self) -> None:
        """Have the ledger's check compare every kept row as well."""
        from mingzhi.core.ledger import register_check

        from .projection import rows_agree_with_the_ledger
        from .town_entry.tables import entered_rows_agree_with_the_ledger

        register_check(rows_agree_with_the_ledger)
        register_check(entered_rows_agree_with_the_ledger)
