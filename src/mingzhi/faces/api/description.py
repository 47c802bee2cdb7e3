"""The OpenAPI 3.1 description, completed: every action's input, and every refusal as problem details."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import URLPattern, URLResolver
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from mingzhi.core.engine.procedure import ACTIONS

from .problems import MEDIA_TYPE, Problem, nothing_there, wrong_method
from .routes.acting import input_name
from .schema import input_schema

_REFUSALS = {
    400: "没有看懂请求",
    401: "没有登录，或者密钥无效",
    403: "岗位不符、密钥权限不足，或者跨站请求校验未通过",
    404: "没有，或者无权查看",
    409: "环节不符、关口未过、他人已更新、幂等键已用于别的请求，或者缺少工作日历",
    413: "请求过大",
    415: "内容既不是 JSON，也不是带文件的表单",
    422: "填写有误",
    429: "请求过于频繁",
}
_METHODS = ("get", "post", "put", "delete")


class DescribedAPI(NinjaAPI):
    """A NinjaAPI whose description also says what may go wrong, and that says every refusal as problem details."""

    def _get_urls(self) -> list[URLResolver | URLPattern]:
        found = super()._get_urls()
        for place in found:
            if isinstance(place, URLPattern):
                place.callback = _answering(place.callback)
        return found

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """The description with the inputs of all actions and the refusals of all operations."""
        found = super().get_openapi_schema(**options)
        schemas = found["components"]["schemas"]
        problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas.update(problem.pop("$defs"))
        schemas["Problem"] = problem
        found["components"]["responses"] = {
            "MethodNotAllowed": {
                **_refusal("任何地址，用了它不接受的方法"),
                "headers": {"Allow": {"schema": {"type": "string"}, "description": "它接受的方法"}},
            }
        }
        schemas.update({input_name(action): input_schema(action) for action in ACTIONS.values()})
        for operations in found["paths"].values():
            for method in _METHODS:
                if method in operations:
                    _complete(operations[method])
        return found


def _answering(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, but for an address asked with a method it does not take, and for one that is none: the package says these in plain text.

    HEAD is GET without its content wherever there is GET (RFC 9110, 9.3.2), which the package leaves to each address.
    """

    @wraps(view)
    def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            answer = view(request, *args, **kwargs)
            if isinstance(answer, HttpResponseNotAllowed):
                allowed = _allowed(answer)
                if request.method != "HEAD" or "HEAD" not in allowed:
                    return wrong_method(", ".join(allowed))
                request.method = "GET"
                answer = _emptied(view(request, *args, **kwargs))
        except Http404:
            return nothing_there()
        return answer

    return inside


def _allowed(answer: HttpResponseNotAllowed) -> list[str]:
    methods = set(answer["Allow"].split(", "))
    return sorted(methods | {"HEAD"} if "GET" in methods else methods)


def _emptied(answer: Any) -> HttpResponse:
    """The answer as it is, its length said and its content left out."""
    if answer.streaming:
        answer.close()
        answer.streaming_content = ()
    else:
        answer.headers.setdefault("Content-Length", str(len(answer.content)))
        answer.content = b""
    return answer


def _complete(operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    for status in _statuses(operation):
        refusal = _refusal(_REFUSALS[status])
        if status == 429:
            refusal["headers"] = {"Retry-After": {"schema": {"type": "integer"}, "description": "多少秒后可以再发"}}
        responses[status] = refusal


def _refusal(told: str) -> dict[str, Any]:
    return {"description": told, "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}


def _statuses(operation: dict[str, Any]) -> list[int]:
    """Which refusals an operation can give, told from what it takes."""
    found = {401, 403, 429}
    places = {parameter["in"] for parameter in operation["parameters"]}
    if "path" in places:
        found.add(404)
    if "query" in places or "header" in places:
        found |= {400, 422}
    if "requestBody" in operation:
        found |= {400, 409, 413, 415, 422}
    if operation["operationId"] in _COUNTING:
        found.add(409)
    return sorted(found)


#: Reads that count working days, and so need the year's calendar.
_COUNTING = frozenset({"list_deadlines", "read_standing"})
