"""Run as a program of its own, in front of one that reads what strangers sent: builds walls around itself, says which stand, becomes it.

python -I -S box.py SOURCE_FD REPORT_FD MEMORY_BYTES CPU_SECONDS OUTPUT_BYTES PROGRAM ARGUMENT…

Walls, each tried by itself: `limits` (memory, processor, output, open files), `network` (a network namespace without any device),
`files` (Landlock: the program, its libraries and the source, nothing else; from its fourth version no TCP either), `user` (another than
root). Imports nothing of this project, because it runs without it. Linux only; elsewhere fewer walls stand.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import struct
import sys

NOBODY = 65534
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000
NO_NEW_PRIVILEGES = 38
# The three calls of Landlock have these numbers on every architecture.
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
VERSION_FLAG, BENEATH = 1, 1
EXECUTE, READ_FILE = 1 << 0, 1 << 2
# How many rights over files each version of Landlock knows; those over TCP came with the fourth.
FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
TCP_VERSION, TCP_RIGHTS = 4, 0b11
LIBRARIES = ("/usr", "/lib", "/lib64", "/bin", "/nix/store", "/etc/ld.so.cache")
OPEN_FILES = 32

_C = ctypes.CDLL(None, use_errno=True)


def main(arguments: list[str]) -> None:
    """Build the walls, report those that stand, and become the program."""
    source, report, memory, seconds, output = (int(word) for word in arguments[:5])
    program, command = arguments[5], arguments[5:]
    walls = []
    if limit(memory, seconds, output):
        walls.append("limits")
    if leave_the_network():
        walls.append("network")
    _C.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    version = shut_files(program, source)
    if version:
        walls.append("files")
    if version >= TCP_VERSION:
        walls.append("tcp")
    if leave_root(source):
        walls.append("user")
    os.write(report, " ".join(walls).encode())
    os.close(report)
    # Python ignores both, and what is ignored stays so in the program that follows.
    for kind in (signal.SIGXFSZ, signal.SIGPIPE):
        signal.signal(kind, signal.SIG_DFL)
    os.execv(program, command)


def limit(memory_bytes: int, cpu_seconds: int, output_bytes: int) -> bool:
    """Bound what the process may take; whether all bounds hold."""
    wanted = {
        resource.RLIMIT_AS: memory_bytes,
        resource.RLIMIT_CPU: cpu_seconds,
        resource.RLIMIT_FSIZE: output_bytes,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_CORE: 0,
    }
    try:
        for kind, most in wanted.items():
            hard = resource.getrlimit(kind)[1]
            least = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (least, least))
    except (OSError, ValueError):
        return False
    return True


def leave_the_network() -> bool:
    """Move into a network namespace without devices: as root at once, else through a namespace of users of our own."""
    try:
        unshare = _C.unshare
    except AttributeError:
        return False
    return unshare(NEW_NETWORK) == 0 or unshare(NEW_USER | NEW_NETWORK) == 0


def shut_files(program: str, source: int) -> int:
    """Leave nothing to be opened but the program, its libraries and the source; the version of Landlock, 0 where there is none."""
    if not sys.platform.startswith("linux"):
        return 0
    version = _C.syscall(CREATE_RULESET, None, 0, VERSION_FLAG)
    if version < 1:
        return 0
    rights = (1 << FILE_RIGHTS[min(version, max(FILE_RIGHTS))]) - 1
    attributes = struct.pack("QQ", rights, TCP_RIGHTS) if version >= TCP_VERSION else struct.pack("Q", rights)
    ruleset = _C.syscall(CREATE_RULESET, attributes, len(attributes), 0)
    if ruleset < 0:
        return 0
    for path in (*LIBRARIES, os.path.realpath(program)):
        try:
            place = os.open(path, os.O_PATH)
        except OSError:
            continue
        # A rule for a single file may not speak of directories; reading and executing is all that is given anyway.
        _C.syscall(ADD_RULE, ruleset, BENEATH, struct.pack("=Qi", EXECUTE | READ_FILE, place), 0)
        os.close(place)
    _C.syscall(ADD_RULE, ruleset, BENEATH, struct.pack("=Qi", READ_FILE, source), 0)
    return version if _C.syscall(RESTRICT_SELF, ruleset, 0) == 0 else 0


def leave_root(source: int) -> bool:
    """Stop being root: as nobody where everybody may read the source, else as its owner. True also for who never was root."""
    if os.getuid() != 0:
        return True
    status = os.fstat(source)
    user = NOBODY if status.st_mode & 0o004 else status.st_uid
    try:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(user)
    except OSError:
        return False
    return user != 0


if __name__ == "__main__":
    main(sys.argv[1:])
