"""What a refusal cites, for assertions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from mingzhi.core.engine.errors import Refused
from mingzhi.core.engine.perform import perform


def refused(code: str, case: Any, *, actor: Any, data: dict[str, Any] | None = None, files: Any = None, at: datetime) -> dict[str, Any]:
    """Try an action that must be refused; give its refusals by the first provision each cites."""
    with pytest.raises(Refused) as caught:
        perform(code, case, actor=actor, data=data or {}, files=files, at=at)
    return {refusal.provisions[0].id: refusal for refusal in caught.value.refusals}
