"""Files that become public with a bulletin."""
