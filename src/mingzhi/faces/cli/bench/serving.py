"""Inside a passing installation: the product and the page by hand, each under granian with the same settings."""

from __future__ import annotations

from pathlib import Path

PRODUCT = "mingzhi.config.wsgi:application"
BY_HAND = "mingzhi.faces.cli.bench.by_hand:application"


def serve_on(port: int, by_hand: bool) -> None:
    """Serve on loopback until told to stop."""
    serve_application(BY_HAND if by_hand else PRODUCT, port)


def serve_application(application: str, port: int, *, static: Path | None = None) -> None:
    """One process: what is compared is the work of one. static: files that the server sends by itself."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from mingzhi.faces.cli.serving import THREADS

    Granian(
        application,
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        backpressure=THREADS * 8,
        websockets=False,
        static_path_route=["/static"] if static else None,
        static_path_mount=[static] if static else None,
        log_level=LogLevels.error,
    ).serve()
