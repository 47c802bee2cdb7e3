"""What went wrong, as a page in words: what, under which article, what now."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mingzhi.core.engine.errors import ActionError

from .frame import frame_of
from .page_shapes import ErrorPage
from .shapes import Link
from .wording import cites

_HEADINGS = {
    404: "没有找到",
    403: "这件事由别的岗位办理",
    409: "现在还不能办",
    422: "填写有误",
    400: "没有看懂这项请求",
    500: "系统出了错",
}


def error_page(request: HttpRequest, problem: ActionError) -> HttpResponse:
    """The page of one refused or impossible act."""
    provisions = {row.id: row for refusal in problem.refusals for row in refusal.provisions}
    page = ErrorPage(
        status=problem.status,
        heading=_HEADINGS.get(problem.status, _HEADINGS[409]),
        sentence=problem.sentence,
        cites=cites(provisions.values()),
        ways=[Link("回到工作台", "/")],
    )
    return render(request, "desk/error.html", {"frame": frame_of(request, page.heading), "error": page}, status=problem.status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404 for an address that is no page."""
    return _plain(request, 404, "没有这个页面，或者您无权查看。请从工作台重新进入。")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _plain(request, 403, "这项操作没有被允许。请从工作台重新进入。")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _plain(request, 400, "没有看懂这项请求。请返回上一页重试。")


def server_error(request: HttpRequest) -> HttpResponse:
    return _plain(request, 500, "系统出了错，本次操作没有生效。请稍后再试；再次出现时请告知系统管理员。")


def _plain(request: HttpRequest, status: int, sentence: str) -> HttpResponse:
    page = ErrorPage(status=status, heading=_HEADINGS[status], sentence=sentence, ways=[Link("回到工作台", "/")])
    signed_in = getattr(request, "user", None) is not None and request.user.is_authenticated
    template = "desk/error.html" if signed_in and status != 500 else "desk/error_bare.html"
    context = (
        {"error": page, "frame": frame_of(request, page.heading)}
        if template == "desk/error.html"
        else {"error": page, "town": "综合行政执法"}
    )
    return render(request, template, context, status=status)
