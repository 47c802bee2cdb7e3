"""The floor of receiving: one pass from a socket through SHA-256 to a file, made durable once at the end. A program of its own.

`python -m mingzhi.faces.cli.bench.one_pass PORT FILE` takes one connection after another; each sends eight bytes of length, then content.
"""

from __future__ import annotations

import hashlib
import os
import socket
import sys
from pathlib import Path

PIECE_BYTES = 1 << 20


def main(port: int, path: Path) -> None:
    """Receive until killed."""
    with socket.create_server(("127.0.0.1", port)) as door:
        while True:
            line, _ = door.accept()
            with line:
                receive(line, path)


def receive(line: socket.socket, path: Path) -> None:
    """One content; answers its digest when it is durable."""
    left = int.from_bytes(line.recv(8, socket.MSG_WAITALL))
    found, room = hashlib.sha256(), memoryview(bytearray(PIECE_BYTES))
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        while left and (size := line.recv_into(room)):
            found.update(room[:size])
            os.write(file, room[:size])
            left -= size
        os.fsync(file)
    finally:
        os.close(file)
    path.unlink()
    line.sendall(found.digest())


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
