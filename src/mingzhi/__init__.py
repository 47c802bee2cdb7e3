"""Mingzhi 明执: a township's administrative law enforcement, from clue to closed file."""

__version__ = "0.1.0"
