"""Facts that must hold before each step of an execution."""

from . import carrying, court, deciding, demanding, opening, pausing

__all__ = ["carrying", "court", "deciding", "demanding", "opening", "pausing"]
