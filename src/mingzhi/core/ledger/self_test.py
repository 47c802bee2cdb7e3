"""What must work before the ledger may be used: the hash algorithms of this machine.

Fails closed: a ledger whose hashes cannot be trusted proves nothing.
"""

from __future__ import annotations

import hashlib

from django.core.exceptions import ImproperlyConfigured

SELF_TESTS = {
    # SHA-256 of "abc": FIPS 180-4; SM3 of "abc": GB/T 32905-2016, annex A.
    "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "sm3": "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
}


def self_test() -> None:
    """Refuse to start on a machine whose OpenSSL lacks an algorithm of the ledger or computes it wrongly."""
    for algorithm, expected in SELF_TESTS.items():
        try:
            found = hashlib.new(algorithm, b"abc").hexdigest()
        except ValueError:
            found = ""
        if found != expected:
            raise ImproperlyConfigured(
                f"本机的 OpenSSL 不能正确计算 {algorithm}，台账无法防篡改，系统不启动。请安装带国密算法（SM3）的 OpenSSL。"
            )
