"""`mingzhi provisions` and `mingzhi actions`: the register and the procedures, as they are declared."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from .installation import AsJson, open_installation
from .outcome import Exit, complain, print_json, print_table, say

AsMarkdown = Annotated[bool, typer.Option("--markdown", help="给出 docs/ 中的文档")]


def provisions(
    as_json: AsJson = False,
    unbound: Annotated[bool, typer.Option("--unbound", help="只列没有落实的")] = False,
    markdown: AsMarkdown = False,
) -> None:
    """每一条款要求由哪段程序落实、由哪些测试证明；有一条没有落实时退出码为 1。"""
    open_installation(None)
    from .binding import bound_provisions, proofs_directory

    tests = proofs_directory()
    rows = bound_provisions(tests)
    if markdown:
        from .documents import provisions_page

        say(provisions_page(rows).rstrip("\n"))
        return
    loose = [row for row in rows if not row.by]
    shown = loose if unbound else rows
    if as_json:
        print_json(
            [
                {
                    "id": row.provision.id,
                    "article": row.provision.cite,
                    "kind": row.provision.kind,
                    "bound_by": list(row.by),
                    "tests": list(row.tests),
                }
                for row in shown
            ]
        )
    else:
        print_table(
            "条款要求",
            ["编号", "条款", "类别", "由什么落实", "由什么证明"],
            [[row.provision.id, row.provision.cite, row.provision.kind, "\n".join(row.by), f"{len(row.tests)} 项"] for row in shown]
            if _drawn()
            else [[row.provision.id, row.provision.cite, row.provision.kind, " ".join(row.by), " ".join(row.tests)] for row in shown],
        )
        if tests is None:
            complain("这是安装好的软件包，不带测试，因此没有列出证明各条款的测试。")
    if loose:
        complain(f"{len(rows)} 条中有 {len(loose)} 条还没有程序落实。")
        raise typer.Exit(Exit.FAILED)


def actions(as_json: AsJson = False, markdown: AsMarkdown = False) -> None:
    """每一个环节：谁办、从哪到哪、依据、关口、期限、文书。"""
    open_installation(None)
    from .documents import action_rows, actions_page

    if markdown:
        say(actions_page().rstrip("\n"))
        return
    rows: list[dict[str, Any]] = action_rows()
    if as_json:
        print_json(rows)
        return
    print_table(
        "环节",
        ["编码", "名称", "岗位", "从", "到", "依据"],
        [
            [
                row["code"],
                row["title"],
                "、".join(row["post_titles"]),
                "、".join(row["from"]),
                "、".join(row["to"]),
                " ".join(row["provisions"]),
            ]
            for row in rows
        ],
    )


def _drawn() -> bool:
    import sys

    return sys.stdout.isatty()
