"""Renders the desk's templates as the installation would, with sample contexts and a request of nobody."""

from __future__ import annotations

from pathlib import Path

from django.http import HttpRequest
from django.template.backends.jinja2 import Jinja2
from django.test import RequestFactory

import mingzhi.faces.desk
import mingzhi.faces.portal

DESK = Path(mingzhi.faces.desk.__file__).parent
PORTAL = Path(mingzhi.faces.portal.__file__).parent
TEMPLATES = DESK / "templates"
#: Of regulations that have their matters read on a page of their own.
READING = sorted((DESK.parents[1] / "regulations").glob("*/templates"))
STATIC = DESK / "static"


def engine() -> Jinja2:
    """Django's Jinja2 backend on the templates of desk, portal and regulations, with the installation's environment."""
    return Jinja2(
        {
            "NAME": "desk",
            "DIRS": [TEMPLATES, PORTAL / "templates", *READING],
            "APP_DIRS": False,
            "OPTIONS": {
                "environment": "mingzhi.config.pages.environment",
                "context_processors": ["django.contrib.messages.context_processors.messages"],
            },
        }
    )


def request() -> HttpRequest:
    """A request without session or person: enough for csrf_input and messages."""
    return RequestFactory().get("/")


def render(template: str, context: dict) -> str:
    """The page as text."""
    return engine().get_template(template).render(context, request())
