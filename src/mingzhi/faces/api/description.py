"""The OpenAPI 3.1 description, completed: every action's input, and every refusal as problem details."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from mingzhi.core.engine.procedure import ACTIONS

from .problems import MEDIA_TYPE, Problem
from .routes.acting import input_name
from .schema import input_schema

_REFUSALS = {
    400: "没有看懂请求",
    401: "没有登录，或者密钥无效",
    403: "岗位不符、密钥权限不足，或者跨站请求校验未通过",
    404: "没有，或者无权查看",
    409: "环节不符、关口未过、他人已更新、幂等键已用于别的请求，或者缺少工作日历",
    413: "请求过大",
    422: "填写有误",
    429: "请求过于频繁",
}
_METHODS = ("get", "post", "put", "delete")


class DescribedAPI(NinjaAPI):
    """A NinjaAPI whose description also says what may go wrong."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """The description with the inputs of all actions and the refusals of all operations."""
        found = super().get_openapi_schema(**options)
        schemas = found["components"]["schemas"]
        problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas.update(problem.pop("$defs"))
        schemas["Problem"] = problem
        schemas.update({input_name(action): input_schema(action) for action in ACTIONS.values()})
        for operations in found["paths"].values():
            for method in _METHODS:
                if method in operations:
                    _complete(operations[method])
        return found


def _complete(operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    for status in _statuses(operation):
        refusal = {
            "description": _REFUSALS[status],
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        if status == 429:
            refusal["headers"] = {"Retry-After": {"schema": {"type": "integer"}, "description": "多少秒后可以再发"}}
        responses[status] = refusal


def _statuses(operation: dict[str, Any]) -> list[int]:
    """Which refusals an operation can give, told from what it takes."""
    found = {401, 403, 429}
    places = {parameter["in"] for parameter in operation["parameters"]}
    if "path" in places:
        found.add(404)
    if "query" in places or "header" in places:
        found |= {400, 422}
    if "requestBody" in operation:
        found |= {400, 409, 413, 422}
    if operation["operationId"] in _COUNTING:
        found.add(409)
    return sorted(found)


#: Reads that count working days, and so need the year's calendar.
_COUNTING = frozenset({"list_deadlines", "read_standing"})
