"""Files that become public with a decision or a bulletin."""
