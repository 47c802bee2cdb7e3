"""Endpoints by subject: each parses, calls one action or one query, and answers."""
