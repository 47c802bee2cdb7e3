"""What the tests of every procedure may ask for."""

from .staging import db, stages, stages_of_the_module

__all__ = ["db", "stages", "stages_of_the_module"]
