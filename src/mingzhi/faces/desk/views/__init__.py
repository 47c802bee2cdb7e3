"""Pages of the desk: each view parses, calls one action or one query, and renders."""
