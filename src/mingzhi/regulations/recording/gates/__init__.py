"""Facts that must hold before what is done at an activity, and in a case because of its record."""

from . import cases, recording, spot

__all__ = ["cases", "recording", "spot"]
