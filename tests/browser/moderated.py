"""Of the site that `everywhere` makes: what moderators, rules and those concerned see."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from django.utils.http import urlencode

from annotations import moderating, reporting, sweeping
from annotations.appealing import answer, appeal
from annotations.models import (
    Annotation,
    Appeal,
    Decision,
    HoldRule,
    ReviewItem,
    Topic,
    TopicMerge,
)
from annotations.sanctioning import acknowledge, lift, sanction
from annotations.topics import keeping, relating
from annotations.topics.filing import propose
from annotations.topics.merging import merge
from articles.models import Article, SiteRule
from ncr.accounts.models import User
from tests import factories

ADMIN, QUEUE = "/admin/annotations", "/admin/annotations/reviewitem"


@dataclass
class Moderated:
    """Which of the addresses each visitor looks at."""

    of_ada: list[str] = field(default_factory=list)
    of_owner: list[str] = field(default_factory=list)
    of_nobody: list[str] = field(default_factory=list)


def build(ada: User, bo: User, owner: User, article: Article, long: str) -> Moderated:
    """Sanctions, decisions, appeals and rules; `ada` is the one concerned, `bo` writes the rest."""
    noor = factories.moderator("νουρ")
    User.objects.filter(pk=noor.pk).update(display_name="Νουρ Φύλακας")
    rule = SiteRule.objects.get(number=1)
    own, appeals = _decided(ada, noor, owner, article, rule, long)
    lifted = _sanctioned(ada, noor, owner, rule, long)
    moderation = f"{article.get_absolute_url()}moderation/"
    empty = Article.objects.visible_to(AnonymousUser()).filter(threads=None).earliest("pk")
    public = ["/transparency/", moderation, f"{empty.get_absolute_url()}moderation/"]
    return Moderated(
        of_ada=["/accounts/sanctions/", *own, *public],
        of_owner=[
            *_of_people(ada, noor, article, long, lifted),
            *_of_queue(bo, article, long),
            *_of_topics(article, noor, long),
            f"{ADMIN}/appeal/",
            *(f"{ADMIN}/appeal/{one.pk}/change/" for one in appeals),
            *(f"/decisions/{one.decision.uuid}/" for one in appeals),
        ],
        of_nobody=public,
    )


def _decided(
    ada: User, noor: User, owner: User, article: Article, rule: SiteRule, long: str
) -> tuple[list[str], list[Appeal]]:
    """Pages of decisions about what ada wrote: none, one waiting and one answered appeal."""
    made = []
    for act in ("hide", "hide", "remove"):
        note = factories.annotation(article, ada, f"Σκληρά λόγια. {long}", words="τα χαρτιά")
        getattr(moderating, act)(note, by=noor, reason=f"Πολύ σκληρά. {long}", rule=rule)
        made.append(Decision.objects.get(annotation=note))
    waits = appeal(made[1], by=ada, text=f"Ήταν παράθεση. {long}")
    given = appeal(made[2], by=ada, text="Ήταν παράθεση.")
    answer(given, by=owner, outcome="varied", becomes="hide", answer=f"Εν μέρει. {long}")
    return [f"/decisions/{one.uuid}/" for one in made], [waits, given]


def _sanctioned(ada: User, noor: User, owner: User, rule: SiteRule, long: str) -> str:
    """One of each kind: to be read, in force, lifted; answers where the one in force is lifted."""
    later = timezone.now() + timedelta(days=9)
    read = sanction(ada, kind="warning", reason="Πρόσεχε.", by=noor)
    acknowledge(read, by=ada)
    lift(
        sanction(ada, kind="silence", reason="Ώς εδώ.", by=noor, until=later), by=owner, reason=long
    )
    sanction(ada, kind="warning", reason="Πάλι.", by=noor, rule=rule)
    held = sanction(ada, kind="hold", reason=f"Κάθε τόσο. {long}", by=noor, until=later)
    return f"/admin/accounts/user/{ada.pk}/sanctions/{held.uuid}/lift/"


def _of_people(ada: User, noor: User, article: Article, long: str, lifted: str) -> list[str]:
    """Pages about who is sanctioned, who only spams, and who decides."""
    loud = factories.person("κράχτης", display_name=f"Κράχτης {long}")
    for number in range(3):
        factories.annotation(article, loud, f"Αγοράστε {number}. {long}", words="ανήκει")
    wave, _swept = sweeping.sweep(loud, by=noor, reason=f"Μόνο διαφήμιση. {long}")
    factories.annotation(article, loud, "Αγοράστε πάλι.", words="ανήκει")
    people = "/admin/accounts/user"
    return [
        *(f"{people}/{one.pk}/sanctions/" for one in (ada, loud)),
        lifted,
        f"{people}/{loud.pk}/sweep/",
        f"{people}/{loud.pk}/sweep/{wave.pk}/back/",
        *(f"{people}/{one.pk}/trust/" for one in (loud, noor)),
    ]


def _of_topics(article: Article, noor: User, long: str) -> list[str]:
    """A topic with everything, one that was merged into it, and what is done with topics."""
    for name in (f"Σιδηρόδρομοι {long[:60]}", "Τρένα"):
        factories.annotation(article, noor, f"Κάτω από θέμα. {long}", words="ανήκει", topics=[name])
    topic, other = Topic.objects.order_by("-pk")[:2][::-1]
    keeping.accept(topic, by=noor)
    keeping.add_alias(topic, "Σιδερένιοι δρόμοι", by=noor)
    relating.set_labels(topic, {"de": "Άιζενμπαν", "fr": "Σεμέν ντε φερ"}, by=noor)
    relating.set_cues(topic, ["ράγες τρένο"], by=noor)
    relating.set_uri(topic, f"https://www.example.org/{long[:60]}", by=noor)
    third = propose("Άμαξες", by=noor)
    merge(third, topic, by=noor)
    at = f"{ADMIN}/topic"
    return [
        f"{at}/",
        f"{at}/{topic.pk}/change/",
        f"{at}/{topic.pk}/split/",
        f"{at}/merge/?topic={other.pk}",
        f"{at}/merges/{TopicMerge.objects.latest('pk').pk}/undo/",
        f"{at}/bring/",
    ]


def _of_queue(bo: User, article: Article, long: str) -> list[str]:
    """What a rule holds and what readers report, one by one, in bulk, in figures; and the rules."""
    words = HoldRule.objects.create(kind="words", words="καζίνο\nλαχείο", note=f"Διαφήμιση. {long}")
    HoldRule.objects.create(kind="article", article=article, position=1, is_on=False)
    reporter = factories.person("μηνυτής")
    shown = factories.person("έμπορος", display_name="Έμπορος", about=f"Εισιτήρια. {long}")
    reporting.report(shown, by=reporter, reason="other", text=f"Διαφήμιση. {long}")
    person = ReviewItem.objects.get(person=shown)
    made: list[Annotation] = []
    for number in range(24):
        said = "Ένα καζίνο." if number < 2 else f"Θόρυβος {number}."
        made.append(factories.annotation(article, bo, f"{said} {long}", words="από δύο χώρες"))
        if number >= 2:
            reporting.report(made[-1], by=reporter, reason="other", text=f"Θόρυβος. {long}")
    items = ReviewItem.objects.filter(annotation__in=made)
    held = items.get(annotation=made[0])
    many = urlencode([("of", one.pk) for one in items])
    return [
        *(f"{QUEUE}/?state={state}" for state in ("decided", "mine")),
        f"{QUEUE}/{held.pk}/change/",
        f"{QUEUE}/{person.pk}/change/",
        f"/admin/accounts/user/{shown.pk}/profile/",
        f"{shown.get_absolute_url()}report/",
        *(f"{QUEUE}/decide/{act}/?{many}" for act in ("approve", "hide", "ask", "remove")),
        f"{QUEUE}/figures/",
        f"{ADMIN}/holdrule/",
        f"{ADMIN}/holdrule/{words.pk}/change/",
    ]
