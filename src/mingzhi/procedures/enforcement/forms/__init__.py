"""Input of the actions of an execution, by subject."""
