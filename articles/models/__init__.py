from articles.models.article import Article, ArticleSlug
from articles.models.bringing import Import, ImportChunk, ImportPiece, StoredPicture
from articles.models.collection import Collection
from articles.models.house import SitePage, SiteRule
from articles.models.revision import Block, Revision

__all__ = [
    "Article",
    "ArticleSlug",
    "Block",
    "Collection",
    "Import",
    "ImportChunk",
    "ImportPiece",
    "Revision",
    "SitePage",
    "SiteRule",
    "StoredPicture",
]
