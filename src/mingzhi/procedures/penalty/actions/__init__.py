"""What each action changes, by subject in the order of the procedure."""
