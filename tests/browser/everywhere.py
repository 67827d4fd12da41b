"""A site in which every page has something to show, and the address of each page, by visitor.

All that people typed into it is Greek: what stands in Latin letters on one of its pages is a word
of the program. Words are long, since people's are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.utils import timezone

from annotations import annotating, moderating, reporting, roles
from annotations.models import Annotation, Placement, Topic, TopicReading
from annotations.pointing import Link
from annotations.revised import tell_authors
from annotations.topics import confirming, keeping
from annotations.topics.figures import count_figures
from annotations.topics.filing import propose
from annotations.topics.following import follow
from annotations.topics.judging import judge
from annotations.topics.relating import set_cues
from annotations.topics.suggesting import suggest_in
from articles.models import Article, Block, Collection, SitePage, SiteRule
from articles.revising import publish_revision, withdraw_revision, write_revision
from ncr.accounts import grouping
from ncr.accounts.inviting import invite
from ncr.accounts.links import make_link
from ncr.accounts.models import Notice, ReadingGroup, SignInLink, User
from ncr.accounts.muting import off_token
from tests import factories
from tests.browser import importing, moderated

LONG = "Ηλεκτροεγκεφαλογράφημα" * 3
TEXT = f"""Ο διάδρομος περνά από δύο χώρες, και κανείς δεν ξέρει ποια τον φυλάει.

## Στα σύνορα

Το τρένο σταματά στα σύνορα δύο ώρες, όσο κοιτάζουν τα χαρτιά.

Κανείς δεν κατεβαίνει, και τα παράθυρα μένουν κλειστά.

Τα εμπορεύματα πάνε με πλοίο, που αργεί μια μέρα και κοστίζει λιγότερο.

> Η ελευθερία της διέλευσης δεν είναι δώρο.

- ένα
- δύο {LONG}

| Έτος | Τρένα |
|---|---|
| 1998 | 12 |

