"""Stories: YAML files that a lawyer reads and writes, played on a throw-away town through the same actions as pages and API.

`reading` turns a file into steps, `filling` turns its words into the input of a form, `playing` performs and compares.
"""

from .playing import Report, Theatre, run_story
from .reading import Story, StoryError, in_families, read_story

__all__ = ["Report", "Story", "StoryError", "Theatre", "in_families", "read_story", "run_story"]
