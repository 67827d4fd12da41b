"""A site goes into one file while it runs, and comes out of it in an empty place, the same."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import psycopg
import pytest

from ncr.backup import manifest, restoring
from tests.serving.places import IS_POSTGRESQL, Place, Rows, a_place
from tests.serving.running import until
from tests.serving.test_archives import Contents, Members, rewritten

PREPARE = "from ncr.serving import preparing; preparing.migrate()"
FILL = """
from django.contrib.sessions.backends.db import SessionStore
from annotations import annotating, moderating, reporting
from annotations.models import Annotation
from annotations.samples.loading import load_samples
from articles.models import Collection, Import, ImportChunk, ImportPiece, StoredPicture
from ncr.accounts.links import make_link
from ncr.accounts.models import Audience, User
from ncr.accounts.noticing import tell
from ncr.serving import preparing
from tests import factories
preparing.migrate()
load_samples()
ada, max_, warden = (factories.person(name) for name in ("ada", "max", "warden"))
factories.person("gone").delete()  # theirs was the highest id
from django.contrib.auth.models import Permission
warden.is_staff = True
warden.save()
warden.user_permissions.add(Permission.objects.get(codename="moderate"))
warden = User.objects.get(pk=warden.pk)
text = factories.article(title="Das Wehr und 🙂")
said = factories.annotation(text, ada, "It stops *once*: “𝛼”, said 'he'; \\\\ and %s.")
factories.annotation(text, ada, "A private thought.", audience=Audience.only(ada))
circle = factories.group(ada, max_)
factories.annotation(text, max_, "To the circle.", audience=circle.audience)
answer = annotating.reply(by=max_, to=said, body="Buy boats.")
reporting.report(answer, by=ada, reason="spam", text="An advertisement")
moderating.hide(answer, by=warden, reason="Advertising.")
moderating.lock(said.thread, by=warden, reason="Heated.")
make_link(ada)
every_byte = bytes(range(256)) * 1500
book = Collection.objects.create(slug="book", title="The book")
factories.article(title="Of the book", collection=book, place=1)
begun = Import.objects.create(by=ada, filename="a.epub", given={"title": "Ü"})
ImportChunk.objects.create(bringing=begun, number=0, data=every_byte)
ImportPiece.objects.create(bringing=begun, position=0, content={"words": "Ü"})
for owner in ({"article": text}, {"bringing": begun}):
    StoredPicture.objects.create(
        name="a.png", media_type="image/png", width=1, height=1, data=every_byte, **owner)
session = SessionStore()
session["word"] = "open sesame"
session.create()
"""
UPLOADS = {
    "markdownx/picture.png": b"\x89PNG" + bytes(range(256)) * 9000,
    "empty.bin": b"",
    "Ü/ein bild.txt": b"x",
}
# Everything that may be read from the front page on, by somebody who is nobody, and by Ada
WALK = """
import re
from django.test import Client
from ncr.accounts.models import User

# What is drawn by lot each time, and the moment at which a page was made
DRAWN = r'csrfmiddlewaretoken" value="\\w+|name="(submission|until)" value="[^"]+'

def walk(client):
    seen, waiting = {}, ["/articles/"]
    while waiting and len(seen) < 60:
        page = waiting.pop(0)
        answer = client.get(page, follow=True)
        body = answer.content.decode() if not answer.streaming else ""
        body = re.sub(DRAWN, "", body)
        seen[page] = [answer.status_code, body]
        # Files of topics have a pace of their own
        linked = re.findall(r'href="(/[^"#?]*)', body)
        found = [link for link in linked if not re.search("/static/|/dossier[.]", link)]
        waiting += [link for link in dict.fromkeys(found) if link not in {*seen, *waiting}]
    return seen

nobody, ada = (Client(headers={"host": "localhost"}) for _ in range(2))
ada.force_login(User.objects.get(username="ada"), "ncr.accounts.backends.MemberBackend")
print(json.dumps([walk(nobody), walk(ada)]))
"""
WRITE_ON = """
from pathlib import Path
from annotations import annotating
from annotations.models import Annotation
from ncr.accounts.models import User

ada = User.objects.get(username="ada")
text = Annotation.objects.filter(author=ada).first().thread.article
count = 0
Path(FOLDER, "writing").touch()
while not Path(FOLDER, "stop").exists():
    opening = annotating.annotate(by=ada, article=text, body=f"Note {count}.")
    annotating.reply(by=ada, to=opening, body=f"Answer {count}.")
    count += 2
    Path(FOLDER, "count").write_text(str(count))
