"""The statutory papers of a penalty case (law.md §2.9): what each must hold, and how it is set in type."""

from .catalogue import PAPERS

__all__ = ["PAPERS"]
