"""Input of what is done with footage."""
