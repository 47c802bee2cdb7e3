"""The WSGI application that granian serves: Django's, and before it what answers pieces of footage and public pages that did not change."""

import gc
import os
from collections.abc import Callable, Iterable
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mingzhi.config.settings")


def at_once(pages: WSGIHandler) -> Callable[[dict[str, Any], Any], Iterable[bytes]]:
    """A page that is whole goes out as one list of bytes, which the server sends as it is.

    Anything else it asks for part by part, and between two parts this thread stands in line for the interpreter again.
    """

    def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        answer = pages(environ, start_response)
        if not isinstance(answer, HttpResponse):
            return answer
        answer.close()
        return [answer.content]

    return application


_pages = at_once(get_wsgi_application())

# Only a program that is set up may be asked for its addresses.
from .kept import Kept  # noqa: E402
from .pieces import Pieces  # noqa: E402

application = Pieces(Kept(_pages))

# What the program is made of is never garbage. Without this the collector walks through all of it every few hundred pages, a quarter
# of a second in which no thread answers.
gc.collect()
gc.freeze()
