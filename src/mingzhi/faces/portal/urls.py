"""Addresses of the public pages. A town's begin with /t/ and its code, as its public ledger's name does."""

from django.urls import path

from .views import boards, bulletins, courses, decisions, documents, downloads, finding, help, home, objections, officers, powers, preview

app_name = "portal"
urlpatterns = [
    path("d", documents.ask, name="ask"),
    path("d/<str:code>", documents.check, name="check"),
    path("robots.txt", finding.robots, name="robots"),
    path("t/", home.towns, name="towns"),
    path("t/<str:town>/", home.home, name="home"),
    path("t/<str:town>/search", home.search, name="search"),
    path("t/<str:town>/officers", officers.officers, name="officers"),
    path("t/<str:town>/badge", officers.badges, name="badges"),
    path("t/<str:town>/badge/<str:number>", officers.badge, name="badge"),
    path("t/<str:town>/powers", powers.powers, name="powers"),
    path("t/<str:town>/powers/<str:code>", powers.power, name="power"),
    path("t/<str:town>/courses", courses.courses, name="courses"),
    path("t/<str:town>/courses/<str:code>", courses.course, name="course"),
    path("t/<str:town>/decisions", decisions.decisions, name="decisions"),
    path("t/<str:town>/decisions/<int:pk>", decisions.decision, name="decision"),
    path("t/<str:town>/decisions/<int:pk>/objection", objections.objection, name="objection"),
    path("t/<str:town>/objections", objections.objections, name="objections"),
    path("t/<str:town>/objections/<str:code>", objections.objection_state, name="objection_state"),
    path("t/<str:town>/files/<slug:what>.<slug:form>", downloads.download, name="download"),
    path("t/<str:town>/feed.atom", downloads.feed, name="feed"),
    path("t/<str:town>/sitemap.xml", finding.sitemap, name="sitemap"),
    path("t/<str:town>/screen", boards.screen, name="screen"),
    path("t/<str:town>/board", boards.board, name="board"),
    path("t/<str:town>/preview/<int:pk>", preview.preview, name="preview"),
    path("t/<str:town>/bulletins", bulletins.bulletins, name="bulletins"),
    path("t/<str:town>/bulletins/<int:pk>", bulletins.bulletin, name="bulletin"),
    path("t/<str:town>/help", help.help_page, name="help"),
]
