"""Mingzhi 明执: a township's administrative law enforcement, from clue to closed file."""

import os

__version__ = "0.1.0"

# Before anything loads numpy: its products are small here, and a second thread only waits for the first, at the price of a core (a text with
# nothing to hide took half as much processor time again).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
