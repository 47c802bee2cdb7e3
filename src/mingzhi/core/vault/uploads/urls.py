"""Addresses of resumable uploads, under /vault/uploads/."""

from __future__ import annotations

from django.urls import path

from . import protocol

app_name = "uploads"
urlpatterns = [
    path("", protocol.collection, name="uploads"),
    path("<str:code>", protocol.item, name="upload"),
]
