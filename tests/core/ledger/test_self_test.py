"""The ledger does not start on a machine whose hashes cannot be trusted."""

from __future__ import annotations

import hashlib

import pytest
from django.core.exceptions import ImproperlyConfigured

from mingzhi.core.ledger.self_test import self_test


def test_this_machine_computes_both_algorithms():
    assert self_test() is None


def test_start_is_refused_when_openssl_lacks_sm3(monkeypatch):
    real = hashlib.new

    def without_sm3(name, *rest):
        if name == "sm3":
            raise ValueError("unsupported hash type sm3")
        return real(name, *rest)

    monkeypatch.setattr(hashlib, "new", without_sm3)
    with pytest.raises(ImproperlyConfigured, match="sm3"):
        self_test()


def test_start_is_refused_when_sm3_computes_something_else(monkeypatch):
    real = hashlib.new
    monkeypatch.setattr(hashlib, "new", lambda name, *rest: real("sha256", *rest))
    with pytest.raises(ImproperlyConfigured, match="sm3"):
        self_test()
