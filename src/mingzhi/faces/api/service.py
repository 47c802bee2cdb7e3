"""The interface as a whole: `api.urls` goes under /api/; its description is at /api/v1/openapi.json.

Rules live in the engine: an endpoint here parses, calls one action or one query, and answers.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest
from ninja import Router

from .description import DescribedAPI
from .doors import RATE, BearerKey, PersonThrottle, SessionCookie
from .problems import lay_handlers
from .routes import declared, drafts, matters, papers
from .routes.acting import router_of_actions

api = DescribedAPI(
    title="明执接口",
    version="1.0.0",
    urls_namespace="api",
    openapi_url="/v1/openapi.json",
    docs_url=None,
    auth=[BearerKey(), SessionCookie()],
    throttle=[PersonThrottle(RATE)],
    description=(
        "乡镇综合行政执法的办件、办理、文书和条款。规则只在系统内核中：接口能办的与页面能办的完全相同，"
        "每一次拒绝都说明依据、缺什么、由谁补（RFC 9457，application/problem+json），地址不接受所用的方法（405，带 Allow 头）时也一样。能 GET 的地址都能 HEAD，答复相同，不带内容。用会话访问的，改变内容的请求须带 X-CSRFToken 头。"
    ),
)
lay_handlers(api)

_elsewhere = Router()


@_elsewhere.api_operation(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"], "/{path:rest}", include_in_schema=False)
def nothing_here(request: HttpRequest, rest: str) -> None:
    """Any other address: said in the interface's own form."""
    raise Http404


for router in (matters.router, router_of_actions(), drafts.router, papers.router, declared.router):
    api.add_router("/v1", router)
api.add_router("", _elsewhere)