Η τελευταία λέξη ανήκει στο πλοίο.
"""
AGAIN = TEXT.replace("δύο ώρες", "τρεις ώρες").replace(
    "Κανείς δεν κατεβαίνει, και τα παράθυρα μένουν κλειστά.\n\n", ""
)


@dataclass
class Everywhere:
    """Who visits the site, and which addresses each of them looks at."""

    ada: User
    owner: User
    of_ada: list[str]
    of_owner: list[str]
    of_nobody: list[str]


def build() -> Everywhere:
    """The site; costs about two seconds."""
    ada = factories.person("άδα", display_name="Άδα Αναγνώστρια", about="Διαβάζω.", email="a@b.cc")
    EmailAddress.objects.create(user=ada, email="a@b.cc", verified=True, primary=True)
    bo = factories.person("βίων", display_name=f"Βίων {LONG}")
    owner = User.objects.create_superuser("ρουθ", password="x", display_name="Ρουθ Ρίζα")
    SiteRule.objects.all().delete()
    rule = SiteRule.objects.create(number=1, title="Μιλάτε για το κείμενο", text="Και μόνο.")
    SiteRule.objects.create(number=2, title="Παλιός", retired_at=timezone.now())
    for name in ("about", "terms", "privacy"):
        SitePage.objects.update_or_create(name=name, defaults={"source": "Γράμματα."})
    Notice.objects.all().delete()
    book = Collection.objects.create(slug="βιβλίο", title=f"Τα πλοία {LONG}", byline="Άδα")
    article = factories.article(TEXT, title="Ο διάδρομος", language="el", collection=book, place=2)
    of_ada = [
        book.get_absolute_url(),
        *_reading(ada, bo, owner, article, rule),
        *_revised(ada, owner),
        *_groups(ada, bo, article),
        *_account(ada),
    ]
    at_work, entrance = _at_work(ada, bo, owner, article), _entrance(article, bo, owner)
    more = moderated.build(ada, bo, owner, article, LONG)
    return Everywhere(
        ada,
        owner,
        [*of_ada, *more.of_ada],
        [*at_work, *importing.build(owner, LONG), *more.of_owner],
        [*entrance, *more.of_nobody],
    )


def _reading(ada: User, bo: User, owner: User, article: Article, rule: SiteRule) -> list[str]:
    note = factories.annotation(
        article, ada, "Δικό *μου*.", words="σταματά στα σύνορα", topics=["Τρένα", LONG]
    )
    annotating.edit(note, by=ada, body="Ολότελα δικό μου.", version=1)
    theirs = factories.annotation(article, bo, f"Ρώτησε. {LONG}", words="σταματά", kind="question")
    factories.annotation(article, ada, "Μόνο για μένα.", words="τα χαρτιά", audience="me")
    factories.annotation(article, bo, "Για όλο το κείμενο.", words="", kind="source")
    answer = note
    for number in range(5):
        answer = annotating.reply(by=(bo, ada)[number % 2], to=answer, body="Απάντηση.")
    gone = annotating.reply(by=bo, to=theirs, body="Φεύγει.")
    annotating.withdraw(gone, by=bo)
    annotating.resolve(theirs.thread, by=bo, reason="Απαντήθηκε.")
    moderating.hide(note, by=owner, reason="Όχι εδώ.", rule=rule)
    moderating.restore(note, by=owner)
    reporting.report(theirs, by=ada, reason="spam")
    moderating.dismiss(theirs, by=owner, reason="Είναι στο θέμα.")
    hidden = factories.annotation(article, ada, "Κρυμμένο.", words="από δύο χώρες")
    moderating.hide(hidden, by=owner, reason="Όχι έτσι.", rule=rule)
    topic = Topic.objects.get(name="Τρένα")
    keeping.accept(topic, by=owner)
    keeping.add_alias(topic, "Σιδηρόδρομος", by=owner)
    keeping.set_broader(Topic.objects.get(name=LONG), topic, by=owner)
    filed = note.assignments.get(topic=topic)
    judge(filed, by=bo, kind="disputed", reason=f"Είναι για πλοία. {LONG}")
    judge(filed, by=factories.person("ναύτης"), kind="endorsed")
    keeping.describe(topic, "Ό,τι *τρέχει* σε ράγες.", by=owner)
    keeping.add_alias(topic, "τρένο", by=owner)
    other = _talked_about(topic, ada, bo)
    pointing = _linked(topic, article, other, ada)
    suggested(article, owner)
    key = note.anchors.get().placements.get().start_key
    empty = factories.article("Μια λέξη.\n", title=LONG + LONG, language="el")
    withdrawn = factories.article("Άλλη.\n", title="Πάει", language="el")
    withdraw_revision(withdrawn.standing, by=owner, reason="Λάθος.")
    base, said = article.get_absolute_url(), f"/annotations/{note.uuid}/"
    return [
        "/",
        "/articles/",
        base,
        empty.get_absolute_url(),
        withdrawn.get_absolute_url(),
        "/nowhere/",
        f"{base}p/{key}/",
        f"{base}discussion/",
        f"{base}suggested/",
        f"{base}suggested/?dismissed=1",
        f"{empty.get_absolute_url()}suggested/",
        f"{empty.get_absolute_url()}discussion/",
        f"{base}revisions/1/",
        f"{base}history/",
        f"{base}annotate/",
        f"{base}annotate/?block={key}",
        note.thread.get_absolute_url(),
        theirs.thread.get_absolute_url(),
        hidden.thread.get_absolute_url(),
        f"{said}versions/",
        f"{said}topics/",
        f"{said}reply/",
        f"{said}edit/",
        f"{said}withdraw/",
        f"/annotations/{theirs.uuid}/report/",
        "/topics/",
        "/topics/?q=%CE%BE%CE%BE",
        topic.get_absolute_url(),
        f"{topic.get_absolute_url()}?article={article.slug}&order=active",
        f"{topic.get_absolute_url()}?order=title",
        f"{topic.get_absolute_url()}?view=concordance&sort=before",
        f"{topic.get_absolute_url()}?view=sides",
        f"{topic.get_absolute_url()}?view=links",
        pointing.thread.get_absolute_url(),
        pointing.link.article.get_absolute_url(),
        f"{base}annotate/?block={key}&kind=topic&link={base}p/{key}/",
        f"{topic.get_absolute_url()}?q=σταματά",
        f"{topic.get_absolute_url()}?q=ζζζ",
        ada.get_absolute_url(),
        bo.get_absolute_url(),
        "/search/",
        "/search/?q=Τρένο",
        *(f"/search/?q=Τρένο&kind={kind}" for kind in ("texts", "notes", "topics", "people")),
        f"/search/?q=Ρώτησε&kind=notes&article={article.slug}&author=βίων",
        "/search/?q=ΞΞΞ",
        "/notices/",
        "/notices/?after=1",
        "/rules/",
        "/about/",
        "/language/",
    ]


def suggested(article: Article, owner: User) -> None:
    """Two marks that wait in the text, and one that was dismissed."""
    for name in ("Τρένα πλοία", "Σύνορα"):
        keeping.accept(propose(name, by=owner), by=owner)
    set_cues(Topic.objects.get(name="Τρένα πλοία"), ["πλοίο κοστίζει"], by=owner)
    keeping.add_alias(Topic.objects.get(name="Σύνορα"), "Διάδρομος", by=owner)
    suggest_in(article)
    confirming.dismiss(article.suggestions.filter(quote="σύνορα").latest("pk"), by=owner)


def _linked(topic: Topic, article: Article, other: Article, by: User) -> Annotation:
    """A note that contradicts a passage of another article, and one within the article."""
    within = Link("supports", article, factories.passage(article, "στα σύνορα δύο"))
    factories.annotation(article, by, "Κι εδώ.", words="κοστίζει", link=within, topics=[topic.name])
    across = Link("contradicts", other, factories.passage(other, "τα παράθυρα"))
    return factories.annotation(
        article, by, f"Αλλιώς. {LONG}", words="με πλοίο", link=across, topics=[topic.name]
    )


def _talked_about(topic: Topic, ada: User, bo: User) -> Article:
    """A topic in two articles, that Ada follows and visited a month ago, with its figures."""
    other = factories.article(TEXT, title=f"Το δεύτερο {LONG}", language="el", published="1998")
    for words, kind in (("Το τρένο", "topic"), ("με πλοίο", "question")):
        body = "" if kind == "topic" else "Ρώτησε."
        factories.annotation(other, bo, body, words=words, topics=[topic.name, "Πλοία"], kind=kind)
    keeping.accept(Topic.objects.get(name="Πλοία"), by=User.objects.get(is_superuser=True))
    month_ago = timezone.now() - timedelta(days=31)
    follow(topic, by=ada)
    TopicReading.objects.filter(person=ada).update(visited_at=month_ago)
    count_figures(timezone.now())
    return other


def _revised(ada: User, owner: User) -> list[str]:
    article = factories.article(TEXT, title="Τα χαρτιά", language="el")
    edited = factories.annotation(article, ada, "Πόσο;", words="στα σύνορα δύο ώρες")
    lost = factories.annotation(article, ada, "Ποιος το λέει;", words="μένουν κλειστά")
    publish(article, AGAIN, owner, f"Μία ώρα ακόμα. {LONG}")
    Placement.objects.current().filter(anchor__annotation=edited).update(review="asked")
    tell_authors.call(article.revisions.get(number=2).pk)
    publish(article, AGAIN.replace("μια μέρα", "δυο μέρες"), owner, "Λάθος.")
    withdraw_revision(article.standing, by=owner, reason="Λάθος.")
    article.refresh_from_db()
    gone = Block.objects.get(article=article, revision__number=1, text__contains="παράθυρα")
    goods = Block.objects.get(article=article, revision__number=4, text__contains="πλοίο, που")
    base = article.get_absolute_url()
    return [f"{base}revisions/3/", *pages_of_revisions(base, edited, lost, gone, goods)]


def pages_of_revisions(
    base: str, edited: Annotation, lost: Annotation, gone: Block, goods: Block
) -> list[str]:
    """Of an article in four revisions, the third withdrawn.

    The text under `edited` changed and that of `lost` is not there any more; `gone` is a block
    that is not there any more either, and `goods` one in which `lost` could be placed.
    """
    place = f"/annotations/{lost.uuid}/place/"
    words = f"start_key={goods.key}&start=0&end_key={goods.key}&end=8"
    return [
        base,
        f"{base}history/",
        f"{base}revisions/1/",
        f"{base}revisions/2/changes/",
        f"{base}revisions/2/changes/?mine=1",
        f"{base}revisions/4/changes/",
        f"{base}compare/1/2/",
        f"{base}compare/1/2/?view=side",
        f"{base}compare/2/1/?whole=1",
        f"{base}compare/2/4/",
        f"{base}p/{gone.key}/",
        f"{base}discussion/",
        edited.thread.get_absolute_url(),
        lost.thread.get_absolute_url(),
        f"/annotations/{edited.uuid}/place/",
        f"{place}?block={goods.key}",
        f"{place}?{words}",
        f"{base}?place={lost.uuid}",
    ]


def publish(article: Article, source: str, by: User, note: str = "") -> None:
    """Another text for an article of the factory, with the last paragraph that it made."""
    source += article.standing.source[article.standing.source.rindex("\nParagraph of") :]
    publish_revision(write_revision(article, source, by=by), by=by, note=note)
    article.refresh_from_db()


def _groups(ada: User, bo: User, article: Article) -> list[str]:
    full = grouping.make_group(ada, f"Κύκλος {LONG}", f"Για {LONG}.", is_open=True)
    grouping.add_member(full, bo, by=ada)
    own = factories.article(TEXT, title="Για τον κύκλο", audience=full.audience, language="el")
    said = factories.annotation(own, ada, "Σε εμάς.", words="σταματά", audience=full.audience)
    factories.annotation(article, ada, "Στον κύκλο.", words="", audience=full.audience)
    invite(by=ada, email=f"{'y' * 60}@b.cc", group=full)
    empty = grouping.make_group(bo, "Άδειο", is_open=True)
    grouping.make_group(bo, "Κλειστό")
    return pages_of_groups(full, empty, own, said)


def pages_of_groups(
    full: ReadingGroup, empty: ReadingGroup, own: Article, said: Annotation
) -> list[str]:
    """Of a group with everything and one with nothing; `own` is for the first, `said` in it."""
    base = full.get_absolute_url()
    return [
        "/groups/",
        "/groups/new/",
        base,
        f"{base}edit/",
        f"{base}members/",
        empty.get_absolute_url(),
        own.get_absolute_url(),
        f"{own.get_absolute_url()}annotate/",
        f"/annotations/{said.uuid}/reply/",
    ]


def _account(ada: User) -> list[str]:
    return [
        "/accounts/",
        "/accounts/email/",
        "/accounts/password/change/",
        "/accounts/notices/",
        "/accounts/2fa/",
        "/accounts/2fa/totp/activate/",
        "/accounts/2fa/webauthn/",
        "/accounts/2fa/webauthn/add/",
        "/accounts/sessions/",
        "/accounts/takeout/",
        "/accounts/delete/",
        "/accounts/logout/",
        "/accounts/reauthenticate/",
        f"/notices/off/{off_token(ada, 'reply')}/",
    ]


def _entrance(article: Article, bo: User, owner: User) -> list[str]:
    past = make_link(bo)
    SignInLink.objects.filter(user=bo).update(expires_at=timezone.now() - timedelta(days=1))
    asked = invite(by=owner, email="n@b.cc")
    return [
        "/articles/",
        article.get_absolute_url(),
        f"{article.get_absolute_url()}annotate/",
        f"{article.get_absolute_url()}history/",
        "/groups/",
        "/accounts/login/",
        "/accounts/signup/",
        "/accounts/password/reset/",
        "/accounts/password/reset/done/",
        "/accounts/password/reset/key/done/",
        "/accounts/password/reset/key/1-nothing/",
        "/accounts/confirm-email/",
        "/accounts/confirm-email/nothing/",
        "/accounts/inactive/",
        "/accounts/link/nothing/",
        f"/accounts/link/{past}/",
        f"/accounts/link/{make_link(factories.person('νέος'))}/",
        f"/accounts/invitation/{asked}/",
        "/accounts/invitation/nothing/",
        "/nowhere/",
    ]


def _at_work(ada: User, bo: User, owner: User, article: Article) -> list[str]:
    loud = factories.annotation(article, bo, f"Φωνάζει. {LONG}", words="Κανείς δεν κατεβαίνει")
    reporting.report(loud, by=ada, reason="other", text=LONG)
    answer = annotating.reply(by=ada, to=loud, body=LONG)
    draft = factories.article(TEXT, publish=False, title=f"Πρόχειρο {LONG}", language="el")
    revised = Article.objects.get(title="Τα χαρτιά")
    write_revision(revised, f"Άλλα.\n\n{LONG}\n", by=owner, note="Γιατί.")
    role = roles.grant(bo, "leader", article=article, by=owner)
    topic = Topic.objects.get(name="Τρένα")
    factories.annotation(article, bo, "Και.", words="ανήκει", topics=["Πλοία"])
    base, texts, people = "/admin/annotations", "/admin/articles", "/admin/accounts"
    return [
        "/admin/",
        "/admin/annotations/",
        f"{base}/annotation/",
        f"{base}/annotation/?author=nobody",
        f"{base}/annotation/{loud.pk}/change/",
        *(f"{base}/annotation/decide/{act}/?of={loud.pk}" for act in ("hide", "dismiss")),
        f"{base}/annotation/{answer.pk}/change/",
        f"{base}/annotation/{answer.pk}/move/",
        f"{base}/thread/",
        f"{base}/thread/{loud.thread_id}/change/",
        f"{base}/thread/decide/lock/?of={loud.thread_id}",
        f"{base}/reviewitem/",
        f"{base}/reviewitem/?cause=spam&author=Ω",
        f"{base}/reviewitem/{loud.review_items.get().pk}/change/",
        f"{base}/reviewitem/decide/hide/?of={loud.review_items.get().pk}",
        f"{base}/reviewitem/figures/",
        f"{base}/report/",
        f"{base}/report/?state=decided",
        f"{base}/moderationentry/",
        f"{base}/scopedrole/",
        f"{base}/scopedrole/add/",
        f"{base}/scopedrole/{role.pk}/revoke/",
        f"{base}/topic/",
        f"{base}/topic/add/",
        f"{base}/topic/{topic.pk}/change/",
        f"{base}/topic/{Topic.objects.get(name='Πλοία').pk}/change/",
        f"{base}/topic/merge/?topic={topic.pk}",
        f"{people}/user/",
        f"{people}/user/add/",
        f"{people}/user/{ada.pk}/change/",
        f"{people}/user/{ada.pk}/roles/",
        f"{people}/user/{ada.pk}/trust/",
        f"{base}/holdrule/",
        *(f"{base}/holdrule/add/{kind}" for kind in ("", "?kind=words", "?kind=webhook")),
        f"{people}/user/{ada.pk}/erase/",
        *(f"{people}/user/{ada.pk}/ask/{act}/" for act in ("deactivate", "link")),
        f"{people}/readinggroup/",
        f"{people}/readinggroup/{ada.memberships.get().group_id}/change/",
        f"{people}/invitation/",
        f"{people}/invitation/add/",
        f"{texts}/siterule/",
        f"{texts}/siterule/add/",
        f"{texts}/sitepage/",
        f"{texts}/sitepage/add/",
        f"{texts}/article/",
        f"{texts}/article/{draft.pk}/change/",
        f"{texts}/article/{draft.pk}/text/",
        f"{texts}/article/{draft.pk}/text/publish/",
        f"{texts}/article/{revised.pk}/change/",
        *(f"{texts}/article/{revised.pk}/text/{act}/" for act in ("review", "discard", "withdraw")),
        *(f"{texts}/article/{revised.pk}/revisions/1/{act}/" for act in ("back", "withdraw")),
        "/admin/password_change/",
        "/admin/nowhere/",
    ]
