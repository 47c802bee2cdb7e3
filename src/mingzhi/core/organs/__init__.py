"""Who acts: authorities, units, people, posts, appointments, certificates, the office's work calendar."""

from .posts import ADMINISTRATORS, HEADS, IN_THE_MATTER, READERS, Post

__all__ = ["ADMINISTRATORS", "HEADS", "IN_THE_MATTER", "READERS", "Post"]
