"""Addresses of reading and writing; none of them will change."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from annotations.views import preview, reading, reporting, threads, writing


class UnicodeSlug(StringConverter):
    """Letters and digits of any script, hyphens, underscores."""

    regex = r"[-\w]+"


class BlockKey(StringConverter):
    regex = r"[0-9a-z]{1,12}"


register_converter(UnicodeSlug, "uslug")
register_converter(BlockKey, "key")

urlpatterns = [
    path("", reading.home, name="home"),
    path("articles/", reading.articles, name="articles"),
    path("articles/<uslug:slug>/", reading.article, name="article"),
    path("articles/<uslug:slug>/p/<key:key>/", reading.block, name="block"),
    path("articles/<uslug:slug>/discussion/", reading.discussion, name="discussion"),
    path("articles/<uslug:slug>/revisions/<int:number>/", reading.revision, name="revision"),
    path("articles/<uslug:slug>/overlay/", reading.overlay, name="overlay"),
    path("articles/<uslug:slug>/cards/", reading.cards, name="cards"),
    path("articles/<uslug:slug>/passages/", reading.passages, name="passages"),
    path("articles/<uslug:slug>/annotate/", writing.annotate, name="annotate"),
    path("threads/<uuid:uuid>/", threads.thread, name="thread"),
    path("annotations/<uuid:uuid>/", threads.annotation, name="annotation"),
    path("annotations/<uuid:uuid>/reply/", writing.reply, name="reply"),
    path("annotations/<uuid:uuid>/edit/", writing.edit, name="edit"),
    path("annotations/<uuid:uuid>/withdraw/", writing.withdraw, name="withdraw"),
    path("annotations/<uuid:uuid>/report/", reporting.report, name="report"),
    path("annotations/<uuid:uuid>/versions/", threads.versions, name="versions"),
    path("topics/", threads.topics, name="topics"),
    path("topics/<uslug:slug>/", threads.topic, name="topic"),
    path("people/<str:name>/", threads.person, name="person"),
    path("markdownx/markdownify/", preview.preview, name="preview"),
]
