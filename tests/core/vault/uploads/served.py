"""A server of its own for clients that are not ours: granian as an installation runs it, with a taker for the purpose `sample`.

Started as a program: `python served.py DIRECTORY PORT`. The first start makes the installation and leaves a bearer key in DIRECTORY/key.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mingzhi.config.settings")

from mingzhi.config.wsgi import application as pages
from mingzhi.core.vault import receiving


@receiving.takes("sample")
def take(upload, blob, at) -> None:
    """Nothing more than being taken."""


application = pages


def prepare(directory: Path) -> None:
    from django.core.management import call_command
    from django.utils import timezone

    from mingzhi.core.organs.keys import new_key
    from mingzhi.core.organs.models import Authority, User

    call_command("migrate", verbosity=0, interactive=False)
    district = Authority.objects.create(kind="district", code="500399", region="500399", name="某区", place="某区", word="某")
    person = User.objects.create_user("recorder", authority=district, name="李雪梅")
    (directory / "key").write_text(new_key(person, "采集站", "upload", timezone.now())[1], encoding="ascii")


def serve(directory: Path, port: int) -> None:
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces

    if not (directory / "key").exists():
        prepare(directory)
    connections.close_all()
    # The process that serves is a fork of this one and asks for the module by name.
    sys.modules["served"] = sys.modules["__main__"]
    Granian("served:application", port=port, interface=Interfaces.WSGI, blocking_threads=8, websockets=False, log_enabled=False).serve()


if __name__ == "__main__":
    serve(Path(sys.argv[1]), int(sys.argv[2]))
