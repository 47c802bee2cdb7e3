"""Why no bare copy of a file can be made."""

from __future__ import annotations


class NotBare(Exception):
    """A sentence for whoever brought the file: what is in it that cannot be left out, and what to do."""
