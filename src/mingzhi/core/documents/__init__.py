"""Documents: what a paper is, how it is typeset, numbered, kept and checked."""
