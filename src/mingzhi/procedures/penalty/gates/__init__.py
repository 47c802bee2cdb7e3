"""Facts that must hold before actions of a penalty case, by subject."""

from . import correction, decision, evidence, filing, investigation, notice, officers, reporting

__all__ = ["correction", "decision", "evidence", "filing", "investigation", "notice", "officers", "reporting"]
