"""Reading the request of an action: JSON, or multipart with files. What cannot be read is refused before the engine is asked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest

from mingzhi.core.engine.errors import ActionError, InvalidInput
from mingzhi.core.engine.procedure import Action

from .problems import BODY_TYPES
from .schema import LARGEST_NUMBER, file_schemas, shape_errors

JSON, MULTIPART = BODY_TYPES
#: Every key the body of an action may have.
_KNOWN = frozenset({"input", "version"})


class Unreadable(ActionError):
    """The body is no JSON of the documented shape."""

    status = 400
    kind = "bad-request"


class UnsupportedType(ActionError):
    """The body is neither JSON nor parts."""

    status = 415
    kind = "unsupported-type"


@dataclass(frozen=True)
class Asked:
    """What somebody asks for: raw input, the version they saw, files by field."""

    input: Mapping[str, Any]
    version: int | None
    files: Any = None


def read_request(request: HttpRequest, action: Action) -> Asked:
    """The request of one action. Raises Unreadable, RequestDataTooBig, InvalidInput for wrong types and unknown fields."""
    asked = _read_parts(request, action) if request.content_type == MULTIPART else _read_body(read_json(request))
    errors = shape_errors(action, asked.input)
    if errors:
        raise InvalidInput("提交的内容与接口说明的格式不符。", errors=errors)
    return asked


def read_json(request: HttpRequest) -> dict[str, Any]:
    """The body as an object; an empty body is an empty object. Raises UnsupportedType, Unreadable."""
    if request.content_type not in (JSON, "") and request.body:
        raise UnsupportedType("请以 application/json 提交，带文件的以 multipart/form-data 提交。")
    return _object(request.body, "请求的内容")


def _read_body(body: dict[str, Any]) -> Asked:
    unknown = sorted(body.keys() - _KNOWN)
    if unknown:
        raise InvalidInput("请求中有不认识的项。", errors={name: ["没有这一项。"] for name in unknown})
    given = body.get("input", {})
    if not isinstance(given, dict):
        raise InvalidInput("input 应为对象。", errors={"input": ["应为对象，各栏目见接口说明。"]})
    return Asked(given, _version(body.get("version")))


def _read_parts(request: HttpRequest, action: Action) -> Asked:
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.UPLOAD_BYTES + settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        raise RequestDataTooBig()
    unknown = sorted((request.POST.keys() - _KNOWN) | (request.FILES.keys() - file_schemas(action).keys()))
    if unknown:
        raise InvalidInput("请求中有不认识的项。", errors={name: ["没有这一项。"] for name in unknown})
    version = _whole(request.POST.get("version", ""))
    return Asked(_object(request.POST.get("input", "").encode(), "input"), _version(version), request.FILES)


def _whole(text: str) -> Any:
    """A part is always text; a number is meant."""
    return int(text) if text.isdecimal() and len(text) <= len(str(LARGEST_NUMBER)) else text or None


def _version(value: Any) -> int | None:
    if value is None or (type(value) is int and 0 <= value <= LARGEST_NUMBER):
        return value
    raise InvalidInput("version 应为整数。", errors={"version": ["应为读取本件时得到的 version。"]})


def _object(content: bytes, what: str) -> dict[str, Any]:
    if not content:
        return {}
    try:
        found = json.loads(content, parse_constant=_no_constant)
        _check_text(found)
    except (ValueError, RecursionError) as problem:
        raise Unreadable(f"{what}不是可以读取的 JSON。") from problem
    if not isinstance(found, dict):
        raise Unreadable(f"{what}应为 JSON 对象。")
    return found


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _check_text(value: Any) -> None:
    """Refuse text that no database can hold: NUL and half characters."""
    if isinstance(value, str):
        if "\0" in value:
            raise ValueError("NUL")
        value.encode()
    elif isinstance(value, list):
        for item in value:
            _check_text(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            _check_text(key)
            _check_text(item)
