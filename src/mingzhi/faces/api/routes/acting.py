"""Acting: one endpoint for each declared action, with its own input; every rule is asked of the engine and of nobody else."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

from django.utils import timezone
from ninja import Header, Router, Status

from mingzhi.core.engine.perform import Done, perform, rehearse
from mingzhi.core.engine.procedure import ACTIONS, Action

from ..asked import read_request
from ..doors import KnownRequest
from ..schema import LARGEST_NUMBER, file_schemas, input_schema
from ..shapes import ActionDone, PreviewPage, document_out, matter_out, record_out

#: Visible ASCII, as many characters as a record keeps.
_KEY = r"^[!-~]{1,80}$"
IDEMPOTENCY_KEY = Header(None, alias="Idempotency-Key", pattern=_KEY, description="同一键只办一次，重发得到同一结果")


def input_name(action: Action) -> str:
    """The name of an action's input among the components."""
    return f"Input.{action.code}"


def _body(action: Action) -> dict[str, Any]:
    """The request body of one action, as JSON and, where there are files, as parts."""
    reference = {"$ref": f"#/components/schemas/{input_name(action)}"}
    properties: dict[str, Any] = {"input": reference}
    if not action.opens:
        properties["version"] = {
            "anyOf": [{"type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER}, {"type": "null"}],
            "description": "读取本件时的 version；他人已更新的，办理被拒绝。null 为不比较",
        }
    needed = ["input"] if input_schema(action).get("required") else []
    whole = {"type": "object", "properties": properties, "additionalProperties": False, **({"required": needed} if needed else {})}
    content: dict[str, Any] = {"application/json": {"schema": whole}}
    files = file_schemas(action)
    if files:
        parts = {**whole, "properties": {**properties, **files}}
        content["multipart/form-data"] = {"schema": parts, "encoding": {"input": {"contentType": "application/json"}}}
    return {"requestBody": {"required": bool(needed), "content": content}}


def _about(action: Action) -> str:
    posts = "、".join(str(post.label) for post in action.by)
    cites = "；".join(row.cite for row in action.provisions)
    stages = "、".join(action.procedure.stage_title(stage) for stage in action.at)
    lines = [action.help, f"岗位：{posts}。", f"环节：{stages}。" if stages else "", f"依据：{cites}。"]
    return "\n".join(line for line in lines if line)


def _done(done: Done) -> ActionDone:
    papers: list[Any] = list(done.documents) if not done.replayed else list(done.record.documents.order_by("id"))
    return ActionDone(
        matter=matter_out(done.matter), record=record_out(done.record), documents=[document_out(row) for row in papers],
        replayed=done.replayed,
    )  # fmt: skip


def _doing(action: Action) -> Callable[..., Any]:
    """The endpoint of an action in a matter."""

    def do(request: KnownRequest, matter_id: int, idempotency_key: str | None = IDEMPOTENCY_KEY) -> ActionDone:
        asked = read_request(request, action)
        return _done(
            perform(
                action.code, matter_id, actor=request.auth, data=asked.input, files=asked.files, version=asked.version,
                at=timezone.now(), key=idempotency_key,
            )
        )  # fmt: skip

    return do


def _opening(action: Action) -> Callable[..., Any]:
    """The endpoint of an action that opens a matter."""

    def do(request: KnownRequest, idempotency_key: str | None = IDEMPOTENCY_KEY) -> Status:
        asked = read_request(request, action)
        return Status(
            201,
            _done(perform(action.code, actor=request.auth, data=asked.input, files=asked.files, at=timezone.now(), key=idempotency_key)),
        )

    return do


def _pages(papers: list[tuple[str, bytes]]) -> list[PreviewPage]:
    return [PreviewPage(title=title, pdf=base64.b64encode(pdf).decode()) for title, pdf in papers]


def _previewing(action: Action) -> Callable[..., Any]:
    def preview(request: KnownRequest, matter_id: int) -> list[PreviewPage]:
        asked = read_request(request, action)
        return _pages(rehearse(action.code, matter_id, actor=request.auth, data=asked.input, files=asked.files, at=timezone.now()))

    return preview


def _previewing_opening(action: Action) -> Callable[..., Any]:
    def preview(request: KnownRequest) -> list[PreviewPage]:
        asked = read_request(request, action)
        return _pages(rehearse(action.code, actor=request.auth, data=asked.input, files=asked.files, at=timezone.now()))

    return preview


def router_of_actions() -> Router:
    """Endpoints of every action declared so far; call it when every app is ready."""
    router = Router()
    for action in (row for row in ACTIONS.values() if not row.follows):
        path = f"/actions/{action.code}" if action.opens else f"/matters/{{int:matter_id}}/actions/{action.code}"
        told: dict[str, Any] = {"tags": [f"办理：{action.procedure.title}"], "description": _about(action), "openapi_extra": _body(action)}
        name = action.code.replace(".", "_")
        router.post(
            path, response={201: ActionDone} if action.opens else {200: ActionDone}, operation_id=f"do_{name}",
            summary=action.title, url_name=f"act-{action.code}", **told,
        )(_opening(action) if action.opens else _doing(action))  # fmt: skip
        if action.prints:
            router.post(
                f"{path}/preview", response=list[PreviewPage], operation_id=f"preview_{name}", summary=f"预览：{action.title}",
                url_name=f"preview-{action.code}", **told,
            )(_previewing_opening(action) if action.opens else _previewing(action))  # fmt: skip
    return router
