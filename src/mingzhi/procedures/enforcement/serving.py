"""Which papers of an execution must reach the party, and which are made anew when they are wrong. Serves compulsion-law-38, recording-2.

How they are served, announced and struck out is that of the case's papers (`penalty.serving`).
"""

from __future__ import annotations

from mingzhi.procedures.penalty.serving import delivers

from .times import DEMAND_CODE

SERVED_CODES = frozenset({DEMAND_CODE, "D40", "D40b", "D42", "D42b", "D42d"})
#: A decision is ended or changed, not struck out; what waits or goes on again has already done so.
MADE_ANEW = frozenset({DEMAND_CODE})

delivers("enforcement", served=lambda enforcement: SERVED_CODES, made_anew=lambda enforcement: MADE_ANEW)
