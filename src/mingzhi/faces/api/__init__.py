"""The programming interface: the same actions and queries as the pages, in JSON. Start at `service.py`."""
