"""Redaction: what may not be published is found, deleted and replaced, with a reason and an article for each place.

`redact` one text, `redact_together` the texts of one publication; `remains` as the last look at what is ready, `doubtful` as what of it a
person should look at. Known people are hidden wherever they stand; numbers by their form; unknown names and homes by what stands around them. (执法公示制度 7（二）、8、9)
"""

from .hotlines import published_lines
from .kinds import Hidden, Kind, Mode, Options, Person, Redacted, Role
from .redacting import doubtful, redact, redact_together, remains

__all__ = [
    "Hidden",
    "Kind",
    "Mode",
    "Options",
    "Person",
    "Redacted",
    "Role",
    "doubtful",
    "published_lines",
    "redact",
    "redact_together",
    "remains",
]
