"""Facts that must hold before actions of a penalty case, by subject."""

from . import filing, officers

__all__ = ["filing", "officers"]
