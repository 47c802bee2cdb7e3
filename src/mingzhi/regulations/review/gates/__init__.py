"""Facts that must hold before actions of a review, and before those of a case that is major."""

from . import cases, examining, executions, reviewers, submitting

__all__ = ["cases", "examining", "executions", "reviewers", "submitting"]
