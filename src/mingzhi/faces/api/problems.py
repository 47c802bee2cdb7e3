"""Every refusal as problem details (RFC 9457, application/problem+json): what is wrong, under which article, what now."""

from __future__ import annotations

import json
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any, cast

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from pydantic import BaseModel, Field

from mingzhi.core.engine.errors import ActionError, Refusal
from mingzhi.core.engine.parameter_words import parameter_words
from mingzhi.law.provisions import Provision
from mingzhi.law.workdays import YearUnknown

MEDIA_TYPE = "application/problem+json"
#: What the body of a request may be.
BODY_TYPES = ("application/json", "multipart/form-data")

TITLES = {
    "bad-request": "没有看懂这项请求",
    "not-signed-in": "没有登录",
    "forbidden": "不被允许",
    "password-expired": "须先修改密码",
    "not-found": "没有找到",
    "method-not-allowed": "该地址不这样用",
    "post-not-held": "岗位不符",
    "wrong-stage": "环节不符",
    "stale": "他人已更新",
    "key-reused": "幂等键已用于别的请求",
    "refused": "关口未过",
    "year-unknown": "缺少工作日历",
    "too-large": "请求过大",
    "unsupported-type": "内容的格式不对",
    "invalid-input": "填写有误",
    "too-many": "请求过于频繁",
    "server-error": "系统出了错",
}

_BY_STATUS = {
    400: ("bad-request", "请对照接口说明检查请求后再发。"),
    401: ("not-signed-in", "请登录，或者在 Authorization 头中带上有效的密钥。"),
    403: ("forbidden", "请核对密钥的权限范围；用会话访问的，带上 X-CSRFToken。"),
    404: ("not-found", "请核对地址和编号。"),
    405: ("method-not-allowed", "请改用 Allow 头中列出的方法。"),
    413: ("too-large", "请减小文件或者分次提交。"),
    415: ("unsupported-type", "请以 Accept-Post 头中列出的格式提交。"),
    422: ("invalid-input", "请改正 errors 中标出的各项后再提交。"),
    429: ("too-many", "请等待 Retry-After 所示秒数后再发。"),
    500: ("server-error", "请稍后再试；再次出现时请告知系统管理员。"),
}


class ProvisionRef(BaseModel):
    """An article, as it is cited, and what it demands."""

    id: str
    cite: str
    text: str


class RefusalOut(BaseModel):
    """One reason: sentence, articles, the action that mends it (`mend`, null when none can) and who may do that."""

    sentence: str
    provisions: list[ProvisionRef]
    mend: str | None
    mend_title: str
    who: str


class Problem(BaseModel):
    """RFC 9457 problem details."""

    type: str = Field(description="urn:mingzhi:problem:…", pattern="^urn:mingzhi:problem:[a-z-]+$")
    title: str
    status: int
    detail: str
    refusals: list[RefusalOut] = []
    errors: dict[str, list[str]] = Field(default={}, description="按栏目列出的错误；__all__ 为整张表单的错误")
    what_now: str


def provision_refs(rows: Iterable[Provision]) -> list[ProvisionRef]:
    """Articles as the interface shows them."""
    return [ProvisionRef(id=row.id, cite=row.cite, text=row.must) for row in rows]


def refusal_out(row: Refusal) -> RefusalOut:
    """One of the engine's refusals, word for word."""
    return RefusalOut(
        sentence=row.sentence, provisions=provision_refs(row.provisions), mend=row.mend, mend_title=row.mend_title, who=row.who
    )


def _what_now(problem: ActionError) -> str:
    mends = dict.fromkeys(f"“{row.mend_title}”（{row.who}）" if row.who else f"“{row.mend_title}”" for row in problem.refusals if row.mend)
    if mends:
        return f"请先办理{'、'.join(mends)}，再试一次。"
    askable = dict.fromkeys(row.who for row in problem.refusals if row.who)
    if problem.kind == "post-not-held" and askable:
        return f"请交{'；'.join(askable)}办理。"
    return {
        "stale": "请重新读取本件，核对后带上新的 version 再办。",
        "wrong-stage": "请查看本件的 standing，办理当前环节可办的事项。",
        "key-reused": "请为每次办理换一个新的 Idempotency-Key。",
        "not-found": "请核对编号；需要查看的，请与有权的岗位联系。",
        "invalid-input": _BY_STATUS[422][1],
        "bad-request": _BY_STATUS[400][1],
        "unsupported-type": _BY_STATUS[415][1],
        "forbidden": _BY_STATUS[403][1],
        "password-expired": "请登录网页修改密码后再试。",
    }.get(problem.kind, "请按 refusals 中的说明补正后再试。" if problem.refusals else "请按 detail 中的说明补正后再试。")


