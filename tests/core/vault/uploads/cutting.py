"""A line that breaks: a proxy on loopback that resets connections after so many bytes from the client, at places chosen by dice."""

from __future__ import annotations

import contextlib
import random
import socket
import struct
import threading
from collections.abc import Callable

_RESET = struct.pack("ii", 1, 0)
_PIECE_BYTES = 1 << 16


class CuttingProxy:
    """Carries connections to `target`, and cuts `cuts` times within the first `within_bytes` that clients send."""

    def __init__(self, target: int, cuts: int, within_bytes: int, seed: int) -> None:
        dice = random.Random(seed)
        self._places = sorted(dice.randrange(within_bytes) for _ in range(cuts))
        self._target, self._guard = target, threading.Lock()
        self._ends: list[socket.socket] = []
        self._down = self._stays_down = False
        self.carried = self.cut = 0
        self.reached: Callable[[int], None] = lambda carried: None
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._open, daemon=True).start()

    def cut_after(self, *sizes_bytes: int) -> None:
        """Cut further, where so many bytes more have come: now every connection, and each time nobody gets through until `mend`.

        A browser sends again by itself what broke off on a connection that it had used before; only a line that stays down is felt.
        """
        with self._guard:
            self._places, self._stays_down = [*self._places[: self.cut], *(self.carried + size for size in sizes_bytes)], True

    def mend(self) -> None:
        """The line carries again."""
        self._down = False

    def close(self) -> None:
        self._door.close()

    def _open(self) -> None:
        while True:
            try:
                client, _ = self._door.accept()
            except OSError:
                return
            if self._down:
                _reset(client)
                continue
            threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        try:
            server = socket.create_connection(("127.0.0.1", self._target))
        except OSError:
            client.close()
            return
        self._ends += (client, server)
        threading.Thread(target=self._back, args=(server, client), daemon=True).start()
        with contextlib.suppress(OSError):
            while piece := client.recv(_PIECE_BYTES):
                if self._is_time(len(piece)):
                    # Half of the piece still arrives: a cut falls anywhere, not between two pieces.
                    server.sendall(piece[: len(piece) // 2])
                    _reset(*(self._ends if self._down else (client, server)))
                    break
                server.sendall(piece)
                self.reached(self.carried)
        _end(client, server)

    def _is_time(self, size: int) -> bool:
        with self._guard:
            self.carried += size
            if self.cut < len(self._places) and self.carried >= self._places[self.cut]:
                self.cut += 1
                self._down = self._stays_down
                return True
            return False

    @staticmethod
    def _back(server: socket.socket, client: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while piece := server.recv(_PIECE_BYTES):
                client.sendall(piece)
        _end(client, server)


def _reset(*ends: socket.socket) -> None:
    for end in ends:
        with contextlib.suppress(OSError):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
    _end(*ends)


def _end(*ends: socket.socket) -> None:
    for end in ends:
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()
