"""What regulations laid on procedures share in their tests: the states of matters, as procedures have them."""

from tests.procedures.conftest import db, stages

__all__ = ["db", "stages"]
