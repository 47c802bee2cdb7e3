"""Every address of the installation with the interface before the pages."""

from django.urls import include, path

from mingzhi.config.urls import urlpatterns as installed
from mingzhi.faces.api.service import api

urlpatterns = [path("api/", api.urls), path("", include(installed))]
