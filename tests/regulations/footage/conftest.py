"""A vault and a place for viewings of its own for every test of footage."""

from __future__ import annotations

import pytest

from tests.procedures.conftest import db, stages

__all__ = ["db", "stages"]


@pytest.fixture(autouse=True)
def places(tmp_path, settings):
    settings.VAULT_DIR, settings.VAULT_COPY_DIR, settings.DATA_DIR = tmp_path / "vault", tmp_path / "another-disk", tmp_path / "data"


def refused(found, *, of: str) -> str:
    """The sentence of the refusal that cites a provision. Fails when there is none."""
    return next(refusal.sentence for refusal in found.value.refusals if of in [row.id for row in refusal.provisions])
