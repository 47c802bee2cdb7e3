"""Addresses of the desk."""

from django.urls import path

from .views import acting, calendar, documents, home, lists, matters, people, powers, provisions, search, signing

app_name = "desk"

urlpatterns = [
    path("", home.home, name="home"),
    path("sign-in", signing.sign_in, name="sign_in"),
    path("sign-out", signing.sign_out, name="sign_out"),
    path("password", signing.password, name="password"),
    path("search", search.search, name="search"),
    path("powers/", powers.power_list, name="powers"),
    path("powers/<int:pk>/", powers.power, name="power"),
    path("people/", people.people, name="people"),
    path("provisions/", provisions.provision_list, name="provisions"),
    path("provisions/<str:provision_id>/", provisions.provision_page, name="provision"),
    path("calendar", calendar.work_calendar, name="calendar"),
    path("documents/<int:pk>/", documents.document, name="document"),
    path("documents/<int:pk>/pdf", documents.document_pdf, name="document_pdf"),
    path("documents/<int:pk>/pages/<int:page>", documents.document_page, name="document_page"),
    path("files/<int:pk>/", documents.attachment, name="attachment"),
    path("files/<int:pk>/thumbnail", documents.attachment_thumbnail, name="attachment_thumbnail"),
    path("<slug:kind>/new/<slug:name>", acting.open_new, name="open"),
    path("<slug:kind>/new/<slug:name>/do", acting.open_new, name="open_do"),
    path("<slug:kind>/new/<slug:name>/draft", acting.draft, name="open_draft"),
    path("<slug:kind>/new/<slug:name>/preview", acting.preview, name="open_preview"),
    path("<slug:kind>/", lists.matter_list, name="list"),
    path("<slug:kind>/<int:pk>/", matters.matter, name="matter"),
    path("<slug:kind>/<int:pk>/<slug:name>/do", acting.do, name="do"),
    path("<slug:kind>/<int:pk>/<slug:name>/draft", acting.draft, name="draft"),
    path("<slug:kind>/<int:pk>/<slug:name>/preview", acting.preview, name="preview"),
]
