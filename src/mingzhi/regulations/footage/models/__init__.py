"""Tables of footage: what was recorded, who asked to see it, what was copied, misused, cleared and put on discs."""

from .access import AccessRequest, AskedClip, Viewing
from .clearing import Clearing, Tombstone
from .clip import Clip, Hold
from .copying import Copy
from .disc import Disc, DiscClip, DiscFrame, LostImage
from .misuse import Misuse

__all__ = [
    "AccessRequest", "AskedClip", "Clearing", "Clip", "Copy", "Disc", "DiscClip", "DiscFrame", "Hold", "LostImage", "Misuse", "Tombstone",
    "Viewing",
]  # fmt: skip
