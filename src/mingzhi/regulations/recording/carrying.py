"""Which activities carried a device at a time: what the floor of footage asks, to know where a clip belongs. Source: footage-12."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from mingzhi.core.engine.models import Matter
from mingzhi.regulations.equipment.models import Device
from mingzhi.regulations.footage.finding import finds_activities

from .models import Activity


@finds_activities
def carried(device: Device, from_at: datetime, until_at: datetime) -> list[Matter]:
    """Activities to which the device was carried and that lasted at some moment of that time; one that goes on has no end yet."""
    rows = Activity.objects.filter(authority_id=device.authority_id, recording_carrieds__device=device, arrived_at__lte=until_at)
    lasting = rows.filter(Q(departed_at__isnull=True) | Q(departed_at__gte=from_at))
    return list(Matter.objects.filter(pk__in=lasting.values("pk")).order_by("pk"))
