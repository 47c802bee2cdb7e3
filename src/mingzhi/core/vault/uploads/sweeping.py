"""The duties about uploads: finish what is whole, throw away what has expired, clear what killed processes left.

Nothing here is needed while nobody is killed; after any kill, one round leaves neither litter nor anything half done.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.conf import settings

from ..duties import duty
from ..models import Upload
from ..receiving import purposes
from . import places
from .ending import expire
from .finishing import finish
from .holding import Hold
from .refusals import Superseded, UploadRefused

#: How many of each one round looks at: a bounded amount.
ROUND = 50
#: A step that failed is not tried again in the same breath.
AGAIN_AFTER = timedelta(seconds=20)
#: A file this young may belong to a row that is just being written.
SETTLED_SECONDS = 60.0

State = Upload.State
log = logging.getLogger(__name__)


@duty("finish-uploads", every=timedelta(seconds=5))
def finish_whole(at: datetime, after: timedelta = AGAIN_AFTER) -> int:
    """Finish uploads that are whole or verified and that nobody has in hand."""
    waiting = Upload.objects.filter(state=State.WHOLE) | Upload.objects.filter(state=State.VERIFIED, purpose__in=purposes())
    done = 0
    for upload in waiting.filter(changed_at__lte=at - after).order_by("changed_at")[:ROUND]:
        was = upload.state
        try:
            done += finish(upload, at).state != was
        except Exception:
            log.exception("upload %s was not finished and will be tried again", upload.pk)
    return done


@duty("expire-uploads", every=timedelta(minutes=5))
def expire_unfinished(at: datetime) -> int:
    """Throw away unfinished uploads whose time is over."""
    over = Upload.objects.filter(state=State.RECEIVING, expires_at__lte=at).order_by("expires_at")[:ROUND]
    return sum(expire(upload, at) for upload in over)


@duty("clear-uploads", every=timedelta(minutes=5))
def clear_leftovers(at: datetime, settled_seconds: float = SETTLED_SECONDS) -> int:
    """Remove files of uploads that are over or that no row knows: left by a process killed between two steps."""
    if not (settings.VAULT_DIR / "receiving").is_dir():
        return 0
    removed = 0
    for left in sorted(places.directory().iterdir()):
        try:
            if at.timestamp() - left.stat().st_mtime < settled_seconds:
                continue
            row = Upload.objects.filter(pk=left.stem).first()
            keeps = (State.RECEIVING, State.WHOLE) if left.suffix == ".part" else (State.RECEIVING, State.WHOLE, State.VERIFIED)
            if row is not None and row.state in keeps:
                continue
            with Hold(places.hold_of(left.stem), patience_seconds=0) as hold, hold.mine():
                places.forget(left.stem)
            removed += 1
        except FileNotFoundError:
            continue
        except (Superseded, UploadRefused):
            continue
    return removed
