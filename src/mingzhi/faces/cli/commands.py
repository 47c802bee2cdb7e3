"""Every command of `mingzhi`, by subject, and how an error becomes one sentence and an exit status."""

from __future__ import annotations

import sys
from itertools import islice

import typer

from . import (
    accounts,
    answering,
    benching,
    calendars,
    continuity,
    discretion,
    exporting,
    figures,
    fitness,
    ingest,
    keys,
    ledgers,
    redacting,
    registers,
    scenarios,
    serving,
    towns,
    working,
)
from .outcome import CommandError, Exit, complain
from .usage import UsageError, usage_sentence

app = typer.Typer(
    name="mingzhi",
    help="明执：乡镇综合行政执法，从线索到归卷。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("run")(serving.run)
app.command("serve")(serving.serve)
app.command("keeper")(serving.keeper)
app.command("worker")(working.worker)
app.command("provisions")(registers.provisions)
app.command("actions")(registers.actions)
app.command("due")(answering.due)
app.command("surcharge")(answering.surcharge)
app.command("check-id")(answering.check_id)
app.command("redact")(redacting.redact_text)
app.command("continuity")(continuity.continuity)
app.command("scenario")(scenarios.scenario)
app.command("ingest")(ingest.ingest)
app.command("figures")(figures.figures)
app.command("check")(fitness.check)
app.command("bench")(benching.bench)
app.add_typer(ledgers.app, name="ledger")
app.add_typer(keys.app, name="key")
app.add_typer(towns.app, name="town")
app.add_typer(accounts.app, name="account")
app.add_typer(calendars.app, name="calendar")
app.add_typer(discretion.app, name="discretion")
app.add_typer(exporting.app, name="export")


def run_command(arguments: list[str] | None = None) -> int:
    """Run one command line (by default the process's own) and return its exit status."""
    try:
        left = app(paired(sys.argv[1:] if arguments is None else arguments), standalone_mode=False)
    except CommandError as problem:
        complain(str(problem))
        return int(problem.exit)
    except UsageError as problem:
        complain(usage_sentence(problem))
        return int(Exit.USAGE)
    except (typer.Abort, KeyboardInterrupt):
        complain("已中止。")
        return int(Exit.FAILED)
    return left if isinstance(left, int) else int(Exit.DONE)


def paired(arguments: list[str]) -> list[str]:
    """`--paused FROM TO` as one value, because an option that may be repeated takes only one."""
    rest, found = iter(arguments), []
    for word in rest:
        found.append(word)
        if word == "--paused":
            found.append(",".join(islice(rest, 2)))
    return found
