"""Facts that must hold before what is done with footage. Importing lays the gates."""

from . import clearing, clips, copying, discs, misuse, seeing

__all__ = ["clearing", "clips", "copying", "discs", "misuse", "seeing"]
