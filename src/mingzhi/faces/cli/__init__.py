"""The command `mingzhi`: English verbs, Chinese messages, machine output only on demand. Nothing here decides what is lawful."""


def main() -> None:
    """What `mingzhi` runs; loads the commands only when called, because this package is also a Django app."""
    from .commands import run_command

    raise SystemExit(run_command())
