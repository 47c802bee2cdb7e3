"""What the tests of every procedure may ask for."""

from .staging import db, stages

__all__ = ["db", "stages"]
