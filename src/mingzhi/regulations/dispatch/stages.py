"""Stages of what goes elsewhere: a file until the receiver has answered for all of it, or something put up until it is taken down."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    """对外报送."""

    PREPARED = "prepared", "待报送"
    SENT = "sent", "待回执"
    SETTLED = "settled", "已全部回执"
    DISCARDED = "discarded", "已作废"
    PLACED = "placed", "展示中"
    TAKEN_DOWN = "taken_down", "已撤下"


PATH = (Stage.PREPARED, Stage.SENT, Stage.SETTLED)
PLACED_PATH = (Stage.PLACED, Stage.TAKEN_DOWN)
#: What has left the house.
DELIVERED = (Stage.SENT, Stage.SETTLED)
ENDS = (Stage.SETTLED, Stage.DISCARDED, Stage.TAKEN_DOWN)
