"""Addresses of reading and writing; none of them will change."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from annotations.views import (
    accountable,
    acting,
    catching_up,
    decisions,
    drafts,
    filed,
    following,
    group_acts,
    groups,
    leaving,
    listing,
    matching,
    notices,
    people,
    placing,
    preview,
    printing,
    reading,
    reporting,
    revisions,
    sanctions,
    searching,
    suggestions,
    threads,
    topic_files,
    topics,
    writing,
)


class UnicodeSlug(StringConverter):
    """Letters and digits of any script, hyphens, underscores."""

    regex = r"[-\w]+"


class BlockKey(StringConverter):
    regex = r"[0-9a-z]{1,12}"


register_converter(UnicodeSlug, "uslug")
register_converter(BlockKey, "key")

urlpatterns = [
    path("", listing.home, name="home"),
    path("articles/", listing.articles, name="articles"),
    path("articles/<uslug:slug>/", reading.article, name="article"),
    path("articles/<uslug:slug>/p/<key:key>/", reading.block, name="block"),
    path("articles/<uslug:slug>/discussion/", reading.discussion, name="discussion"),
    path("articles/<uslug:slug>/print/", printing.printing, name="print"),
    path("articles/<uslug:slug>/history/", revisions.history, name="history"),
    path("articles/<uslug:slug>/moderation/", accountable.moderation, name="moderation"),
    path("transparency/", accountable.transparency, name="transparency"),
    path("articles/<uslug:slug>/revisions/<int:number>/", revisions.revision, name="revision"),
    path(
        "articles/<uslug:slug>/revisions/<int:number>/changes/", revisions.changes, name="changes"
    ),
    path("articles/<uslug:slug>/compare/", revisions.choose_compared, name="choose_compared"),
    path("articles/<uslug:slug>/compare/<int:a>/<int:b>/", revisions.compare, name="compare"),
    path("articles/<uslug:slug>/new/", catching_up.news, name="news"),
    path("articles/<uslug:slug>/seen/", catching_up.seen, name="seen"),
    path("articles/<uslug:slug>/overlay/", reading.overlay, name="overlay"),
    path("articles/<uslug:slug>/cards/", reading.cards, name="cards"),
    path("articles/<uslug:slug>/passages/", reading.passages, name="passages"),
    path("articles/<uslug:slug>/matching/", matching.matching, name="matching"),
    path("articles/<uslug:slug>/filter/", matching.filter_form, name="filter"),
    path("articles/<uslug:slug>/annotate/", writing.annotate, name="annotate"),
    path("articles/<uslug:slug>/suggested/", suggestions.suggested, name="suggested"),
    path("articles/<uslug:slug>/suggested/places/", suggestions.places, name="suggested_places"),
    path("articles/<uslug:slug>/suggested/all/", suggestions.decide_all, name="decide_suggested"),
    path("suggestions/<int:pk>/confirm/", suggestions.confirm, name="confirm_suggestion"),
    path("suggestions/<int:pk>/dismiss/", suggestions.dismiss, name="dismiss_suggestion"),
    path("suggestions/<int:pk>/bring-back/", suggestions.bring_back, name="bring_back_suggestion"),
    path("threads/<uuid:uuid>/", threads.thread, name="thread"),
    path("threads/<uuid:uuid>/card/", threads.card, name="card"),
    path("threads/<uuid:uuid>/unread/", catching_up.unread, name="unread"),
    path("threads/<uuid:uuid>/resolve/", acting.resolve, name="resolve"),
    path("threads/<uuid:uuid>/reopen/", acting.reopen, name="reopen"),
    path("annotations/<uuid:uuid>/", threads.annotation, name="annotation"),
    path("annotations/<uuid:uuid>/reply/", writing.reply, name="reply"),
    path("annotations/<uuid:uuid>/edit/", writing.edit, name="edit"),
    path("annotations/<uuid:uuid>/withdraw/", writing.withdraw, name="withdraw"),
    path("annotations/<uuid:uuid>/report/", reporting.report, name="report"),
    path("annotations/<uuid:uuid>/quality/", reporting.quality, name="quality"),
    path("annotations/<uuid:uuid>/topics/", filed.filed, name="filed"),
    path("annotations/<uuid:uuid>/acts/", acting.acts, name="acts"),
    path("annotations/<uuid:uuid>/react/", acting.react, name="react"),
    path("annotations/<uuid:uuid>/place/", placing.place, name="place"),
    path("annotations/<uuid:uuid>/versions/", threads.versions, name="versions"),
    path("decisions/<uuid:uuid>/", decisions.decision, name="decision"),
    path("drafts/", drafts.drafts, name="drafts"),
    path("drafts/discard/", drafts.discard, name="discard_draft"),
    path("topics/", topics.topics, name="topics"),
    path("topics/vocabulary.<str:form>", topic_files.vocabulary, name="vocabulary"),
    path("topics/<uslug:slug>/", topics.topic, name="topic"),
    path("topics/<uslug:slug>/dossier.<str:form>", topic_files.dossier, name="topic_file"),
    path("topics/<uslug:slug>/follow/", following.follow_topic, name="follow_topic"),
    path("topics/<uslug:slug>/unfollow/", following.unfollow_topic, name="unfollow_topic"),
    path("topics/<uslug:slug>/visit/", following.visit_topic, name="visit_topic"),
    path("topics/<uslug:slug>/report/", reporting.report_topic, name="report_topic"),
    path("people/suggest/", people.suggest, name="suggest"),
    path("people/<str:name>/", people.person, name="person"),
    path("people/<str:name>/report/", reporting.report_person, name="report_person"),
    path("notices/", notices.inbox, name="notices"),
    path("notices/read/", notices.read_all, name="notices_read"),
    path("notices/<int:pk>/", notices.follow, name="notice"),
    path("notices/<int:pk>/read/", notices.read, name="notice_read"),
    path("notices/<int:pk>/unread/", notices.unread, name="notice_unread"),
    path("groups/", groups.groups, name="groups"),
    path("groups/new/", groups.new_group, name="new_group"),
    path("groups/<uslug:slug>/", groups.group, name="group"),
    path("groups/<uslug:slug>/edit/", groups.edit_group, name="edit_group"),
    path("groups/<uslug:slug>/members/", groups.members, name="group_members"),
    path("groups/<uslug:slug>/join/", group_acts.join, name="join_group"),
    path("groups/<uslug:slug>/leave/", group_acts.leave, name="leave_group"),
    path("groups/<uslug:slug>/step-down/", group_acts.step_down, name="step_down"),
    path("groups/<uslug:slug>/close/", group_acts.close, name="close_group"),
    path("groups/<uslug:slug>/members/add/", group_acts.add, name="add_member"),
    path("groups/<uslug:slug>/members/invite/", group_acts.invite, name="invite_member"),
    path("groups/<uslug:slug>/members/<str:name>/remove/", group_acts.remove, name="remove_member"),
    path("groups/<uslug:slug>/members/<str:name>/lead/", group_acts.lead, name="make_leader"),
    path(
        "groups/<uslug:slug>/invitations/<int:pk>/withdraw/",
        group_acts.take_back,
        name="withdraw_invitation",
    ),
    path("search/", searching.search, name="search"),
    path("accounts/sanctions/", sanctions.sanctions, name="sanctions"),
    path("accounts/sanctions/<uuid:uuid>/acknowledge/", sanctions.acknowledge, name="acknowledge"),
    path("accounts/takeout/", leaving.takeout, name="takeout"),
    path("accounts/delete/", leaving.leave, name="delete_account"),
    path("markdownx/markdownify/", preview.preview, name="preview"),
]
