from articles.models.article import Article, ArticleSlug
from articles.models.house import SitePage, SiteRule
from articles.models.revision import Block, Revision

__all__ = ["Article", "ArticleSlug", "Block", "Revision", "SitePage", "SiteRule"]
