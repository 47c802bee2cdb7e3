"""G5: an action through the engine, one after another, against what the disk can make durable in a second."""

from __future__ import annotations

from typing import Any

from .finding import Finding
from .installation import Progress, installation

SIZE = 1500
TARGETS = {"sqlite": 0.3, "postgres": 0.5}


def measure(tell: Progress, database: str, size: int | None) -> list[dict[str, Any]]:
    """Actions per second beside fsync and bare inserts per second of the same slices of time."""
    size = size or SIZE
    with installation(database, tell, cases=size + 1) as made:
        tell(f"{database}：正在办理 {size} 次")
        found = made.run("actions", size=size, disk=str(made.disk) if made.disk else None)
    floor, floor_is = found["sync_per_second"], "8 kB 写入并 fdatasync"
    if floor is None:
        floor, floor_is = found["insert_per_second"], "单条 INSERT 并提交（服务器的磁盘不在本机目录中）"
    return [
        Finding(
            goal="G5",
            what="逐件办理一次（岗位、门槛、记录、双树台账、期限），不出文书",
            database=found["version"],
            floor=floor,
            floor_is=floor_is,
            figure=found["per_second"],
            unit="次/秒",
            ratio=found["per_second"] / floor,
            target=TARGETS[database],
            sizes={"办理": found["actions"]},
            also={
                "每次 CPU 毫秒": round(found["cpu_ms"], 2),
                "单条 INSERT 并提交 次/秒": round(found["insert_per_second"], 1),
                "与单条 INSERT 之比": round(found["per_second"] / found["insert_per_second"], 3),
            },
        ).as_json()
    ]
