"""The cheapest client that Python can be, for servers that answer faster than a common one can ask: kept connections, one request at a time.

Only what a measurement needs: GET, a status of 200, a body of a length or in pieces. Nothing of HTTP besides.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass

from .client import WrongAnswer
from .side_by_side import side_by_side

_ROOM_BYTES = 1 << 16
_END = b"\r\n\r\n"
_LENGTH = b"content-length:"
_LAST_PIECE = b"0\r\n\r\n"


@dataclass(frozen=True)
class Rate:
    """How many requests a second were answered, and the last body of them."""

    per_second: float
    body: bytes


def rate(port: int, path: str, requests: int, connections: int, *, each_anew: bool = False) -> Rate:
    """Ask for a page that often over so many connections at once; `each_anew` asks for another address each time. Raises WrongAnswer."""
    bodies: list[bytes] = []
    share = max(requests // connections, 1)

    def ask(number: int) -> None:
        bodies.append(_ask(port, [f"{path}?anew={number}-{turn}" for turn in range(share)] if each_anew else [path] * share))

    took = side_by_side(connections, ask)
    return Rate(share * connections / took, bodies[-1])


def _ask(port: int, paths: list[str]) -> bytes:
    """The pages one after another over one connection; the last one's body."""
    body = b""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as line:
        for path in paths:
            line.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
            body = _answer(line, path)
    return body


def _answer(line: socket.socket, path: str) -> bytes:
    head, mark, body = _more(line, path), b"", b""
    while not mark:
        head, mark, body = head.partition(_END)
        if not mark:
            head += _more(line, path)
    if not head.startswith(b"HTTP/1.1 200"):
        raise WrongAnswer(f"{path} 返回 {head[:40].decode(errors='replace')}，不是要测的页面。")
    _, found, rest = head.lower().partition(_LENGTH)
    if found:
        return _of_length(line, path, body, int(rest.partition(b"\r\n")[0]))
    # Files come in pieces of which the last is empty; what is in them is not looked at.
    while not body.endswith(_LAST_PIECE):
        body += _more(line, path)
    return body


def _of_length(line: socket.socket, path: str, body: bytes, length: int) -> bytes:
    parts, have = [body], len(body)
    while have < length:
        parts.append(_more(line, path))
        have += len(parts[-1])
    return b"".join(parts)


def _more(line: socket.socket, path: str) -> bytes:
    got = line.recv(_ROOM_BYTES)
    if not got:
        raise WrongAnswer(f"{path}：要测的服务断开了连接。")
    return got
