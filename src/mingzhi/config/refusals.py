"""What the framework refuses before any view is asked, told in the form of the face it was asked through: desk, public site, or API."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from mingzhi.faces.api.problems import nothing_there, plain_problem
from mingzhi.faces.desk import errors
from mingzhi.faces.portal.views import missing


def _of_api(request: HttpRequest) -> bool:
    return request.path_info.startswith("/api/")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400"""
    return plain_problem(400, "没有读懂请求。") if _of_api(request) else errors.bad_request(request, exception)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404"""
    if _of_api(request):
        return nothing_there()
    return missing.not_found(request) if missing.is_public(request) else errors.not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """500"""
    return plain_problem(500, "系统出了错，本次请求没有生效。") if _of_api(request) else errors.server_error(request)
