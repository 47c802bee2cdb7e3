"""What comes next in a publication: for a minor's case, that it is withheld."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine.days import local_day

from .models import Publication
from .people import minors_because
from .procedure import publication as procedure
from .stages import UNPUBLISHED


@procedure.turns
def minors_are_withheld(publication: Publication, at: datetime) -> tuple[str, ...]:
    """Source: disclosure-9.1."""
    return ("ask_withholding",) if publication.stage in UNPUBLISHED and minors_because(publication.case, local_day(at)) else ()
