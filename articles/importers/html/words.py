"""What the names that people give to parts of pages say about them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, pairwise

from articles.importers.dom.elements import HEADINGS, Element, names, text_of, types_of

LEAST_SLUG = 3  # words of an id that is made of a heading
NEAR = 3  # elements from the beginning in which that heading stands

# never the text itself, whatever is in it
FURNITURE = names(
    "share sharing shares sharebar sharedaddy sharethis addthis addtoany addtoanycontent social"
    " socials socialmedia sociallinks socialbar socialshare newsletter newsletters subscribe"
    " subscription signup optin ad ads adv advert adverts advertisement advertisements advertising"
    " adsense adslot adbox adunit adcontainer adwrapper admiddle anzeige werbung sponsor sponsored"
    " sponsors cookie cookies cookiebar consent gdpr ccpa breadcrumb breadcrumbs crumbs crumb"
    " pagination pager paging pagenav paginator outbrain taboola zergnet recirc recirculation"
    " related relatedposts relatedarticles recommended recommendations recommend trending mostread"
    " mostpopular navbar navbox nav navigation navlinks skiplink skiplinks skip jumplinks"
    " editsection mw-editsection catlinks printfooter popup modal lightbox overlay paywall"
    " shoutbox disqus livefyre noprint toolbar backtotop headerlink permalink sitemap"
    " yarpp yarpp-related wpcnt postnav prevnext authorbox copybutton signin login"
    " komentarze komentarz comentarios comentario commenti commento reacties kommentarer kommentit"
    " reklama reklamy publicidad publicidade pubblicita publicite reclame annons annonce annonser"
    " udostepnij teilen compartir condividi partager stopka pied rodape rodapie piepagina"
    " relacionadas relacionados verwandte aehnliche stichworte schlagworte meistgelesen"
    " donate donation masthead whatsapp megamenu offcanvas colophon"
)
# of what readers say
COMMENTS = names(
    "comment comments commentlist respond replies reply discussion talkback feedback guestbook"
    " trackback trackbacks pingback pingbacks pings reaktionen kommentare kommentar commentaires"
    " reactions leserkommentare leserbriefe"
)
# often, but the text may be in it
SUSPICIOUS = names(
    "aside sidebar widget widgets footer foot bottom meta postmeta byline bio author authors"
    " aboutauthor tags tag taglist tagcloud keywords topics category categories promo promotion"
    " promobox teaser teasers banner menu menubar tools actions rating ratings vote votes"
    " poll follow more readmore morelink links linklist extra popular search form infobox box"
    " callout cta button buttons btn btns download downloads sticky disclaimer copyright legal"
    " credits notice alert supplemental complementary archive archives print email contact toc"
    " recent latest rss feed hatnote ambox metadata sistersitebox vertical dropdown tooltip"
    " gallery slideshow carousel player video podcast audio"
    " autor autoren auteur datum date time timestamp published posted dateline readingtime"
)
# the text itself
TEXT = names(
    "article articlebody articlecontent content body main post entry story text page hentry"
    " postcontent entrycontent storybody bodytext prose markdown inhalt artikel contenu treść"
)
FACTS = names(
    "byline author authors autor autoren auteur writer date datum time timestamp datetime published"
    " publishdate pubdate posted postedon dateline entrydate postdate postmeta entrymeta meta"
    " articlemeta infos articleinfo readingtime readtime kicker eyebrow overline rubric"
)
LEADS = names(
    "lead lede leadin standfirst dek deck subtitle subtitel subheadline subhead teaser summary"
    " intro introduction description desc excerpt chapo chapeau vorspann anriss strapline"
    " soustitre leadtext leadparagraph"
)

FURNITURE_TAGS = frozenset(("nav", "menu", "dialog", "search"))
SUSPICIOUS_TAGS = frozenset(("aside", "footer", "form", "fieldset", "header"))
FURNITURE_ROLES = names(
    "navigation banner contentinfo search dialog alertdialog menu menubar toolbar tablist tooltip"
    " doc-toc doc-backlink"
)
SUSPICIOUS_ROLES = names("complementary alert status form")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
PARTS = re.compile(r"[^a-zA-Zà-žа-я]+")


@lru_cache(maxsize=20_000)
def words_of(value: str) -> frozenset[str]:
    """The words in a class or id: `postMeta entry-date` has post, meta, entry, date, postmeta."""
    found: set[str] = set()
    for name in value[:500].split():
        parts = [part.lower() for part in PARTS.split(CAMEL.sub("-", name)) if part]
        found.update(parts)
        found.update(one + other for one, other in pairwise(parts))
    return frozenset(found)


def names_on(element: Element) -> frozenset[str]:
    """The words in the element's class and id."""
    attributes = element.attrib
    if "class" not in attributes and "id" not in attributes:
        return frozenset()
    own = "" if _is_named_by_heading(element) else attributes.get("id", "")
    return words_of(f"{attributes.get('class', '')} {own}")


def _is_named_by_heading(element: Element) -> bool:
    """Whether its id only repeats its heading, as documentation has it: `the-file-menu`.

    One or two words are what people call the parts of a page: `related-articles`.
    """
    words = [word for word in PARTS.split(element.get("id", "").lower()) if word]
    if len(words) < LEAST_SLUG:
        return False
    for child in islice(element.iterdescendants(), NEAR):
        if child.tag in HEADINGS:
            said = text_of(child, 300).lower()
            return words == [word for word in PARTS.split(said) if word]
    return False


class Suspicion:
    """How likely an element is no part of the text, by what it calls itself."""

    NONE = 0
    SOME = 1
    COMMENTS = 2
    SURE = 3


def suspicion(element: Element, name: str) -> int:
    """One of `Suspicion`."""
    if name in FURNITURE_TAGS:
        return Suspicion.SURE
    if not element.attrib:
        return Suspicion.SOME if name in SUSPICIOUS_TAGS else Suspicion.NONE
    roles = types_of(element) if "role" in element.attrib else set()
    if not FURNITURE_ROLES.isdisjoint(roles):
        return Suspicion.SURE
    named = names_on(element)
    if not FURNITURE.isdisjoint(named):
        return Suspicion.SURE
    if not COMMENTS.isdisjoint(named):
        return Suspicion.COMMENTS
    suspected = not SUSPICIOUS.isdisjoint(named) or not SUSPICIOUS_ROLES.isdisjoint(roles)
    return Suspicion.SOME if suspected or name in SUSPICIOUS_TAGS else Suspicion.NONE
