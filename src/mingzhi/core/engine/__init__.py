"""Matter, procedure, action, gate, deadline, record: the few words in which every regulation is declared.

Import from here what a regulation needs; the engine's tables are in `models`.
"""

from .gates import Already, after, before
from .procedure import ACTIONS, PROCEDURES, Action, Procedure

__all__ = ["ACTIONS", "PROCEDURES", "Action", "Already", "Procedure", "after", "before"]