def problem_response(problem: Problem) -> HttpResponse:
    """The answer itself, with its own media type."""
    return HttpResponse(json.dumps(problem.model_dump(), ensure_ascii=False), status=problem.status, content_type=MEDIA_TYPE)


def plain_problem(status: int, detail: str, errors: dict[str, list[str]] | None = None) -> HttpResponse:
    """A problem that is not about a rule of law: told apart by its status alone."""
    kind, what_now = _BY_STATUS.get(status, ("bad-request", _BY_STATUS[400][1]))
    return problem_response(
        Problem(
            type=f"urn:mingzhi:problem:{kind}", title=TITLES[kind], status=status, detail=detail, errors=errors or {}, what_now=what_now
        )
    )


def nothing_there() -> HttpResponse:
    """No such address, or nothing there for this person."""
    return plain_problem(404, "没有这个地址或者内容，或者您无权查看。")


def wrong_method(allowed: str) -> HttpResponse:
    """An address that is there, asked in a way it is not meant for. allowed: the methods it takes, as its Allow header says them."""
    answer = plain_problem(405, f"这个地址只接受 {allowed}。")
    answer["Allow"] = allowed
    return answer


def action_problem(problem: ActionError) -> HttpResponse:
    """What the engine refused, nothing added and nothing left out."""
    return problem_response(
        Problem(
            type=f"urn:mingzhi:problem:{problem.kind}",
            title=TITLES.get(problem.kind, TITLES["refused"]),
            status=problem.status,
            detail=problem.sentence,
            refusals=[refusal_out(row) for row in problem.refusals],
            errors={name: list(texts) for name, texts in problem.errors.items()},
            what_now=_what_now(problem),
        )
    )


def _unparsed(problem: ValidationError) -> HttpResponse:
    errors: dict[str, list[str]] = {}
    for row in problem.errors:
        errors.setdefault(str(row["loc"][-1]), []).append(f"{parameter_words(row['type'], row.get('ctx'))}。")
    return plain_problem(422, "请求的参数不符合接口说明。", errors)


_SENTENCES = {401: "请先登录，或者出示有效的密钥。", 403: "跨站请求校验没有通过，本次办理未生效。", 429: "请求过于频繁，本次没有处理。"}


def lay_handlers(api: NinjaAPI) -> None:
    """Turn every exception that a request may cause into problem details; a defect of ours still raises."""

    def year_unknown(request: HttpRequest, problem: Any) -> HttpResponse:
        return problem_response(
            Problem(
                type="urn:mingzhi:problem:year-unknown", title=TITLES["year-unknown"], status=409, detail=str(problem),
                what_now="请由有权岗位录入该年度的工作日历后再办。",
            )
        )  # fmt: skip

    def refused(request: HttpRequest, problem: Any) -> HttpResponse:
        answer = action_problem(cast(ActionError, problem))
        if answer.status_code == HTTPStatus.UNSUPPORTED_MEDIA_TYPE:
            answer["Accept-Post"] = ", ".join(BODY_TYPES)
        return answer

    api.add_exception_handler(ActionError, refused)
    api.add_exception_handler(YearUnknown, year_unknown)
    api.add_exception_handler(ValidationError, lambda request, problem: _unparsed(cast(ValidationError, problem)))
    api.add_exception_handler(
        HttpError, lambda request, problem: plain_problem(problem.status_code, _SENTENCES.get(problem.status_code, str(problem)))
    )
    api.add_exception_handler(Http404, lambda request, problem: nothing_there())
    api.add_exception_handler(RequestDataTooBig, lambda request, problem: plain_problem(413, "请求的内容超过了允许的大小。"))
    for kind in (SuspiciousOperation, MultiPartParserError, BadRequest, UnreadablePostError):
        api.add_exception_handler(kind, lambda request, problem: plain_problem(400, "没有读懂请求的内容。"))
