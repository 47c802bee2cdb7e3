"""What the papers of a seizure say."""

from . import disposing, measures

__all__ = ["disposing", "measures"]
