"""Facts that must hold while a misuse is followed up."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import before
from mingzhi.core.organs.models import User

from ..models import Misuse


@before("misuse.register", cites=("footage-16", "town-separation"))
def nobody_registers_the_own_misuse(misuse: Misuse, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    return "本人的行为由他人登记。请报告大队长或者分管领导。" if given["person"].pk == actor.pk else None


@before(
    "misuse.hear", "misuse.educate", "misuse.hand_on", "misuse.record_result", "misuse.dismiss", cites=("footage-16", "town-separation")
)
def person_does_not_handle_the_own_misuse(misuse: Misuse, *, actor: User, at: datetime) -> str | None:
    return "您是本件的行为人，不能办理本件。请由其他负责人办理。" if misuse.person_id == actor.pk else None


@before("misuse.educate", "misuse.hand_on", "misuse.dismiss", cites="footage-16", mend="misuse.hear")
def person_was_heard(misuse: Misuse, *, actor: User, at: datetime) -> str | None:
    return None if misuse.statement else f"还没有听取{misuse.person}的说明。请先登记本人说明；本人不说明的，也要写明。"
