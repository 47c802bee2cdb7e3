"""The public pages, one file for each of the doors of the first page."""
