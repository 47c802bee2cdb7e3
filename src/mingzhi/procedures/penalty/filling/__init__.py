"""What fills each paper: from the case's rows to the data that `papers.catalogue` declares."""

from . import correction, decision, evidence, filing, investigation, notice, reporting

__all__ = ["correction", "decision", "evidence", "filing", "investigation", "notice", "reporting"]