"""
COUNT_AGAIN = """
from django.db.models import Count, Max, Q
from annotations.models import Annotation, AnnotationVersion, Counter, Event, Thread
from ncr.accounts.models import User

for one in Counter.objects.all():
    where = {"article": one.article_id, "audience": one.audience_id}
    assert Event.objects.filter(**where).aggregate(n=Count("pk"), m=Max("seq")) == {
        "n": one.events, "m": one.events}
    threads = Thread.objects.filter(**where)
    assert threads.count() == one.threads
    assert sum(threads.values_list("readable_count", flat=True)) == one.readable
    said = Annotation.objects.filter(
        thread__in=threads, moderation="published", withdrawn_at=None).count()
    assert said == one.readable
assert not Annotation.objects.filter(versions=None).exists()
print(json.dumps(Annotation.objects.filter(author__username="ada").count()))
"""


def fill(place: Place) -> None:
    place.python(FILL, NCR_WRITE_LIMIT="1000")
    for name, body in UPLOADS.items():
        path = place.data / "media" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)


class Moved:
    """A full place, its backup, and the place that this was restored to."""

    def __init__(self, full: Place, archive: Path, told: str, restored: Place) -> None:
        self.full = full
        self.archive = archive
        self.told = told
        self.restored = restored
        self.before, self.after = full.rows(), restored.rows()


SECRET = "NCR_SECRET_KEY"
PASSWORD = "smtp://post:open-sesame@mail.example"


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Moved]:
    folder = tmp_path_factory.mktemp("backup")
    archive = folder / "ncr.zip"
    with a_place(folder / "full") as full, a_place(folder / "restored") as restored:
        fill(full)
        told = full.do("backup", str(archive), NCR_NAME="Weir", EMAIL_URL=PASSWORD)
        restored.do("restore", str(archive))
        yield Moved(full, archive, told, restored)


def test_every_row_of_every_table_is_there(moved: Moved) -> None:
    assert moved.after == moved.before
    assert len(moved.before["annotations_annotation"]) > 40
    filled = [name for name, rows in moved.before.items() if rows]
    assert len(filled) > 20


def test_every_upload_is_there(moved: Moved) -> None:
    media = moved.restored.data / "media"
    found = {path.relative_to(media).as_posix(): path for path in media.rglob("*")}
    files = {name: path.read_bytes() for name, path in found.items() if path.is_file()}
    assert files == UPLOADS


def test_every_page_is_the_same(moved: Moved) -> None:
    before, after = moved.full.python(WALK), moved.restored.python(WALK)
    for then, now in zip(before, after, strict=True):
        assert len(then) > 25
        assert {status for status, _body in then.values()} <= {200, 403}
        assert now == then
    assert "A private thought." in json.dumps(after[1])
    assert "A private thought." not in json.dumps(after[0])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE annotations_moderationentry SET reason = ''",
        "DELETE FROM annotations_moderationentry",
    ],
)
def test_the_log_still_refuses(moved: Moved, statement: str) -> None:
    assert moved.after["annotations_moderationentry"]
    with pytest.raises(
        (sqlite3.IntegrityError, psycopg.errors.RaiseException), match="append-only"
    ):
        moved.restored.ask(statement)


def test_the_id_of_somebody_deleted_does_not_come_again(moved: Moved) -> None:
    new = "from tests import factories; print(json.dumps(factories.person('new').pk))"
    highest = max(moved.before["accounts_user"])
    assert moved.restored.python(new) == highest + 2


def test_nothing_is_in_it_that_was_left_out(moved: Moved) -> None:
    with ZipFile(moved.archive) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        contents = json.loads(archive.read(manifest.NAME))
    assert b"A private thought." in everything
    for secret in (b"open sesame", b"open-sesame", (moved.full.data / "secret_key").read_bytes()):
        assert secret not in everything
    assert contents["settings"]["NCR_NAME"] == "Weir"
    assert {SECRET, "EMAIL_URL"} <= set(contents["secrets_left_out"])
    assert moved.full.ask("SELECT count(*) FROM django_session") != [(0,)]
    assert "secret key" in moved.told
    assert "Fingerprint: " in moved.told


def test_every_table_is_in_it_or_left_out_by_name(moved: Moved) -> None:
    with ZipFile(moved.archive) as archive:
        kept = {Path(name).stem for name in archive.namelist() if name.startswith("tables/")}
    left_out = {name for name in moved.full.tables() if name not in kept}
    derived = {name for name in left_out if name.startswith("annotations_") and "words" in name}
    assert left_out - derived == {"django_migrations", "django_session"}


def test_the_order_of_rows_is_the_same_in_both_databases() -> None:
    """Text is ordered otherwise by each of them, and the checksum is of rows in their order."""
    from django.apps import apps
    from django.db import models

    from ncr.backup.rows import DERIVED, SESSIONS

    for model in apps.get_models(include_auto_created=True):
        name, key = model._meta.db_table, model._meta.pk
        if name != SESSIONS and not DERIVED.fullmatch(name):
            assert isinstance(key, models.AutoField | models.BigAutoField | models.UUIDField)


def test_only_its_owner_may_read_it(moved: Moved) -> None:
    assert stat.S_IMODE(moved.archive.stat().st_mode) == 0o600


def test_a_full_place_is_refused_and_stays_as_it_is(moved: Moved) -> None:
    before = moved.full.rows()
    assert "uploads" in moved.full.refused("restore", str(moved.archive))
    shutil.move(moved.full.data / "media", moved.full.data / "apart")
    try:
        said = moved.full.refused("restore", str(moved.archive))
    finally:
        shutil.move(moved.full.data / "apart", moved.full.data / "media")
    assert "accounts_membership" in said  # with others that have rows
    assert "NCR_DATA" in said
    assert moved.full.rows() == before


def test_a_file_that_is_there_is_not_written_over(moved: Moved) -> None:
    before = moved.archive.read_bytes()
    assert "--force" in moved.full.refused("backup", str(moved.archive))
    assert "no folder" in moved.full.refused("backup", str(moved.archive / "below" / "it"))
    assert moved.archive.read_bytes() == before


def empty(rows: Rows) -> bool:
    return not any(rows.get(name) for name in ("accounts_user", "articles_article", "auth_group"))


def other_author(contents: Contents, members: Members) -> None:
    """A row that names somebody who is not there, in an archive that is whole in itself."""
    _set(contents, members, "annotations_annotation", "author_id", 4711)


def no_such_moment(contents: Contents, members: Members) -> None:
    _set(contents, members, "articles_article", "created_at", "yesterday")


def two_of_one(contents: Contents, members: Members) -> None:
    _set(contents, members, "articles_article", "slug", "the same")


def _set(contents: Contents, members: Members, table: str, column: str, value: Any) -> None:
    from hashlib import sha256

    name = f"tables/{table}.jsonl"
    (entry,) = (one for one in contents["tables"] if one["name"] == table)
    (member,) = (one for one in contents["members"] if one["name"] == name)
    rows = [json.loads(line) for line in members[name].splitlines()]
    for row in rows:
        row[entry["columns"].index(column)] = value
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    members[name] = "".join(lines).encode()
    member["bytes"] = len(members[name])
    member["sha256"] = entry["sha256"] = sha256(members[name]).hexdigest()


def test_what_the_database_does_not_take_leaves_the_place_empty(
    moved: Moved, tmp_path: Path
) -> None:
    with a_place(tmp_path / "place") as place:
        for change in (other_author, no_such_moment, two_of_one):
            archive = tmp_path / f"{change.__name__}.zip"
            shutil.copy(moved.archive, archive)
            said = place.refused("restore", str(rewritten(archive, change)))
            assert "Nothing was restored." in said
            assert empty(place.rows())
            assert not (place.data / "media").exists()
        place.do("restore", str(moved.archive))
        assert place.rows() == moved.before


def test_a_restore_that_is_killed_can_begin_anew(moved: Moved, tmp_path: Path) -> None:
    with a_place(tmp_path / "place") as place:
        process = place.start("manage.py", "restore", str(moved.archive))
        until(lambda: any(place.data.glob(".restoring-*")), "it writes")
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        assert empty(place.rows())
        place.do("restore", str(moved.archive))
        assert place.rows() == moved.before


def test_a_place_with_only_an_upload_is_refused(moved: Moved, tmp_path: Path) -> None:
    with a_place(tmp_path / "place") as place:
        (place.data / "media").mkdir()
        (place.data / "media" / "picture.png").write_bytes(b"x")
        assert "picture.png" in place.refused("restore", str(moved.archive))
        assert place.tables() == []


def test_an_archive_that_was_tampered_with_changes_nothing(moved: Moved, tmp_path: Path) -> None:
    archive = tmp_path / "other.zip"
    shutil.copy(moved.archive, archive)

    def change(contents: Contents, members: Members) -> None:
        name = "tables/accounts_user.jsonl"
        members[name] = members[name].replace(b"warden", b"master")

    with a_place(tmp_path / "place") as place:
        said = place.refused("restore", str(rewritten(archive, change)))
        assert "tables/accounts_user.jsonl" in said
        assert place.tables() == []


def test_the_secret_key_comes_along_when_told_to(moved: Moved, tmp_path: Path) -> None:
    archive = tmp_path / "secret.zip"
    told = moved.full.do("backup", "--with-secrets", str(archive), EMAIL_URL=PASSWORD)
    assert "as you keep passwords" in told
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    with ZipFile(archive) as opened:
        assert json.loads(opened.read(manifest.SECRETS))["EMAIL_URL"] == PASSWORD
    with a_place(tmp_path / "place") as place:
        place.do("restore", str(archive))
        key = place.data / "secret_key"
        assert key.read_text() == (moved.full.data / "secret_key").read_text()
        assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_a_backup_while_somebody_writes_is_of_one_moment(tmp_path: Path) -> None:
    archive = tmp_path / "ncr.zip"
    with a_place(tmp_path / "full") as full, a_place(tmp_path / "restored") as restored:
        fill(full)
        before = full.python(COUNT_AGAIN)
        code = WRITE_ON.replace("FOLDER", repr(str(tmp_path)))
        writer = full.start(
            "-c", "import django; django.setup()\n" + code, NCR_WRITE_LIMIT="100000"
        )
        until((tmp_path / "count").exists, "somebody writes")
        full.do("backup", str(archive))
        during = int((tmp_path / "count").read_text() or 0)  # it is being written meanwhile
        until(lambda: int((tmp_path / "count").read_text() or 0) > during, "and goes on writing")
        (tmp_path / "stop").touch()
        _out, errors = writer.communicate(timeout=60)
        assert writer.returncode == 0, errors
        restored.do("restore", str(archive))
        assert before < restored.python(COUNT_AGAIN) < full.python(COUNT_AGAIN)


def test_an_empty_database_is_no_site_yet(tmp_path: Path) -> None:
    with a_place(tmp_path / "place") as place:
        assert "empty" in place.refused("backup", str(tmp_path / "ncr.zip"))
        assert not (tmp_path / "ncr.zip").exists()


def test_links_among_the_uploads_are_left_out_and_told(tmp_path: Path) -> None:
    with a_place(tmp_path / "place") as place:
        place.python(PREPARE)
        (tmp_path / "private").write_text("not for everybody")
        (place.data / "media").mkdir()
        (place.data / "media" / "link").symlink_to(tmp_path / "private")
        os.mkfifo(place.data / "media" / "pipe")
        done = place.manage("backup", str(tmp_path / "ncr.zip"))
        assert done.returncode == 0
        assert "media/link" in done.stderr
        assert "media/pipe" in done.stderr
        with ZipFile(tmp_path / "ncr.zip") as archive:
            assert not any(name.startswith("media") for name in archive.namelist())


if not IS_POSTGRESQL:

    def test_a_damaged_database_is_not_backed_up(tmp_path: Path) -> None:
        with a_place(tmp_path / "place") as place:
            place.python(PREPARE)
            with place.database() as database:
                database.execute("PRAGMA foreign_keys = OFF")
                database.execute(
                    "INSERT INTO accounts_mutedmail (kind, person_id) VALUES ('x', 4711)"
                )
                database.commit()
            said = place.refused("backup", str(tmp_path / "ncr.zip"))
            assert "accounts_mutedmail" in said
            assert not (tmp_path / "ncr.zip").exists()


if IS_POSTGRESQL:

    def test_a_site_moves_to_the_other_database_and_back(moved: Moved, tmp_path: Path) -> None:
        back = tmp_path / "back.zip"
        with (
            a_place(tmp_path / "sqlite", postgresql=False) as sqlite,
            a_place(tmp_path / "postgresql") as postgresql,
        ):
            sqlite.do("restore", str(moved.archive))
            sqlite.do("backup", str(back))
            postgresql.do("restore", str(back))
            assert postgresql.rows() == moved.before
            assert _tables(back) == _tables(moved.archive)


def _tables(archive: Path) -> Any:
    with ZipFile(archive) as opened:
        return json.loads(opened.read(manifest.NAME))["tables"]


@pytest.mark.django_db(databases=["default", "work"])
@pytest.mark.parametrize("known", [True, False])
def test_what_search_looks_through_is_made_anew(
    monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    called: list[str] = []
    monkeypatch.setattr(restoring, "get_commands", lambda: {"reindex_search": "x"} if known else {})
    monkeypatch.setattr(restoring, "call_command", lambda name, **given: called.append(name))
    restoring._bring_to_the_present()
    assert called == (["reindex_search"] if known else [])
