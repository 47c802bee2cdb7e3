"""Every address of the installation."""

from django.urls import URLPattern, URLResolver, include, path

from mingzhi.faces.api.service import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", api.urls),
    path("vault/uploads/", include("mingzhi.core.vault.uploads.urls")),
    path("", include("mingzhi.faces.portal.urls")),
    path("", include("mingzhi.faces.desk.urls")),
]

handler400 = "mingzhi.config.refusals.bad_request"
handler403 = "mingzhi.faces.desk.errors.forbidden"
handler404 = "mingzhi.config.refusals.not_found"
handler500 = "mingzhi.config.refusals.server_error"
