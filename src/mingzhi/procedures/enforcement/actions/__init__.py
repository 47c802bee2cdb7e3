"""What is done in an execution, by subject."""
