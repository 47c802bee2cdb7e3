"""A load of requests over kept connections, in a bounded number: what a measurement asks a server, and nothing a browser does besides."""

from __future__ import annotations

import http.client
import time
from dataclasses import dataclass

from .side_by_side import side_by_side


class WrongAnswer(Exception):
    """The server answered something other than the page that is measured."""


@dataclass(frozen=True)
class Load:
    """How long each of the requests took, in seconds, and how long all of them together."""

    took: list[float]
    seconds: float
    answer_bytes: int


def get(port: int, path: str, cookie: str) -> bytes:
    """One page. Raises WrongAnswer unless it is answered with 200."""
    return _ask(http.client.HTTPConnection("127.0.0.1", port, timeout=60), path, cookie)


def load(port: int, path: str, cookie: str, requests: int, connections: int) -> Load:
    """`requests` pages over `connections` kept connections at once. Raises WrongAnswer."""
    took: list[list[float]] = [[] for _ in range(connections)]
    sizes: list[int] = []

    def ask(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            for _ in range(requests // connections):
                began = time.perf_counter()
                body = _ask(connection, path, cookie)
                took[number].append(time.perf_counter() - began)
            sizes.append(len(body))
        finally:
            connection.close()

    seconds = side_by_side(connections, ask)
    return Load([each for one in took for each in one], seconds, max(sizes))


def _ask(connection: http.client.HTTPConnection, path: str, cookie: str) -> bytes:
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != http.client.OK:
        raise WrongAnswer(f"{path} 返回 {answer.status}，不是要测的页面。")
    return body
