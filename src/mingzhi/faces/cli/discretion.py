"""`mingzhi discretion load`: benchmarks of discretion and lists of what is not punished, entered from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
import yaml

from .installation import DataDir, open_installation, require_tables
from .outcome import CommandError, Exit, say

app = typer.Typer(help="裁量基准和免罚清单。", no_args_is_help=True)

FORMAT = """benchmarks:                            # 裁量基准，一个事项一个版本一段
  - power: 法定-003
    version: 2026
    level: province                    # province 市级、district 区级、town 本镇
    source: 某某裁量基准
    valid: [2026-01-01]                # 生效日期；有失效日期的写第二个
    tiers:                             # 从轻到重
      - {name: 从轻, circumstances: {early: 及时清理}, citizen: [0, 100], unit: [0, 200]}
exemptions:                            # 免罚清单，一个清单一个版本一段，新版本整体替换旧版本
  - source: 某某轻微违法行为不予处罚清单
    version: 2026
    valid: [2026-01-01]
    items:
      - {number: 1, power: 法定-003, ground: slight, conditions: [...], basis: [{law: 《...》, article: 第...条}]}
                                       # ground：slight 轻微不罚、first 首违不罚"""


@app.callback()
def discretion() -> None:
    """裁量基准和免罚清单。"""


@app.command("load")
def load(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="YAML 文件")],
    user: Annotated[str, typer.Option(metavar="ACCOUNT", help="由哪个账号录入，须是党政办经办人")],
    data: DataDir = None,
) -> None:
    """录入裁量基准和免罚清单的新版本；旧版本到新版本生效前一日为止。"""
    try:
        table = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as problem:
        raise CommandError(f"{file} 不是 YAML：{problem}", Exit.USAGE) from problem
    if not isinstance(table, dict) or not set(table) <= {"benchmarks", "exemptions"}:
        raise CommandError(f"{file} 应有 benchmarks、exemptions 两项或者其中一项：\n{FORMAT}", Exit.USAGE)
    open_installation(data)
    require_tables()
    from django.utils import timezone

    from mingzhi.core.engine.errors import ActionError, InvalidInput
    from mingzhi.core.organs.models import User
    from mingzhi.procedures.penalty.discretion_entry import enter_discretion

    person = User.objects.filter(username=user, is_active=True).select_related("authority").first()
    if person is None:
        raise CommandError(f"没有账号 {user}，或者该账号已停用。", Exit.USAGE)
    try:
        benchmarks, items = enter_discretion(table, person, timezone.now())
    except InvalidInput as problem:
        raise CommandError(f"{file}：{problem}格式是：\n{FORMAT}", Exit.USAGE) from problem
    except ActionError as problem:
        raise CommandError(str(problem)) from problem
    say(f"已录入{person.authority.place}的裁量基准 {len(benchmarks)} 个版本，免罚清单事项 {len(items)} 项。")
