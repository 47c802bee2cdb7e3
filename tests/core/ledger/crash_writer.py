"""Appends without end to one town's ledger and prints what has been committed; killed from outside by its test."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime

import django


def main(database: str, authority_id: str, first: str) -> None:
    """Print "seq event_id" for every entry, only after its commit."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mingzhi.config.settings")
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    django.setup()
    from django.db import transaction

    from mingzhi.core import ledger
    from mingzhi.core.organs.models import Authority

    town = Authority.objects.get(pk=authority_id)
    number = int(first)
    while True:
        with transaction.atomic():
            entry = ledger.append(
                town,
                event_id=f"event-{number}",
                kind="penalty.decide",
                at=datetime.now(UTC),
                actor={"id": "u1"},
                obj="matter:1",
                case=None,
                facts={"number": number},
                private={"text": "字" * 300},
            )
        print(entry.seq, entry.event_id, flush=True)
        number += 1


if __name__ == "__main__":
    main(*sys.argv[1:])
