"""What is said after all of a file that was uploaded whole and could not be registered as it was."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from mingzhi.core.engine.form_words import speak_plainly
from mingzhi.core.engine.models import Matter
from mingzhi.core.organs.models import User
from mingzhi.regulations.equipment.models import Device

from .clips import activities_seen_by, devices_of

#: How many activities are offered: what was brought lately is of them.
ACTIVITIES = 100


class Said(forms.Form):
    """Which device, which activity, who recorded it; what is left blank is found by name, device and time. Source: footage-12."""

    device = forms.ModelChoiceField(Device.objects.none(), label="设备", required=False, to_field_name="code", empty_label="按文件名识别")
    activity = forms.ModelChoiceField(
        Matter.objects.none(), label="执法活动", required=False, to_field_name="number", empty_label="按设备和时间归入"
    )
    taken_by = forms.ModelChoiceField(
        User.objects.none(), label="摄录人", required=False, to_field_name="username", empty_label="按文件名或者领用人识别"
    )

    def __init__(self, person: User, metadata: dict[str, str], data: Any = None) -> None:
        """`metadata` is what was said before; where it names something that is there, it stands filled in."""
        super().__init__(data, initial=metadata)
        people = User.objects.filter(authority_id=person.authority_id, is_active=True).order_by("name")
        latest = activities_seen_by(person).values("pk")[:ACTIVITIES]
        offered: dict[str, QuerySet[Any]] = {
            "device": devices_of(person),
            "activity": Matter.objects.filter(pk__in=list(latest.values_list("pk", flat=True))).order_by("-changed_at"),
            "taken_by": people,
        }
        for name, rows in offered.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
        speak_plainly(self.fields.items())

    def metadata(self) -> dict[str, str]:
        """What is now said, as metadata of an upload has it; empty where it is left to be found. Of a valid form."""
        return {name: self[name].data or "" for name in self.fields}
