"""A town and its people, entered from one file: the only way in for whoever works here, their posts and their certificates."""

from . import organs, people, years
from .changes import By
from .loading import Loaded, load_town, town_text
from .mistakes import FileMistaken, Mistake
from .sections import Section, use_section

for _section in (*organs.SECTIONS, people.SECTION, years.SECTION):
    use_section(_section)

__all__ = ["By", "FileMistaken", "Loaded", "Mistake", "Section", "load_town", "town_text", "use_section"]
