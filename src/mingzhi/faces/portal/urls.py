"""Addresses of the public pages."""

from django.urls import path

from .views import ask, check

app_name = "portal"
urlpatterns = [
    path("d", ask, name="ask"),
    path("d/<str:code>", check, name="check"),
]
