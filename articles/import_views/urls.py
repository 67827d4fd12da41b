"""Addresses of bringing texts in."""

from django.urls import path

from articles.import_views import bringing, correcting, taking, watching

urlpatterns = [
    path("", bringing.imports, name="imports"),
    path("<int:pk>/", watching.bringing, name="import"),
    path("<int:pk>/cancel/", watching.cancel, name="cancel_import"),
    path("<int:pk>/facts/", taking.facts, name="import_facts"),
    path("<int:pk>/revision/", taking.revision, name="import_as_revision"),
    path("<int:pk>/left-out/", correcting.left_out, name="import_left_out"),
    path("<int:pk>/pieces/<int:piece>/", correcting.piece, name="import_piece"),
    path("<int:pk>/pieces/<int:piece>/<str:act>/", correcting.correct, name="correct_piece"),
    path("<int:pk>/<str:act>/", watching.ask, name="ask_import"),
]
