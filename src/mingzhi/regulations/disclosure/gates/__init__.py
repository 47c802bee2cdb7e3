"""Facts that must hold before something is collected, checked, published or withheld."""

from . import afterwards, collecting, publishing, withholding

__all__ = ["afterwards", "collecting", "publishing", "withholding"]
