"""What fills each paper: from the case's rows to the data that `papers.catalogue` declares."""

from . import filing

__all__ = ["filing"]
