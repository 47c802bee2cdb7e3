"""What is declared and not stored: procedures with their actions, provisions; and who is asking."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils import timezone
from ninja import Query, Router
from pydantic import BaseModel, Field

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.gates import GATES
from mingzhi.core.engine.procedure import ACTIONS, PROCEDURES, Action, Procedure
from mingzhi.core.engine.standing import openings
from mingzhi.core.organs.people import posts_of
from mingzhi.law.provisions import Provision, UnknownProvision, all_provisions, provision

from ..cursors import WORD
from ..doors import KnownRequest
from ..problems import ProvisionRef, provision_refs
from ..schema import file_schemas, input_schema
from ..shapes import posts_out

router = Router(tags=["规则"])


class StageOut(BaseModel):
    """One stage; `ends`: nothing more is done there."""

    code: str
    title: str
    ends: bool


class ActionBrief(BaseModel):
    """One row of a procedure."""

    code: str
    title: str
    help: str
    opens: bool
    at: list[str]
    to: str | None
    posts: list[str]
    provisions: list[ProvisionRef]
    prints: list[str]


class ActionOut(ActionBrief):
    """One row of a procedure with what it asks for."""

    input: dict[str, Any] = Field(description="input 的 JSON Schema")
    files: dict[str, Any] = Field(description="以 multipart 上传的文件栏目")


class ProcedureBrief(BaseModel):
    """One kind of matter."""

    code: str
    title: str


class ProcedureOut(ProcedureBrief):
    """The table of stages and actions of one kind of matter."""

    stages: list[StageOut]
    path: list[str]
    actions: list[ActionOut]


class ProvisionOut(BaseModel):
    """One duty of a regulation or a statute, in our own words, with the numbers in force."""

    id: str
    cite: str
    law: str
    title: str
    article: str
    kind: str
    must: str
    source: str
    numbers: dict[str, int | str | bool]


class ProvisionDetail(ProvisionOut):
    """With what enforces it here."""

    actions: list[str]
    guards: list[str] = Field(description="以此条把关的办理事项")


class Me(BaseModel):
    """Who is asking, in which posts, and what they may open."""

    id: int
    username: str
    name: str
    authority: str
    posts: list[str]
    openings: list[ActionBrief]


def _brief(action: Action) -> dict[str, Any]:
    return {
        "code": action.code, "title": action.title, "help": action.help, "opens": action.opens, "at": list(action.at), "to": action.to,
        "posts": posts_out(action), "provisions": provision_refs(action.provisions), "prints": list(action.prints),
    }  # fmt: skip


def _stages(procedure: Procedure) -> list[StageOut]:
    return [StageOut(code=str(code), title=str(title), ends=code in procedure.ends) for code, title in procedure.stages.choices]


def _row(one: Provision) -> dict[str, Any]:
    return {
        "id": one.id, "cite": one.cite, "law": one.law, "title": one.title, "article": one.article, "kind": one.kind, "must": one.must,
        "source": one.source, "numbers": dict(one.latest),
    }  # fmt: skip


@router.get("/procedures", response=list[ProcedureBrief], operation_id="list_procedures", summary="程序")
def list_procedures(request: KnownRequest) -> list[ProcedureBrief]:
    """本系统办理的各种办件。"""
    return [ProcedureBrief(code=row.code, title=row.title) for row in PROCEDURES.values()]


@router.get("/procedures/{code}", response=ProcedureOut, operation_id="read_procedure", summary="一种程序")
def read_procedure(request: KnownRequest, code: str) -> ProcedureOut:
    """环节、事项、岗位、依据，以及每个事项要填的内容。"""
    found = PROCEDURES.get(code)
    if found is None:
        raise Http404
    actions = [ActionOut(**_brief(row), input=input_schema(row), files=dict(file_schemas(row))) for row in found.actions.values()]
    return ProcedureOut(code=found.code, title=found.title, stages=_stages(found), path=list(found.path), actions=actions)


@router.get("/provisions", response=list[ProvisionOut], operation_id="list_provisions", summary="条款")
def list_provisions(
    request: KnownRequest,
    law: str = Query("", pattern=WORD, description="只看这部法规，用其简称"),
    q: str = Query("", pattern=WORD, description="条款内容或条号中的文字"),
) -> list[ProvisionOut]:
    """登记簿中的条款，按法规和条款的次序。"""
    rows = (row for row in all_provisions() if (not law or row.law == law) and (not q or q in row.cite or q in row.must))
    return [ProvisionOut(**_row(row)) for row in rows]


@router.get("/provisions/{provision_id}", response=ProvisionDetail, operation_id="read_provision", summary="一个条款")
def read_provision(request: KnownRequest, provision_id: str) -> ProvisionDetail:
    """条款内容，以及在本系统中由哪些事项和关口落实。"""
    try:
        found = provision(provision_id)
    except UnknownProvision as unknown:
        raise Http404 from unknown
    actions = [action.code for action in ACTIONS.values() if found in action.provisions]
    gates = [gate for gate in GATES if found in gate.provisions]
    guards = [action.code for action in ACTIONS.values() if any(gate.guards(action) for gate in gates)]
    return ProvisionDetail(**_row(found), actions=actions, guards=guards)


@router.get("/me", response=Me, operation_id="read_me", summary="本人")
def read_me(request: KnownRequest) -> Me:
    """岗位和可以开启的办件。"""
    person, at = request.auth, timezone.now()
    posts = sorted(str(post.label) for post in posts_of(person, local_day(at)))
    may = [ActionBrief(**_brief(action)) for action in openings(person, at)]
    return Me(id=person.pk, username=person.username, name=person.name, authority=person.authority.name, posts=posts, openings=may)
