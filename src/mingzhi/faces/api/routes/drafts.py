"""Drafts: half-filled input that survives, one for each person, matter and action."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from ninja import Router
from pydantic import BaseModel

from mingzhi.core.engine.drafts import discard_draft, draft_of, keep_draft
from mingzhi.core.engine.errors import InvalidInput, NotFound
from mingzhi.core.engine.models import Draft

from ..asked import read_json
from ..doors import KnownRequest
from ..reads import matter_of
from ..shapes import Moment, action_named

router = Router(tags=["草稿"])

_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "properties": {"input": {"type": "object", "description": "已填的各栏目，不作检查"}},
                    "required": ["input"],
                    "additionalProperties": False,
                }
            }
        },
    }
}


class DraftOut(BaseModel):
    """What was typed and not yet sent."""

    action: str
    input: dict[str, Any]
    saved_at: Moment


def _place(request: KnownRequest, code: str, matter_id: int | None) -> Any:
    """The matter (None for an opening) after checking that the action belongs there. Raises NotFound."""
    action = action_named(code)
    matter = None if matter_id is None else matter_of(request.auth, matter_id, timezone.now())
    if action is None or action.opens != (matter is None) or (matter is not None and action.procedure.code != matter.kind):
        raise NotFound("这里没有这个办理事项。")
    return matter


def _keep(request: KnownRequest, code: str, matter_id: int | None) -> DraftOut:
    matter = _place(request, code, matter_id)
    body = read_json(request)
    if body.keys() != {"input"} or not isinstance(body["input"], dict):
        raise InvalidInput('草稿应为 {"input": {…}}。', errors={"input": ["应为对象，且为唯一的一项。"]})
    return _out(keep_draft(request.auth, code, matter, body["input"], timezone.now()))


def _read(request: KnownRequest, code: str, matter_id: int | None) -> DraftOut:
    found = draft_of(request.auth, code, _place(request, code, matter_id))
    if found is None:
        raise NotFound("没有这份草稿。")
    return _out(found)


def _discard(request: KnownRequest, code: str, matter_id: int | None) -> HttpResponse:
    discard_draft(request.auth, code, _place(request, code, matter_id))
    return HttpResponse(status=204)


def _out(row: Draft) -> DraftOut:
    return DraftOut(action=row.action, input=row.data, saved_at=row.saved_at)


@router.put("/matters/{int:matter_id}/drafts/{code}", response=DraftOut, operation_id="keep_draft", summary="保存草稿", openapi_extra=_BODY)
def keep(request: KnownRequest, matter_id: int, code: str) -> DraftOut:
    """代替此前的草稿；办成之后草稿自动消失。"""
    return _keep(request, code, matter_id)


@router.get("/matters/{int:matter_id}/drafts/{code}", response=DraftOut, operation_id="read_draft", summary="读取草稿")
def read(request: KnownRequest, matter_id: int, code: str) -> DraftOut:
    """只读本人的草稿。"""
    return _read(request, code, matter_id)


@router.delete("/matters/{int:matter_id}/drafts/{code}", response={204: None}, operation_id="discard_draft", summary="删除草稿")
def discard(request: KnownRequest, matter_id: int, code: str) -> HttpResponse:
    """没有草稿的，也视为已删除。"""
    return _discard(request, code, matter_id)


@router.put("/drafts/{code}", response=DraftOut, operation_id="keep_opening_draft", summary="保存新办件的草稿", openapi_extra=_BODY)
def keep_opening(request: KnownRequest, code: str) -> DraftOut:
    """用于开启办件的事项，如 penalty.propose。"""
    return _keep(request, code, None)


@router.get("/drafts/{code}", response=DraftOut, operation_id="read_opening_draft", summary="读取新办件的草稿")
def read_opening(request: KnownRequest, code: str) -> DraftOut:
    """只读本人的草稿。"""
    return _read(request, code, None)


@router.delete("/drafts/{code}", response={204: None}, operation_id="discard_opening_draft", summary="删除新办件的草稿")
def discard_opening(request: KnownRequest, code: str) -> HttpResponse:
    """没有草稿的，也视为已删除。"""
    return _discard(request, code, None)
