"""Facts that must hold before actions of a seizure, and before those of its case."""

from . import acting, cases, disposing, ending, keeping, opening

__all__ = ["acting", "cases", "disposing", "ending", "keeping", "opening"]
