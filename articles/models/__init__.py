from articles.models.article import Article, ArticleSlug
from articles.models.revision import Block, Revision

__all__ = ["Article", "ArticleSlug", "Block", "Revision"]
