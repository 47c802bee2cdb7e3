"""What went wrong, as a page in words: what, under which article, what now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.contrib.auth.views import redirect_to_login
from django.contrib.sessions.exceptions import SessionInterrupted
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mingzhi.core.engine.errors import ActionError

from .frame import frame_of
from .page_shapes import ErrorPage
from .shapes import Link
from .wording import cites, named_error

_HEADINGS = {
    404: "没有找到",
    403: "这件事由别的岗位办理",
    409: "现在还不能办",
    422: "填写有误",
    400: "没有看懂这项请求",
    500: "系统出了错",
}


def error_page(request: HttpRequest, problem: ActionError, ways: Sequence[Link] = ()) -> HttpResponse:
    """The page of one refused or impossible act. ways: what leads on from here, before the way home."""
    provisions = {row.id: row for refusal in problem.refusals for row in refusal.provisions}
    page = ErrorPage(
        status=problem.status,
        heading=_HEADINGS.get(problem.status, _HEADINGS[409]),
        sentence=problem.sentence,
        cites=cites(provisions.values()),
        ways=[*ways, Link("回到工作台", "/")],
    )
    return render(request, "desk/error.html", {"frame": frame_of(request, page.heading), "error": page}, status=problem.status)


def no_preview(request: HttpRequest, problem: ActionError, labels: Mapping[str, str]) -> HttpResponse:
    """Why a paper cannot be looked at yet, point by point; it opens beside the form, which stays as it is.

    labels: what the form calls its fields.
    """
    points = [named_error(labels.get(name, ""), text) for name, texts in problem.errors.items() for text in texts]
    points += [row.sentence for row in problem.refusals]
    page = ErrorPage(
        status=problem.status,
        heading="现在还不能预览",
        sentence="还差下列各项。请关闭本页，回到填写的页面改好后再预览；填写的内容都还在。",
        points=points,
        cites=cites({row.id: row for refusal in problem.refusals for row in refusal.provisions}.values()),
    )
    return render(request, "desk/error_bare.html", {"error": page, "town": "综合行政执法"}, status=problem.status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404 for an address that is no page."""
    return _plain(request, 404, "没有这个页面，或者您无权查看。请从工作台重新进入。")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _plain(request, 403, "这项操作没有被允许。请从工作台重新进入。", heading="不能这样办")


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token is not the present sign-in's: mostly a page that was open since before the last sign-in."""
    sentence = "这一页打开之后，您重新登录过或者登录已经到期，所以这次提交没有生效。请返回上一页，抄下填写的内容，刷新页面后再提交。"
    return _plain(request, 403, sentence, heading="这一页已经过时")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400; also for who has meanwhile signed out in another window, when there is no session left to write to."""
    if isinstance(exception, SessionInterrupted):
        return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
    return _plain(request, 400, "没有看懂这项请求。请返回上一页重试。")


def server_error(request: HttpRequest) -> HttpResponse:
    return _plain(request, 500, "系统出了错，本次操作没有生效。请稍后再试；再次出现时请告知系统管理员。")


def _plain(request: HttpRequest, status: int, sentence: str, heading: str = "") -> HttpResponse:
    """A page without articles. For 500 nobody is asked who is there: whatever failed may be what would have to answer."""
    page = ErrorPage(status=status, heading=heading or _HEADINGS[status], sentence=sentence, ways=[Link("回到工作台", "/")])
    if status != 500 and hasattr(request, "user") and request.user.is_authenticated:
        return render(request, "desk/error.html", {"error": page, "frame": frame_of(request, page.heading)}, status=status)
    return render(request, "desk/error_bare.html", {"error": page, "town": "综合行政执法"}, status=status)
