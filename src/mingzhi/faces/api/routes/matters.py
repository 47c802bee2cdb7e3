"""Matters: the list, one matter, what can be done in it, its records, deadlines and documents."""

from __future__ import annotations

from typing import Literal

from django.utils import timezone
from ninja import Query, Router

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.procedure import procedure_of
from mingzhi.core.engine.standing import openings_about, possible

from ..cursors import CURSOR, LONGEST_PAGE, USUAL_PAGE, WORD, write_cursor
from ..doors import KnownRequest
from ..reads import documents, facts_of, listed, matter_of
from ..schema import LARGEST_NUMBER
from ..shapes import (
    MATTER_COLUMNS,
    DeadlineOut,
    DocumentOut,
    Found,
    MatterDetail,
    MatterPage,
    MatterStanding,
    RecordPage,
    attachment_out,
    deadline_out,
    document_out,
    matter_out,
    matter_row,
    record_out,
    standing_out,
)

router = Router(tags=["办件"])


@router.get("/matters", response=MatterPage, operation_id="list_matters", summary="办件列表")
def list_matters(
    request: KnownRequest,
    kind: str = Query("", pattern=WORD, description="程序，如 penalty、clue"),
    stage: str = Query("", pattern=WORD, description="环节"),
    state: Literal["", "open", "closed"] = Query("", description="open 未办结，closed 已办结"),
    q: str = Query("", pattern=WORD, description="名称或编号中的文字"),
    mine: bool = Query(False, description="只看本人承办的"),
    cursor: str = Query("", pattern=CURSOR, description="上一页答复中的 next；不要自行拼写"),
    limit: int = Query(USUAL_PAGE, ge=1, le=LONGEST_PAGE, description="每页行数"),
) -> MatterPage:
    """按最后办理时间从近到远排列；翻页时把答复中的 next 作为 cursor 送回。"""
    rows = listed(request.auth, timezone.now(), kind=kind, stage=stage, state=state, q=q, mine=mine, cursor=cursor)
    found = [matter_row(values) for values in rows.values_list(*MATTER_COLUMNS)[: limit + 1]]
    items = found[:limit]
    return MatterPage(items=items, next=write_cursor(items[-1].changed_at, items[-1].id) if len(found) > limit else None)


@router.get("/matters/{int:matter_id}", response=MatterDetail, operation_id="read_matter", summary="一个办件")
def read_matter(request: KnownRequest, matter_id: int) -> MatterDetail:
    """办件的基本情况、各项内容和附件清单。"""
    matter = matter_of(request.auth, matter_id, timezone.now())
    attached = matter.attachments.select_related("blob", "added_by").order_by("id")
    return MatterDetail(**dict(matter_out(matter)), facts=facts_of(matter), attachments=[attachment_out(row) for row in attached])


@router.get("/matters/{int:matter_id}/standing", response=MatterStanding, operation_id="read_standing", summary="现在能办什么")
def read_standing(request: KnownRequest, matter_id: int) -> MatterStanding:
    """当前环节的每一个事项：能办的，以及不能办的为什么、依据哪一条、缺什么、由谁补。不会改变任何内容。"""
    at = timezone.now()
    matter = matter_of(request.auth, matter_id, at)
    return MatterStanding(
        matter=matter.pk, stage=matter.stage, stage_title=procedure_of(matter).stage_title(matter.stage), version=matter.version,
        actions=[standing_out(row) for row in possible(matter, request.auth, at)],
        openings=[standing_out(row) for row in openings_about(matter, request.auth, at)],
    )  # fmt: skip


@router.get("/matters/{int:matter_id}/records", response=RecordPage, operation_id="list_records", summary="办理记录")
def list_records(
    request: KnownRequest,
    matter_id: int,
    before: int = Query(0, ge=0, le=LARGEST_NUMBER, description="只取 version 小于此数的记录；0 为从最近一条开始"),
    limit: int = Query(USUAL_PAGE, ge=1, le=LONGEST_PAGE, description="每页行数"),
) -> RecordPage:
    """从近到远。每一条都在台账中有对应的条目。"""
    rows = matter_of(request.auth, matter_id, timezone.now()).records.order_by("-version").defer("given")
    if before:
        rows = rows.filter(version__lt=before)
    found = [record_out(row) for row in rows[: limit + 1]]
    items = found[:limit]
    return RecordPage(items=items, next=items[-1].version if len(found) > limit else None)


@router.get("/matters/{int:matter_id}/deadlines", response=list[DeadlineOut], operation_id="list_deadlines", summary="期限")
def list_deadlines(request: KnownRequest, matter_id: int) -> list[DeadlineOut]:
    """正在计算的在前，按到期先后。"""
    at = timezone.now()
    rows = list(matter_of(request.auth, matter_id, at).deadlines.order_by("due_at", "id"))
    rows.sort(key=lambda row: row.met_at is not None or row.lifted_at is not None)
    return [deadline_out(row, at) for row in rows]


@router.get("/matters/{int:matter_id}/documents", response=list[DocumentOut], operation_id="list_documents", summary="文书")
def list_documents(request: KnownRequest, matter_id: int) -> list[DocumentOut]:
    """按制作先后；作废的文书也在其中，注明作废时间。"""
    matter = matter_of(request.auth, matter_id, timezone.now())
    return [document_out(row) for row in Document.objects.filter(matter_id=matter.pk).defer("data").order_by("id")]


@router.get("/search", response=Found, operation_id="search", summary="查找")
def search(
    request: KnownRequest,
    q: str = Query(min_length=1, pattern=WORD, description="名称、编号或文号中的文字"),
    limit: int = Query(USUAL_PAGE, ge=1, le=LONGEST_PAGE, description="每页行数"),
) -> Found:
    """办件和文书各不超过 limit 条，最近的在前。"""
    at = timezone.now()
    rows = listed(request.auth, at, q=q, cursor=None).values_list(*MATTER_COLUMNS)[:limit]
    papers = documents(request.auth, at)
    named = papers.filter(number__contains=q) | papers.filter(title__contains=q)
    return Found(matters=[matter_row(values) for values in rows], documents=[document_out(row) for row in named.order_by("-id")[:limit]])
